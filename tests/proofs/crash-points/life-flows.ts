/** Links, removals and repairs: how connections begin, are looked after, and end. */
import { asSystem } from '@/db/client';
import { linkItem } from '@/lib/sync/link-item';
import { removeItem } from '@/lib/sync/remove-item';
import { repairDone } from '@/lib/sync/repair-item';
import { requestSync } from '@/lib/sync/request-sync';
import { sweep } from '@/lib/sync/sweep';
import { sql } from 'drizzle-orm';
import { pull } from '../../support/engine';
import { type Moment, saveMoment } from '../moment';
import type { Moments } from '../small-bank';
import { wholeState } from '../state';
import type { Flow } from './flow';
import { killedAt } from './killed';
import { isLinkReported, isSetAside } from './reported';

const soon = () => ({ until: Date.now() + 60_000 });

/** A link's public token may be spent while nobody heard the answer; asked for again with it, that is said. */
const LINK: Pick<Flow, 'isAsked' | 'isReported' | 'refusals'> = {
  isAsked: true,
  isReported: isLinkReported,
  refusals: ['invalid-input'],
};

export async function lifeFlows(bank: Moments): Promise<Flow[]> {
  const { userId, itemId, plaidItemId, publicToken, unlinked, first, update } = bank;
  const link = () => linkItem(userId, { publicToken });
  const offered = {
    institution: { name: 'First Platypus Bank', institution_id: 'ins_109508' },
    accounts: await accountsOf(bank),
  };
  await unlinked.restore();
  const nobody = await wholeState();
  return [
    { name: 'exchange', ...LINK, begin: unlinked.restore, act: link },
    {
      name: 'exchange, twice at once',
      ...LINK,
      begin: unlinked.restore,
      act: () => Promise.all([link(), link()]),
      isWaiting: true,
    },
    {
      name: 'a bank linked twice, as Link tells',
      ...LINK,
      begin: first.restore,
      act: () => linkItem(userId, { publicToken, metadata: offered }),
      refusals: ['conflict', 'invalid-input'],
    },
    {
      name: 'a bank linked twice, as Plaid tells',
      ...LINK,
      begin: first.restore,
      act: link,
      isReported: async (ends) => (await isLinkReported(ends)) || (await isSetAside(ends)),
      refusals: ['conflict', 'invalid-input'],
    },
    {
      name: 'a link that was interrupted',
      begin: (await interrupted(bank)).restore,
      act: () => sweep(soon()),
      isReported: () => isLinkReported({ untouched: nobody }),
    },
    {
      name: 'removal',
      begin: update.restore,
      act: () => removeItem(userId, itemId),
      isAsked: true,
      // It is gone already.
      refusals: ['not-found'],
    },
    { name: 'removal, tried again', begin: (await ending(bank)).restore, act: () => sweep(soon()) },
    { name: 'repair', begin: update.restore, act: () => repairDone(userId, itemId), isAsked: true },
    {
      name: 'repair in vain',
      begin: async () => {
        const copy = await update.restore();
        await pull(copy.emulator, '/items/break', { item_id: plaidItemId });
        return copy;
      },
      act: () => repairDone(userId, itemId),
      isAsked: true,
    },
    {
      name: 'a sync that was asked for',
      begin: update.restore,
      act: () => requestSync(userId, itemId),
      isAsked: true,
    },
  ];
}

/** The intent is stored, and its process is gone. */
async function interrupted({ unlinked, userId, publicToken }: Moments): Promise<Moment> {
  const copy = await unlinked.restore();
  await killedAt({ path: '/item/public_token/exchange' }, copy, () => linkItem(userId, { publicToken }));
  await asSystem((tx) =>
    tx.execute(sql`update link_intents set created_at = created_at - interval '5 minutes'`),
  );
  return saveMoment(copy);
}

/** Hidden, and not yet ended at Plaid. */
async function ending({ update, userId, itemId }: Moments): Promise<Moment> {
  const copy = await update.restore();
  await killedAt({ path: '/item/remove' }, copy, () => removeItem(userId, itemId));
  return saveMoment(copy);
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
