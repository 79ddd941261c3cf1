/** Links, removals, repairs and webhooks: how connections begin, are looked after, and end. */
import { asSystem } from '@/db/client';
import { saveWebhooks } from '@/db/queries/webhooks';
import { drainJobs } from '@/lib/sync/drain-jobs';
import { drainWebhooks } from '@/lib/sync/drain-webhooks';
import { linkItem } from '@/lib/sync/link-item';
import { removeItem } from '@/lib/sync/remove-item';
import { repairDone } from '@/lib/sync/repair-item';
import { requestSync } from '@/lib/sync/request-sync';
import { sweep } from '@/lib/sync/sweep';
import { sql } from 'drizzle-orm';
import { pull } from '../../support/engine';
import { Process, PROCEED } from '../../simulation/gate';
import type { Bank, Moment } from '../moment';
import { saveMoment } from '../moment';
import type { Moments } from '../small-bank';
import { connect } from '../wire';
import type { Flow } from './flow';

const soon = () => ({ until: Date.now() + 60_000 });

export async function lifeFlows(bank: Moments): Promise<Flow[]> {
  const { userId, itemId, plaidItemId, publicToken, unlinked, first, update } = bank;
  const ofItem = { item_id: plaidItemId };
  const link = () => linkItem(userId, { publicToken });
  const offered = {
    institution: { name: 'First Platypus Bank', institution_id: 'ins_109508' },
    accounts: await accountsOf(bank),
  };
  const broken = async (copy: Bank) => void (await pull(copy.emulator, '/items/break', ofItem));
  return [
    { name: 'exchange', bank, begin: unlinked.restore, act: link, isAsked: true, mayBeReported: true },
    {
      name: 'exchange, twice at once',
      bank,
      begin: unlinked.restore,
      act: () => Promise.all([link(), link()]),
      isAsked: true,
      mayBeReported: true,
    },
    {
      name: 'a bank linked twice, as Link tells',
      bank,
      begin: first.restore,
      act: () => linkItem(userId, { publicToken, metadata: offered }),
      isAsked: true,
      mayBeReported: true,
    },
    {
      name: 'a bank linked twice, as Plaid tells',
      bank,
      begin: first.restore,
      act: link,
      isAsked: true,
      mayBeReported: true,
    },
    {
      name: 'a link that was interrupted',
      bank,
      begin: (await interrupted(bank)).restore,
      act: () => sweep(soon()),
      mayBeReported: true,
    },
    { name: 'removal', bank, begin: update.restore, act: () => removeItem(userId, itemId), isAsked: true },
    { name: 'removal, tried again', bank, begin: (await ending(bank)).restore, act: () => sweep(soon()) },
    {
      name: 'repair',
      bank,
      begin: update.restore,
      act: () => repairDone(userId, itemId),
      isAsked: true,
    },
    {
      name: 'repair in vain',
      bank,
      begin: async () => {
        const copy = await update.restore();
        await broken(copy);
        return copy;
      },
      act: () => repairDone(userId, itemId),
      isAsked: true,
    },
    {
      name: 'a sync that was asked for',
      bank,
      begin: update.restore,
      act: () => requestSync(userId, itemId),
      isAsked: true,
    },
    {
      name: 'a webhook that comes in',
      bank,
      begin: update.restore,
      act: () => saveWebhooks([webhook(plaidItemId, 'TRANSACTIONS', 'SYNC_UPDATES_AVAILABLE')]),
      isAsked: true,
    },
    ...WEBHOOKS.map(
      ([type, code, change]): Flow => ({
        name: `webhook ${type} ${code}`,
        bank,
        begin: async () => {
          const copy = await update.restore();
          if (change) await pull(copy.emulator, change, ofItem);
          await saveWebhooks([webhook(code === 'ORPHAN' ? 'nobody' : plaidItemId, type, code)]);
          return copy;
        },
        act: async () => {
          await drainWebhooks(soon().until);
          await drainJobs(soon());
        },
      }),
    ),
  ];
}

/** With what happened at the bank, where a webhook tells of it. */
const WEBHOOKS: readonly [string, string, string?][] = [
  ['TRANSACTIONS', 'SYNC_UPDATES_AVAILABLE'],
  ['TRANSACTIONS', 'RECURRING_TRANSACTIONS_UPDATE'],
  ['ITEM', 'ERROR', '/items/break'],
  ['ITEM', 'LOGIN_REPAIRED'],
  ['ITEM', 'PENDING_EXPIRATION'],
  ['ITEM', 'PENDING_DISCONNECT'],
  ['ITEM', 'NEW_ACCOUNTS_AVAILABLE'],
  ['ITEM', 'USER_PERMISSION_REVOKED', '/items/revoke'],
  ['ITEM', 'ORPHAN'],
];

function webhook(plaidItemId: string, type: string, code: string) {
  const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
  const body = { webhook_type: type, webhook_code: code, item_id: plaidItemId, error };
  return { key: `${type} ${code}`, type, code, plaidItemId, body };
}

/** The intent is stored, and its process is gone. */
async function interrupted({ unlinked, userId, publicToken }: Moments): Promise<Moment> {
  const copy = await unlinked.restore();
  await killedAt('/item/public_token/exchange', copy, () => linkItem(userId, { publicToken }));
  await asSystem((tx) =>
    tx.execute(sql`update link_intents set created_at = created_at - interval '5 minutes'`),
  );
  return saveMoment(copy);
}

/** Hidden, and not yet ended at Plaid. */
async function ending({ update, userId, itemId }: Moments): Promise<Moment> {
  const copy = await update.restore();
  await killedAt('/item/remove', copy, () => removeItem(userId, itemId));
  return saveMoment(copy);
}

async function killedAt(path: string, copy: Bank, act: () => Promise<unknown>): Promise<void> {
  connect(copy);
  const killed = new Process('killed', ({ kind, name }) =>
    kind === 'call' && name === path ? { do: 'crash', when: 'before' } : PROCEED,
  );
  await killed.run(act);
}

async function accountsOf({ update }: Moments) {
  await update.restore();
  const rows = await asSystem((tx) =>
    tx.execute<{ name: string; mask: string | null; subtype: string | null }>(
      sql`select bank_name as name, mask, subtype from accounts`,
    ),
  );
  return [...rows];
}
