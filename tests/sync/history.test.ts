/** What a transaction was before: kept when the bank or the person changes it, and only then. */
import { and, eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { listChanges } from '@/db/queries/changes';
import { updateTransaction } from '@/db/queries/transactions';
import { syncRuns, transactionChanges, transactions } from '@/db/schema';
import { addDays } from '@/lib/core/day';
import type { UserId } from '@/lib/core/id';
import { requestSync } from '@/lib/sync/request-sync';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, drain, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const today = bankToday();
const password = aCustomUser([{ transacted: addDays(today, -3), amount: 12.5, description: 'Corner Shop' }]);

async function linked() {
  const emulator = engineOn();
  const userId = await aUser();
  const { itemId, plaidItemId } = await aLink(userId, { username: 'user_custom', password });
  await drain();
  const { items } = (await pull(emulator, '/items/list')) as {
    items: { accounts: { account_id: string }[] }[];
  };
  const account_id = items[0]?.accounts[0]?.account_id;
  const steer = (path: string, body: object) => pull(emulator, path, { item_id: plaidItemId, ...body });
  const sync = async () => {
    await requestSync(userId, itemId);
    await drain();
  };
  return { userId, itemId, account_id, steer, sync };
}

async function rowNamed(userId: UserId, bankName: string) {
  const [row] = await asSystem((tx) =>
    tx
      .select()
      .from(transactions)
      .where(
        and(
          eq(transactions.userId, userId),
          eq(transactions.bankName, bankName),
          isNull(transactions.removedAt),
        ),
      ),
  );
  if (!row) throw new Error(`There is no row called ${bankName}.`);
  return row;
}

async function historyOf(userId: UserId, transactionId: string) {
  const changes = await listChanges(userId, transactionId);
  return changes.map(({ field, source, before, after }) => `${source} ${field}: ${before} → ${after}`).sort();
}

test('a first sync keeps no history, and neither does a second one that changes nothing', async () => {
  const { userId, sync } = await linked();
  await sync();
  const kept = await asSystem((tx) =>
    tx.select().from(transactionChanges).where(eq(transactionChanges.userId, userId)),
  );
  expect(kept).toEqual([]);
});

test('a correction by the bank keeps what was there, with the run that brought it', async () => {
  const { userId, itemId, steer, sync } = await linked();
  const row = await rowNamed(userId, 'Corner Shop');
  await steer('/transactions/modify', {
    transaction_id: row.plaidTransactionId,
    amount: 13.75,
    name: 'Corner Shop Ltd',
  });
  await sync();
  expect(await historyOf(userId, row.id)).toEqual([
    'bank amount: -1250 → -1375',
    'bank name: Corner Shop → Corner Shop Ltd',
    'bank text: Corner Shop → Corner Shop Ltd',
  ]);
  const runs = await asSystem((tx) => tx.select().from(syncRuns).where(eq(syncRuns.itemId, itemId)));
  const [change] = await asSystem((tx) =>
    tx.select().from(transactionChanges).where(eq(transactionChanges.userId, userId)),
  );
  expect(runs.find(({ id }) => id === change?.runId)?.counts.transactions?.changed).toBe(1);
});

test('what the person changes is kept beside what the bank changes', async () => {
  const { userId } = await linked();
  const { id } = await rowNamed(userId, 'Corner Shop');
  await updateTransaction(userId, id, { userMerchantName: 'Ann’s shop' });
  await updateTransaction(userId, id, { userMerchantName: 'Ann’s shop', note: 'milk' });
  await updateTransaction(userId, id, { userMerchantName: null });
  expect(await historyOf(userId, id)).toEqual([
    'person name: Ann’s shop → null',
    'person name: null → Ann’s shop',
    'person note: null → milk',
  ]);
});

test('a posted row shows what it was while it was pending, and what was done to it then', async () => {
  const { userId, account_id, steer, sync } = await linked();
  await steer('/transactions/add', { account_id, amount: 42.1, name: 'Bistro', pending: true });
  await sync();
  const pending = await rowNamed(userId, 'Bistro');
  await updateTransaction(userId, pending.id, { userCategoryId: 'gifts' });
  await steer('/transactions/post', {
    transaction_id: pending.plaidTransactionId,
    amount: 50.5,
    name: 'Bistro Paris',
  });
  await sync();
  const posted = await rowNamed(userId, 'Bistro Paris');
  expect(posted.id).not.toBe(pending.id);
  expect(await historyOf(userId, posted.id)).toEqual(
    expect.arrayContaining([
      'bank amount: -4210 → -5050',
      'bank name: Bistro → Bistro Paris',
      'bank status: pending → posted',
      'person category: null → gifts',
    ]),
  );
  // The pending row is purged after a month; the posted one's history is its own.
  await asSystem((tx) => tx.delete(transactions).where(eq(transactions.id, pending.id)));
  expect(await historyOf(userId, posted.id)).toContain('bank status: pending → posted');
});

test('a bank that changes its mind again and again fills a bounded number of lines', async () => {
  const { userId, steer, sync } = await linked();
  const row = await rowNamed(userId, 'Corner Shop');
  await asSystem((tx) =>
    tx.insert(transactionChanges).values(
      Array.from({ length: 50 }, (_, index) => ({
        userId,
        transactionId: row.id,
        field: 'amount' as const,
        source: 'bank' as const,
        before: String(index),
        after: String(index + 1),
        at: new Date(Date.UTC(2020, 0, 1, 0, index)),
      })),
    ),
  );
  await steer('/transactions/modify', { transaction_id: row.plaidTransactionId, amount: 99 });
  await sync();
  const changes = await listChanges(userId, row.id);
  expect(changes).toHaveLength(40);
  expect(changes[0]).toMatchObject({ before: '-1250', after: '-9900' });
});

test('history goes with its transaction', async () => {
  const { userId } = await linked();
  const { id } = await rowNamed(userId, 'Corner Shop');
  await updateTransaction(userId, id, { note: 'milk' });
  await asSystem((tx) => tx.delete(transactions).where(eq(transactions.id, id)));
  const kept = await asSystem((tx) =>
    tx.select().from(transactionChanges).where(eq(transactionChanges.userId, userId)),
  );
  expect(kept).toEqual([]);
});
