import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { itemProducts, items, syncJobs, transactions } from '@/db/schema';
import { syncItem } from '@/lib/sync/sync-item';
import { aLink, drain, drift, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const soon = () => ({ until: Date.now() + 60_000 });
const itemOf = async (itemId: string) =>
  (
    await asSystem((tx) =>
      tx
        .select()
        .from(items)
        .where(eq(items.id, itemId as never)),
    )
  )[0];

test('a first link brings accounts, history, streams, debts and holdings', async () => {
  engineOn();
  const userId = await aUser();
  const { itemId } = await aLink(userId, { username: 'user_good' });
  await drain();
  const products = await asSystem((tx) =>
    tx.select().from(itemProducts).where(eq(itemProducts.itemId, itemId)),
  );
  expect(products.map(({ product, state }) => `${product} ${state}`).sort()).toEqual([
    'accounts ready',
    // Nobody agreed to it, so it was not asked for.
    'identity not-available',
    'investments ready',
    'liabilities ready',
    'recurring ready',
    'transactions ready',
  ]);
  const item = await itemOf(itemId);
  expect(item).toMatchObject({ state: 'healthy', institutionName: 'First Platypus Bank' });
  expect(item?.historicalUpdateAt).not.toBeNull();
});

test('read models equal a full recount', async () => {
  expect(await drift()).toEqual([]);
});

test('syncing again changes no row', async () => {
  const before = await asSystem((tx) => tx.select().from(transactions));
  await asSystem((tx) => tx.update(syncJobs).set({ want: 99 }));
  await drain();
  const after = await asSystem((tx) => tx.select().from(transactions));
  expect(after).toEqual(before);
});

test('check 4: an empty cursor is not stored: the data is still on its way', async () => {
  engineOn({ delays: { initial: 60_000, historical: 120_000 } });
  const userId = await aUser();
  const { itemId } = await aLink(userId, { username: 'user_good' });
  expect(await syncItem(userId, itemId, soon())).toBe('again');
  expect((await itemOf(itemId))?.transactionsCursor).toBeNull();
  const [waiting] = await asSystem((tx) =>
    tx.select().from(itemProducts).where(eq(itemProducts.itemId, itemId)).orderBy(itemProducts.product),
  );
  expect(waiting?.state).toBe('ready');
  const [job] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId)));
  expect(job?.notBefore).not.toBeNull();
  expect(job?.done).toBeLessThan(job?.want ?? 0);
});

test('thirty days come first, the rest of the history later', async () => {
  const emulator = engineOn({ delays: { initial: 0, historical: 60_000 } });
  const userId = await aUser();
  const { itemId } = await aLink(userId, { username: 'user_good' });
  await syncItem(userId, itemId, soon());
  const first = await asSystem((tx) => tx.select().from(transactions).where(eq(transactions.userId, userId)));
  const early = await itemOf(itemId);
  expect(early?.initialUpdateAt).not.toBeNull();
  expect(early?.historicalUpdateAt).toBeNull();
  await pull(emulator, '/clock/advance', { ms: 61_000 });
  await syncItem(userId, itemId, soon());
  const all = await asSystem((tx) => tx.select().from(transactions).where(eq(transactions.userId, userId)));
  expect(first.length).toBeGreaterThan(0);
  expect(all.length).toBeGreaterThan(first.length);
  expect((await itemOf(itemId))?.historicalUpdateAt).not.toBeNull();
  expect(await drift()).toEqual([]);
});
