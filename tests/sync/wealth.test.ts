import { and, eq } from 'drizzle-orm';
import { Products } from 'plaid';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { accounts, holdingDays, holdings, investmentTransactions, itemProducts } from '@/db/schema';
import type { ItemId } from '@/lib/core/id';
import { answerThrough } from '@/lib/plaid/client';
import { requestSync } from '@/lib/sync/request-sync';
import { syncItem } from '@/lib/sync/sync-item';
import { bankToday } from '../support/bank-day';
import { addDays } from '@/lib/core/day';
import { adapterFor } from '../support/emulator-client';
import { aLink, drain, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';
import { aSecurity } from '../support/wealth-factories';

const today = bankToday();
const soon = () => ({ until: Date.now() + 60_000 });
const good = { username: 'user_good', password: 'pass_good' };

const productOf = async (itemId: ItemId, product: 'identity' | 'investments') => {
  const of = and(eq(itemProducts.itemId, itemId), eq(itemProducts.product, product));
  return (await asSystem((tx) => tx.select().from(itemProducts).where(of)))[0];
};

function watched() {
  const counts = new Map<string, number>();
  const emulator = engineOn({}, (path, count) => void counts.set(path, count));
  return { emulator, asked: (path: string) => counts.get(path) ?? 0 };
}

test('the owners are read once where the person agreed to it, by name alone (IDN-3)', async () => {
  const { asked } = watched();
  const userId = await aUser();
  const products = [Products.Transactions, Products.Identity];
  const { itemId } = await aLink(userId, { ...good, products });
  await drain();
  const names = async () =>
    (await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.itemId, itemId)))).map(
      ({ ownerNames }) => ownerNames.length,
    );
  expect(await productOf(itemId, 'identity')).toMatchObject({ state: 'ready' });
  expect(Math.min(...(await names()))).toBeGreaterThan(0);
  await requestSync(userId, itemId);
  await syncItem(userId, itemId, soon());
  expect(asked('/identity/get')).toBe(1);
});

test('without consent identity is never asked for (LT-10)', async () => {
  const { asked } = watched();
  const { itemId } = await aLink(await aUser(), { ...good, products: [Products.Transactions] });
  await drain();
  expect(await productOf(itemId, 'identity')).toMatchObject({ state: 'not-available' });
  expect(asked('/identity/get')).toBe(0);
});

test('identity that fails leaves every other product alone (S13)', async () => {
  const { emulator } = watched();
  const userId = await aUser();
  const { itemId } = await aLink(userId, { ...good, products: [Products.Transactions, Products.Identity] });
  await pull(emulator, '/faults/add', {
    endpoint: '/identity/get',
    error_code: 'INTERNAL_SERVER_ERROR',
    count: 9,
  });
  await drain();
  const rows = await asSystem((tx) => tx.select().from(itemProducts).where(eq(itemProducts.itemId, itemId)));
  const states = Object.fromEntries(rows.map(({ product, state }) => [product, state]));
  expect(states).toMatchObject({
    accounts: 'ready',
    transactions: 'ready',
    recurring: 'ready',
    identity: 'waiting',
  });
});

test('what is held is kept for each day, and what was sold today is not held today', async () => {
  watched();
  const userId = await aUser();
  const { itemId } = await aLink(userId, good);
  await drain();
  const held = await asSystem((tx) => tx.select().from(holdings).where(eq(holdings.userId, userId)));
  const days = () => asSystem((tx) => tx.select().from(holdingDays).where(eq(holdingDays.userId, userId)));
  const facts = ({ securityId, quantity, value, costBasis, currency }: (typeof held)[number]) =>
    `${securityId} ${quantity} ${value} ${costBasis} ${currency}`;
  const kept = (await days()).map((row) => facts({ ...row, price: row.quantity, priceDay: null }));
  expect(held.length).toBeGreaterThan(0);
  expect(kept.toSorted()).toEqual(held.map(facts).toSorted());
  // Yesterday stays as it was; of today goes what the bank names no more.
  const [first] = await days();
  if (!first) throw new Error('Nothing is held.');
  await asSystem((tx) => tx.insert(holdingDays).values({ ...first, day: addDays(first.day, -1), value: 1 }));
  await asSystem((tx) => tx.update(holdingDays).set({ value: 2 }).where(eq(holdingDays.day, first.day)));
  const sold = await aSecurity(userId);
  await asSystem((tx) => tx.insert(holdingDays).values({ ...first, securityId: sold }));
  await requestSync(userId, itemId);
  await syncItem(userId, itemId, soon());
  const after = await days();
  const isOfFirst = (row: typeof first) =>
    row.accountId === first.accountId && row.securityId === first.securityId;
  const values = after.filter(isOfFirst).map(({ day, value }) => `${day} ${value}`);
  expect(values.toSorted()).toEqual([`${addDays(first.day, -1)} 1`, `${first.day} ${first.value}`]);
  expect(after.filter(({ securityId }) => securityId === sold)).toEqual([]);
});

/** A custom user who bought a little, so many times. */
const trader = (trades: number) =>
  JSON.stringify({
    override_accounts: [
      {
        type: 'investment',
        subtype: 'brokerage',
        investment_transactions: Array.from({ length: trades }, (_, n) => ({
          date: addDays(today, -(n % 600)),
          name: `Buy ${n}`,
          quantity: 1,
          price: n + 1,
          type: 'buy',
          currency: 'USD',
          ticker_symbol: 'AAPL',
        })),
      },
    ],
  });

test('a total that changes between two pages starts the window over: every trade once (INV-8)', async () => {
  const emulator = engineOn();
  const answer = adapterFor(emulator);
  let pages = 0;
  answerThrough(async (call: Parameters<typeof answer>[0]) => {
    const answered = await answer(call);
    if (!call.url?.endsWith('/investments/transactions/get')) return answered;
    pages += 1;
    // As when a trade is booked while the second page is read.
    const total = '"total_investment_transactions":';
    const text = 'data' in answered ? String(answered.data) : '';
    return pages === 2 ? { ...answered, data: text.replace(`${total}700`, `${total}701`) } : answered;
  });
  const userId = await aUser();
  await aLink(userId, { username: 'user_custom', password: trader(700) });
  await drain();
  const rows = await asSystem((tx) =>
    tx.select().from(investmentTransactions).where(eq(investmentTransactions.userId, userId)),
  );
  const ids = new Set(rows.map(({ plaidInvestmentTransactionId: id }) => id));
  expect([rows.length, ids.size, pages]).toEqual([700, 700, 4]);
});
