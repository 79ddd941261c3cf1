/** What changes about a connection that stays: its token, the key that seals it, and the accounts it shows. */
import { randomBytes } from 'node:crypto';
import { asSystem } from '@/db/client';
import { saveWebhooks } from '@/db/queries/webhooks';
import { env } from '@/lib/env';
import { drainJobs } from '@/lib/sync/drain-jobs';
import { sealAnew } from '@/lib/sync/look-again';
import { repairDone } from '@/lib/sync/repair-item';
import { rotateTokens } from '@/lib/sync/rotate-tokens';
import { sweep } from '@/lib/sync/sweep';
import { sql } from 'drizzle-orm';
import { pull } from '../../support/engine';
import { type Moment, saveMoment } from '../moment';
import type { Moments } from '../small-bank';
import { wholeState } from '../state';
import type { Flow } from './flow';
import { isTokenReported } from './reported';
import { webhook, workOff } from './webhook-flows';

export async function changeFlows(bank: Moments): Promise<Flow[]> {
  const { userId, itemId, plaidItemId, update } = bank;
  const account_id = await accountOf(bank);
  const before = await wholeState();
  const withoutAccount = async () => {
    const copy = await update.restore();
    await pull(copy.emulator, '/items/close-account', { item_id: plaidItemId, account_id });
    return copy;
  };
  return [
    {
      name: 'a new access token',
      begin: update.restore,
      act: () => rotateTokens({}),
      isAsked: true,
      isReported: isTokenReported(before),
    },
    {
      name: 'a token sealed by an older key',
      begin: (await sealedByOlder(bank)).restore,
      // Errands alone: a run under another key is like any other.
      act: () => sweep({ until: 0 }),
    },
    {
      name: 'an account that its person left out',
      begin: withoutAccount,
      act: async () => {
        await repairDone(userId, itemId, { hasChosen: true });
        await drainJobs({ until: Date.now() + 60_000 });
      },
      // Once a run has closed it, leaving it out is not to be told from the bank's own end of it.
      asksAtOnce: true,
    },
    {
      name: 'an account that was revoked at the bank',
      begin: async () => {
        const copy = await withoutAccount();
        const told = webhook(plaidItemId, 'ITEM', 'USER_ACCOUNT_REVOKED');
        await saveWebhooks([{ ...told, body: { ...told.body, account_id } }]);
        return copy;
      },
      act: workOff,
    },
  ];
}

export async function accountOf({ update }: Moments): Promise<string> {
  await update.restore();
  const [row] = await asSystem((tx) =>
    tx.execute<{ id: string }>(sql`select plaid_account_id as id from accounts where type = 'depository'`),
  );
  return row?.id ?? '';
}

/** Since then another key has become the first, and the older one still opens. */
async function sealedByOlder({ update, userId, itemId }: Moments): Promise<Moment> {
  const copy = await update.restore();
  const keys = env().ENCRYPTION_KEYS;
  const older = { id: 'older', key: randomBytes(32) };
  keys.unshift(older);
  await sealAnew({ userId, itemId });
  keys.push(...keys.splice(0, 1));
  return saveMoment(copy);
}
