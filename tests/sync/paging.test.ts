import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { asSystem } from '@/db/client';
import { addDays } from '@/lib/core/day';
import { raiseWant } from '@/db/queries/sync/jobs';
import { items, syncJobs, syncPages } from '@/db/schema';
import { syncItem } from '@/lib/sync/sync-item';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, bankRows, drain, drift, engineOn, expireLease, pull, type Watch } from '../support/engine';
import { aUser } from '../support/factories';

const today = bankToday();
const rows = Array.from({ length: 2300 }, (_, index) => ({
  transacted: addDays(today, -1 - Math.floor(index / 5)),
  amount: 1 + index / 100,
  description: `Shop ${index}`,
}));
const offer = { username: 'user_custom', password: aCustomUser(rows) };
const soon = () => ({ until: Date.now() + 60_000 });
const isSync = (path: string) => path === '/transactions/sync';

async function linked(watch?: Watch) {
  const emulator = engineOn({}, watch);
  const userId = await aUser();
  return { emulator, userId, ...(await aLink(userId, offer)) };
}

test('five pages are one update', async () => {
  const { userId, itemId } = await linked();
  expect(await syncItem(userId, itemId, soon())).toBe('done');
  expect(await bankRows(userId)).toHaveLength(2300);
  expect(await asSystem((tx) => tx.select().from(syncPages))).toEqual([]);
  expect(await drift()).toEqual([]);
});

test('check 3: data that changes while page three of five is read: the same end as a clean run, no row twice', async () => {
  let change: (() => Promise<unknown>) | null = null;
  let calls = 0;
  const { emulator, userId, itemId, plaidItemId } = await linked(async (path, count) => {
    if (isSync(path)) calls = count;
    if (isSync(path) && count === 3) await change?.();
  });
  const listed = (await pull(emulator, '/items/list')) as { items: { accounts: { account_id: string }[] }[] };
  const accountId = listed.items[0]?.accounts[0]?.account_id;
  change = () =>
    pull(emulator, '/transactions/add', {
      item_id: plaidItemId,
      account_id: accountId,
      amount: 5,
      name: 'In between',
    });
  expect(await syncItem(userId, itemId, soon())).toBe('done');
  expect(await bankRows(userId)).toHaveLength(2301);
  expect(calls).toBeGreaterThan(5);
  expect(await drift()).toEqual([]);
});

test('a run whose time is up goes on at the next page', async () => {
  const until = Date.now() + 1500;
  let calls = 0;
  const { userId, itemId } = await linked(async (path, count) => {
    if (isSync(path)) calls = count;
    if (isSync(path) && count === 3)
      await new Promise((resolve) => setTimeout(resolve, until - Date.now() + 50));
  });
  expect(await syncItem(userId, itemId, { until })).toBe('again');
  expect(await bankRows(userId)).toEqual([]);
  expect(
    await asSystem((tx) => tx.select().from(syncPages).where(eq(syncPages.userId, userId))),
  ).toHaveLength(3);
  expect(await syncItem(userId, itemId, soon())).toBe('done');
  expect(calls).toBe(5);
  expect(await bankRows(userId)).toHaveLength(2300);
});

test('a wish that came after the last page was read is not served by applying what was read before it', async () => {
  const limits = soon();
  let isLate = false;
  const { emulator, userId, itemId, plaidItemId } = await linked((path) => {
    // The time of the run is up while its last page is on the way.
    if (isSync(path) && isLate) vi.spyOn(Date, 'now').mockReturnValue(limits.until);
  });
  expect(await syncItem(userId, itemId, limits)).toBe('done');
  const listed = (await pull(emulator, '/items/list')) as { items: { accounts: { account_id: string }[] }[] };
  const account_id = listed.items[0]?.accounts[0]?.account_id;
  const add = (name: string) =>
    pull(emulator, '/transactions/add', { item_id: plaidItemId, account_id, amount: 5, name });
  await add('In time');
  await raiseWant(userId, itemId, 'webhook');
  isLate = true;
  expect(await syncItem(userId, itemId, limits)).toBe('again');
  isLate = false;
  vi.mocked(Date.now).mockRestore();
  expect(await bankRows(userId)).toHaveLength(2300);
  await add('Later');
  await raiseWant(userId, itemId, 'webhook');
  await drain();
  expect(await bankRows(userId)).toHaveLength(2302);
});

test('a process that stops and wakes up after its lease commits nothing; the next one takes over its pages', async () => {
  let wake: () => void = () => undefined;
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let reached: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const { userId, itemId } = await linked(async (path, count) => {
    if (!isSync(path) || count !== 3) return;
    reached();
    await asleep;
  });
  const sleeper = syncItem(userId, itemId, soon());
  await stopped;
  expect(await syncItem(userId, itemId, soon())).toBe('busy');
  // The page before is stored while this one is fetched, and that renews the lease once more.
  let end = 'busy';
  for (let tries = 0; end === 'busy' && tries < 20; tries++) {
    await expireLease(itemId);
    end = await syncItem(userId, itemId, soon());
  }
  expect(end).toBe('done');
  const before = await bankRows(userId);
  wake();
  expect(await sleeper).toBe('lost');
  expect(await bankRows(userId)).toEqual(before);
  expect(before).toHaveLength(2300);
});

test('two runs at once are one', async () => {
  const { userId, itemId } = await linked();
  const ends = await Promise.all([1, 2, 3].map(() => syncItem(userId, itemId, soon())));
  expect(ends.sort()).toEqual(['busy', 'busy', 'done']);
});

test('a cursor that the bank no longer knows: everything is read anew, what is gone is swept', async () => {
  const { emulator, userId, itemId, plaidItemId } = await linked();
  await syncItem(userId, itemId, soon());
  const [gone] = (await bankRows(userId)) as { plaid_transaction_id: string }[];
  await pull(emulator, '/transactions/remove', {
    item_id: plaidItemId,
    transaction_id: gone?.plaid_transaction_id,
  });
  await asSystem((tx) =>
    tx.update(items).set({ transactionsCursor: 'bm90IGEgY3Vyc29y' }).where(eq(items.id, itemId)),
  );
  await asSystem((tx) => tx.update(syncJobs).set({ want: 5 }).where(eq(syncJobs.itemId, itemId)));
  expect(await syncItem(userId, itemId, soon())).toBe('done');
  expect(await bankRows(userId)).toHaveLength(2299);
  const [item] = await asSystem((tx) => tx.select().from(items).where(eq(items.id, itemId)));
  expect(item).toMatchObject({ epoch: 2, isRebuilding: false });
  expect(await drift()).toEqual([]);
});
