/** Checks of the contract's section 30 about updates: postings over pages, and limits. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { updateTransaction } from '@/db/queries/transactions';
import { syncJobs, transactions } from '@/db/schema';
import { drain, drift } from '../../support/engine';
import { aPage, aRow, linkScripted, Refusal, type Script } from '../../support/scripted-bank';

const pending = aRow('pending', { pending: true, amount: 20 });
const posted = aRow('posted', { pending_transaction_id: 'pending', amount: 23 });

test.each([
  ['the pending one goes first', { removed: [{ transaction_id: 'pending' }] }, { added: [posted] }],
  ['the posted one comes first', { added: [posted] }, { removed: [{ transaction_id: 'pending' }] }],
])('check 2: pending to posted over two pages, %s: one row, and the category kept', async (_, one, two) => {
  const script: Script = { '/transactions/sync': aPage({ added: [pending], next_cursor: 'first' }) };
  const { userId, sync } = await linkScripted(script);
  const live = async () =>
    (await asSystem((tx) => tx.select().from(transactions).where(eq(transactions.userId, userId)))).filter(
      ({ removedAt }) => removedAt === null,
    );
  const [before] = await live();
  await updateTransaction(userId, before?.id ?? '', { userCategoryId: 'gifts', note: 'for Bob' });
  script['/transactions/sync'] = ({ cursor }) =>
    cursor === 'first'
      ? aPage({ ...one, next_cursor: 'middle', has_more: true })
      : aPage(cursor === 'middle' ? { ...two, next_cursor: 'last' } : { next_cursor: 'last' });
  await sync();
  expect(await live()).toMatchObject([
    {
      plaidTransactionId: 'posted',
      amount: -23_00,
      isPending: false,
      userCategoryId: 'gifts',
      note: 'for Bob',
    },
  ]);
  expect(await drift()).toEqual([]);
});

test.each([
  '/accounts/get',
  '/transactions/sync',
  '/transactions/recurring/get',
  '/liabilities/get',
  '/investments/holdings/get',
])('check 23: a limit reached at %s: nothing is lost, and nobody asks again at once', async (path) => {
  const script: Script = { '/transactions/sync': aPage({ added: [aRow('kept')] }) };
  const { userId, itemId, sync, calls } = await linkScripted(script);
  const before = script[path];
  script[path] = new Refusal('RATE_LIMIT_EXCEEDED', 'RATE_LIMIT', 429);
  calls.length = 0;
  await sync();
  for (let again = 0; again < 3; again++) await drain();
  expect(calls.filter((of) => of === path)).toHaveLength(1);
  const [job] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId)));
  expect(job?.notBefore).not.toBeNull();
  expect(job?.done).toBeLessThan(job?.want ?? 0);
  if (before) script[path] = before;
  else delete script[path];
  await sync();
  const [done] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId)));
  expect(done?.done).toBe(done?.want);
  const rows = await asSystem((tx) => tx.select().from(transactions).where(eq(transactions.userId, userId)));
  expect(rows.map(({ plaidTransactionId }) => plaidTransactionId)).toEqual(['kept']);
});
