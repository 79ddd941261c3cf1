import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { accounts, itemProducts, items, syncJobs } from '@/db/schema';
import { addDays } from '@/lib/core/day';
import type { ItemId } from '@/lib/core/id';
import { removeItem, finishRemoval } from '@/lib/sync/remove-item';
import { repairDone } from '@/lib/sync/repair-item';
import { requestSync } from '@/lib/sync/request-sync';
import { sweep } from '@/lib/sync/sweep';
import { syncItem } from '@/lib/sync/sync-item';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, bankRows, drain, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const today = bankToday();
const password = aCustomUser([{ transacted: addDays(today, -3), amount: 12.5, description: 'Corner Shop' }]);
const offer = { username: 'user_custom', password };
const soon = () => ({ until: Date.now() + 60_000 });

const itemOf = async (itemId: ItemId) =>
  (await asSystem((tx) => tx.select().from(items).where(eq(items.id, itemId))))[0];

const productOf = async (itemId: ItemId, product: 'transactions' | 'liabilities') =>
  (
    await asSystem((tx) =>
      tx
        .select()
        .from(itemProducts)
        .where(and(eq(itemProducts.itemId, itemId), eq(itemProducts.product, product))),
    )
  )[0];

async function linked(of = offer) {
  const emulator = engineOn();
  const userId = await aUser();
  const link = await aLink(userId, of);
  await drain();
  const again = async () => {
    await requestSync(userId, link.itemId);
    return syncItem(userId, link.itemId, soon());
  };
  return { emulator, userId, again, ...link };
}

test('check 10: a login that the bank refuses marks the connection; repair clears it', async () => {
  const { emulator, userId, itemId, plaidItemId, again } = await linked();
  await pull(emulator, '/items/break', { item_id: plaidItemId });
  await again();
  expect(await itemOf(itemId)).toMatchObject({ state: 'needs-repair', errorCode: 'ITEM_LOGIN_REQUIRED' });
  await repairDone(userId, itemId);
  expect(await itemOf(itemId)).toMatchObject({ state: 'needs-repair' });
  await pull(emulator, '/items/heal', { item_id: plaidItemId });
  await repairDone(userId, itemId);
  expect(await itemOf(itemId)).toMatchObject({ state: 'healthy', errorCode: null });
});

test('a sync that succeeds clears the warning without anybody saying so', async () => {
  const { emulator, itemId, plaidItemId, again } = await linked();
  await pull(emulator, '/items/break', { item_id: plaidItemId });
  await again();
  await pull(emulator, '/items/heal', { item_id: plaidItemId });
  await again();
  expect(await itemOf(itemId)).toMatchObject({ state: 'healthy', errorCode: null });
});

test('a product that fails leaves the others alone, and its job comes back later', async () => {
  const { emulator, userId, itemId, again } = await linked({ username: 'user_good', password: 'pass_good' });
  const rows = await bankRows(userId);
  await pull(emulator, '/faults/add', {
    endpoint: '/liabilities/get',
    error_code: 'INTERNAL_SERVER_ERROR',
    count: 5,
  });
  expect(await again()).toBe('again');
  expect(await productOf(itemId, 'transactions')).toMatchObject({ state: 'ready', errorCode: null });
  expect(await productOf(itemId, 'liabilities')).toMatchObject({ errorCode: 'INTERNAL_SERVER_ERROR' });
  expect(await bankRows(userId)).toEqual(rows);
  const [job] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId)));
  expect(job?.notBefore).not.toBeNull();
});

test('no liabilities is not an error of the connection', async () => {
  const { emulator, itemId, again } = await linked({ username: 'user_good', password: 'pass_good' });
  await pull(emulator, '/faults/add', { endpoint: '/liabilities/get', error_code: 'NO_LIABILITY_ACCOUNTS' });
  expect(await again()).toBe('done');
  expect(await productOf(itemId, 'liabilities')).toMatchObject({ state: 'not-available' });
  expect(await itemOf(itemId)).toMatchObject({ state: 'healthy' });
});

test.each(['html', 'cut', 'empty', 'drop'])(
  'an answer that is spoilt (%s) is tried again and changes nothing',
  async (body) => {
    const { emulator, userId, itemId, again } = await linked();
    const rows = await bankRows(userId);
    await pull(emulator, '/faults/add', { endpoint: '/transactions/sync', body });
    expect(await again()).toBe('again');
    expect(await bankRows(userId)).toEqual(rows);
    expect(await again()).toBe('done');
    expect(await itemOf(itemId)).toMatchObject({ state: 'healthy' });
  },
);

test('wrong keys of ours blame no connection', async () => {
  const { emulator, itemId, again } = await linked();
  await pull(emulator, '/faults/add', { endpoint: '*', error_code: 'INVALID_API_KEYS', count: 3 });
  expect(await again()).toBe('again');
  expect(await itemOf(itemId)).toMatchObject({ state: 'healthy' });
});

test('an account that the bank no longer serves is closed, keeps its rows, and opens again', async () => {
  const { emulator, userId, plaidItemId, again } = await linked();
  const rows = await bankRows(userId);
  const [account] = await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.userId, userId)));
  const closing = { item_id: plaidItemId, account_id: account?.plaidAccountId };
  await pull(emulator, '/items/close-account', closing);
  await again();
  const closed = await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.userId, userId)));
  expect(closed.map(({ closedAt }) => closedAt === null)).toEqual([false]);
  expect((await bankRows(userId)).length).toBeLessThanOrEqual(rows.length);
  await pull(emulator, '/items/open-account', closing);
  await again();
  const open = await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.userId, userId)));
  expect(open.map(({ closedAt }) => closedAt)).toEqual([null]);
});

test('a removal that Plaid does not confirm hides the connection and is tried again', async () => {
  const { emulator, userId, itemId } = await linked();
  await pull(emulator, '/faults/add', { endpoint: '/item/remove', error_code: 'INTERNAL_SERVER_ERROR' });
  await removeItem(userId, itemId);
  expect(await itemOf(itemId)).toMatchObject({ state: 'ending' });
  expect(await finishRemoval(userId, itemId)).toBe(true);
  expect(await itemOf(itemId)).toBeUndefined();
  expect(await bankRows(userId)).toEqual([]);
});

test('check 24: removing what Plaid has removed already works as well', async () => {
  const { emulator, userId, itemId } = await linked();
  await pull(emulator, '/faults/add', { endpoint: '/item/remove', error_code: 'ITEM_NOT_FOUND' });
  await removeItem(userId, itemId);
  expect(await itemOf(itemId)).toBeUndefined();
});

test('a stranger’s connection is not found, by any door', async () => {
  const { itemId } = await linked();
  const bob = await aUser();
  await expect(removeItem(bob, itemId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(requestSync(bob, itemId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(repairDone(bob, itemId)).rejects.toMatchObject({ code: 'not-found' });
  expect(await itemOf(itemId)).toMatchObject({ state: 'healthy' });
});

test('with every webhook lost, the schedule alone brings the same state, and twice changes nothing', async () => {
  const { emulator, userId, itemId, plaidItemId } = await linked();
  const [account] = await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.userId, userId)));
  await pull(emulator, '/webhooks/mode', { mode: 'lose' });
  const added = {
    item_id: plaidItemId,
    account_id: account?.plaidAccountId,
    amount: 7,
    name: 'Lost and found',
  };
  await pull(emulator, '/transactions/add', added);
  await asSystem((tx) =>
    tx
      .update(syncJobs)
      .set({ lastRunAt: new Date(Date.now() - 86_400_000) })
      .where(eq(syncJobs.itemId, itemId)),
  );
  await sweep(soon());
  const rows = await bankRows(userId);
  expect(rows).toHaveLength(2);
  await Promise.all([sweep(soon()), sweep(soon())]);
  expect(await bankRows(userId)).toEqual(rows);
});
