import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { listAccounts } from '@/db/queries/accounts';
import { listCategoryMonths } from '@/db/queries/budgets';
import { listStandings } from '@/db/queries/balances';
import { noteRevoked } from '@/db/queries/sync/account-ends';
import { sumTransactions } from '@/db/queries/transactions';
import { accounts } from '@/db/schema';
import type { UserId } from '@/lib/core/id';
import { addDays } from '@/lib/core/day';
import { monthOf } from '@/lib/core/month';
import { repairDone } from '@/lib/sync/repair-item';
import { requestSync } from '@/lib/sync/request-sync';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, drain, drift, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const day = addDays(bankToday(), -3);
const EVERYTHING = { text: null, accountId: null, categoryId: null, month: null };

/** A bank with one account of one row, which can go and come back. */
async function linked() {
  const emulator = engineOn();
  const userId = await aUser();
  const password = aCustomUser([{ transacted: day, amount: 12.5, description: 'Corner Shop' }]);
  const link = await aLink(userId, { username: 'user_custom', password });
  await drain();
  const account_id = (await rowOf(userId)).plaidAccountId;
  const steer = (path: string) => pull(emulator, path, { item_id: link.plaidItemId, account_id });
  const sync = async () => {
    await requestSync(userId, link.itemId);
    await drain();
  };
  return { userId, itemId: link.itemId, accountId: account_id, steer, sync };
}

async function rowOf(userId: UserId) {
  const [row] = await asSystem((tx) =>
    tx
      .select()
      .from(accounts)
      .where(and(eq(accounts.userId, userId))),
  );
  if (!row) throw new Error('There is no account.');
  return row;
}

/** What lists and totals of a person hold, of one account of one row. */
async function shownTo(userId: UserId) {
  const month = monthOf(day);
  return {
    accounts: (await listAccounts(userId)).length,
    today: (await listStandings(userId)).length,
    rows: (await sumTransactions(userId, EVERYTHING)).reduce((sum, { count }) => sum + count, 0),
    budget: (await listCategoryMonths(userId, month, month)).length,
  };
}

test('a closed account keeps its history and leaves the totals of today; back, it is open again', async () => {
  const { userId, steer, sync } = await linked();
  expect(await shownTo(userId)).toEqual({ accounts: 1, today: 1, rows: 1, budget: 1 });
  await steer('/items/close-account');
  await sync();
  expect(await rowOf(userId)).toMatchObject({ closedAt: expect.any(Date), withdrawnAt: null });
  expect(await shownTo(userId)).toEqual({ accounts: 1, today: 0, rows: 1, budget: 1 });
  await steer('/items/open-account');
  await sync();
  expect(await rowOf(userId)).toMatchObject({ closedAt: null });
  expect(await shownTo(userId)).toEqual({ accounts: 1, today: 1, rows: 1, budget: 1 });
});

test('check 11: update mode that drops an account: it vanishes from every list and total, and its rows wait', async () => {
  const { userId, itemId, steer, sync } = await linked();
  await steer('/items/close-account');
  await repairDone(userId, itemId, { hasChosen: true });
  await drain();
  expect(await shownTo(userId)).toEqual({ accounts: 0, today: 0, rows: 0, budget: 0 });
  await steer('/items/open-account');
  await sync();
  expect(await rowOf(userId)).toMatchObject({ closedAt: null, withdrawnAt: null, revokedAt: null });
  expect(await shownTo(userId)).toEqual({ accounts: 1, today: 1, rows: 1, budget: 1 });
  expect(await drift()).toEqual([]);
});

test('after update mode without a choice of accounts, one that is missing is closed, not taken back', async () => {
  const { userId, itemId, steer } = await linked();
  await steer('/items/close-account');
  await repairDone(userId, itemId);
  await drain();
  expect(await shownTo(userId)).toMatchObject({ accounts: 1, rows: 1 });
});

test('word of a revoked account is believed when the bank serves it no more, and not before', async () => {
  const { userId, itemId, accountId, steer, sync } = await linked();
  await noteRevoked(userId, itemId, accountId);
  await sync();
  expect(await shownTo(userId)).toEqual({ accounts: 1, today: 1, rows: 1, budget: 1 });
  await steer('/items/close-account');
  await noteRevoked(userId, itemId, accountId);
  await sync();
  expect(await shownTo(userId)).toEqual({ accounts: 0, today: 0, rows: 0, budget: 0 });
});
