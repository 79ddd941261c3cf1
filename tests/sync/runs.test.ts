/** What a run leaves behind for a person to read (S17). */
import { asc, eq } from 'drizzle-orm';
import { Products } from 'plaid';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { accounts, syncRuns, transactions } from '@/db/schema';
import { addDays } from '@/lib/core/day';
import type { ItemId } from '@/lib/core/id';
import { requestSync } from '@/lib/sync/request-sync';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, drain, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const today = bankToday();
const password = aCustomUser([
  { transacted: addDays(today, -3), amount: 12.5, description: 'Corner Shop' },
  { transacted: addDays(today, -2), amount: 8, description: 'Bakery' },
]);
const nothing = { added: 0, changed: 0, removed: 0 };

async function linked() {
  const emulator = engineOn();
  const userId = await aUser();
  const { itemId, plaidItemId } = await aLink(userId, { username: 'user_custom', password });
  await drain();
  const steer = (path: string, body: object) => pull(emulator, path, { item_id: plaidItemId, ...body });
  const sync = async () => {
    await requestSync(userId, itemId);
    await drain();
    return (await runsOf(itemId)).at(-1);
  };
  return { userId, itemId, steer, sync };
}

async function runsOf(itemId: ItemId) {
  return asSystem((tx) =>
    tx.select().from(syncRuns).where(eq(syncRuns.itemId, itemId)).orderBy(asc(syncRuns.fence)),
  );
}

/** Corner Shop, then Bakery. */
async function rowsOf(itemId: ItemId) {
  return asSystem((tx) =>
    tx
      .select({
        plaidTransactionId: transactions.plaidTransactionId,
        plaidAccountId: accounts.plaidAccountId,
      })
      .from(transactions)
      .innerJoin(accounts, eq(accounts.id, transactions.accountId))
      .where(eq(accounts.itemId, itemId))
      .orderBy(asc(transactions.day)),
  );
}

test('the first run says what came, from which nothing to which cursor', async () => {
  const { itemId } = await linked();
  const [first] = await runsOf(itemId);
  expect(first).toMatchObject({
    trigger: 'link',
    outcome: 'done',
    attempt: 0,
    served: 1,
    cursorBefore: null,
  });
  expect(first?.counts).toMatchObject({
    accounts: { added: 1, changed: 0, removed: 0 },
    transactions: { added: 2, changed: 0, removed: 0 },
  });
  expect(first?.cursorAfter).toMatch(/^[0-9a-f]{12}$/);
  expect(first?.requestIds.length).toBeGreaterThan(1);
});

test('a run that brings nothing counts nothing, and its cursor stays', async () => {
  const { sync } = await linked();
  const run = await sync();
  expect(run).toMatchObject({ trigger: 'person', outcome: 'done' });
  expect(run?.cursorAfter).toBe(run?.cursorBefore);
  expect(run?.counts.transactions).toEqual(nothing);
  expect(run?.counts.accounts).toEqual(nothing);
});

test('what the bank corrects and takes away is counted apart, and a moved balance is a change', async () => {
  const { itemId, steer, sync } = await linked();
  const [shop, bakery] = await rowsOf(itemId);
  await steer('/transactions/modify', { transaction_id: shop?.plaidTransactionId, amount: 13 });
  await steer('/transactions/remove', { transaction_id: bakery?.plaidTransactionId });
  await steer('/transactions/add', { account_id: shop?.plaidAccountId, amount: 20, name: 'Bistro' });
  const run = await sync();
  expect(run?.counts.transactions).toEqual({ added: 1, changed: 1, removed: 1 });
  expect(run?.counts.accounts).toEqual({ added: 0, changed: 1, removed: 0 });
  expect(run?.cursorAfter).not.toBe(run?.cursorBefore);
});

test('a run that the bank refuses keeps the code and the request’s id', async () => {
  const { steer, sync } = await linked();
  await steer('/items/break', {});
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'failed', problems: { accounts: 'ITEM_LOGIN_REQUIRED' } });
  expect(run?.requestIds.length).toBeGreaterThan(0);
});

test('requests that one run serves are counted', async () => {
  const { userId, itemId, sync } = await linked();
  await requestSync(userId, itemId);
  await requestSync(userId, itemId);
  expect(await sync()).toMatchObject({ served: 3 });
});

test('names of owners are counted when they come', async () => {
  engineOn();
  const userId = await aUser();
  const products = [Products.Transactions, Products.Identity];
  const { itemId } = await aLink(userId, { username: 'user_good', products });
  await drain();
  const [first] = await runsOf(itemId);
  expect(first?.counts.owners?.added).toBe(first?.counts.accounts?.added);
});
