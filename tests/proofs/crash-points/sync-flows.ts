/** Runs over an Item, by what they meet. */
import { asSystem } from '@/db/client';
import { updateAccount } from '@/db/queries/accounts';
import { updateTransaction } from '@/db/queries/transactions';
import type { AccountId } from '@/lib/core/id';
import { syncItem } from '@/lib/sync/sync-item';
import { sweep } from '@/lib/sync/sweep';
import { sql } from 'drizzle-orm';
import { pull } from '../../support/engine';
import { type Bank, type Moment, saveMoment } from '../moment';
import type { Moments } from '../small-bank';
import { connect } from '../wire';
import { accountOf } from './change-flows';
import type { Flow } from './flow';
import { killedAt } from './killed';

const soon = () => ({ until: Date.now() + 60_000 });

export async function syncFlows(full: Moments, plain: Moments): Promise<Flow[]> {
  const run = (bank: Moments) => () => syncItem(bank.userId, bank.itemId, soon());
  const from = (
    bank: Moments,
    moment: Moment,
    change: (copy: Bank) => Promise<unknown> = async () => {},
  ) => ({
    act: run(bank),
    begin: async () => {
      const copy = await moment.restore();
      await change(copy);
      return copy;
    },
  });
  const ofItem = { item_id: plain.plaidItemId };
  const accountId = await accountOf(plain);
  return [
    { name: 'first sync of every product', ...from(full, full.first) },
    { name: 'first sync of one account', ...from(plain, plain.first) },
    { name: 'update of every product', ...from(full, full.update) },
    { name: 'update with rows added, changed, posted and removed', ...from(plain, plain.update) },
    { name: 'update without news', ...from(plain, await synced(plain)) },
    { name: 'rebuild', ...from(plain, plain.rebuild) },
    {
      name: 'a cursor that is refused',
      ...from(plain, plain.update, () =>
        execute(sql`update items set transactions_cursor = 'bm90IGEgY3Vyc29y'`),
      ),
    },
    {
      name: 'data that changes between two pages',
      ...from(plain, plain.update),
      meanwhile: {
        path: '/transactions/sync',
        count: 2,
        happens: ({ emulator }) =>
          pull(emulator, '/transactions/add', {
            ...ofItem,
            account_id: accountId,
            amount: 3,
            name: 'Between',
          }),
      },
    },
    { name: 'going on after the time was up', ...from(plain, await stoppedAt(plain, 2)) },
    {
      name: 'an account that is closed',
      ...from(full, full.update, async ({ emulator }) => {
        await pull(emulator, '/items/close-account', {
          item_id: full.plaidItemId,
          account_id: await accountOf(full),
        });
      }),
    },
    {
      name: 'a bank that wants its person',
      ...from(plain, plain.update, ({ emulator }) => pull(emulator, '/items/break', ofItem)),
    },
    {
      name: 'access that was withdrawn',
      ...from(plain, plain.update, ({ emulator }) => pull(emulator, '/items/revoke', ofItem)),
    },
    {
      name: 'an edit while a run is under way',
      ...from(plain, plain.update),
      meanwhile: { path: '/transactions/sync', count: 3, happens: () => editAll(plain) },
    },
    // Where nothing else moves: asked again later, it would be an edit of other rows.
    { name: 'an edit', ...from(plain, await synced(plain)), act: () => editAll(plain), isAsked: true },
    {
      name: 'an account that is hidden',
      ...from(plain, plain.update),
      act: async () => {
        const [row] = await asSystem((tx) => tx.execute<{ id: AccountId }>(sql`select id from accounts`));
        if (row) await updateAccount(plain.userId, row.id, { isHidden: true });
      },
      isAsked: true,
    },
    {
      name: 'the schedule, after a move of the app',
      ...from(plain, plain.update, () =>
        execute(sql`update items set webhook_url = 'http://former.example'`),
      ),
      act: () => sweep(soon()),
    },
  ];
}

/** The words of the person on every row that the bank is not about to take away. */
async function editAll({ userId }: Moments): Promise<void> {
  const rows = await asSystem((tx) =>
    tx.execute<{ id: string }>(sql`
      select id from transactions where bank_name in ('Green Grocer', 'Bistro', 'Bistro Paris') and removed_at is null
      order by bank_name`),
  );
  for (const { id } of rows) await updateTransaction(userId, id, { note: 'shared with Eve' });
}

/** All that the bank has is stored, and it is asked once more. */
async function synced({ update, userId, itemId }: Moments): Promise<Moment> {
  const copy = await update.restore();
  connect(copy);
  await syncItem(userId, itemId, soon());
  await execute(sql`update sync_jobs set want = want + 1`);
  return saveMoment(copy);
}

/** A process that was killed with so many pages staged. */
async function stoppedAt({ update, userId, itemId }: Moments, page: number): Promise<Moment> {
  const copy = await update.restore();
  const path = '/transactions/sync';
  await killedAt({ path, count: page + 1 }, copy, () => syncItem(userId, itemId, soon()));
  await execute(sql`update sync_jobs set lease_until = null`);
  return saveMoment(copy);
}

async function execute(statement: ReturnType<typeof sql>): Promise<void> {
  await asSystem((tx) => tx.execute(statement));
}
