import { describe, expect, it } from 'vitest';
import { asSystem } from '@/db/client';
import {
  listBudgetLimits,
  listCategoryMonths,
  listLoadingBanks,
  saveBudgetLimit,
} from '@/db/queries/budgets';
import { sumTransactions } from '@/db/queries/transactions';
import { itemProducts } from '@/db/schema';
import { budgetMonth } from '@/lib/budgets/progress';
import { day } from '@/lib/core/day';
import type { UserId } from '@/lib/core/id';
import { money } from '@/lib/core/money';
import { month } from '@/lib/core/month';
import { NO_FILTER } from '@/lib/transactions/filter';
import { summarise } from '@/lib/transactions/summary';
import { anAccount, anItem, aPerson, aTransaction } from '../support/factories';

const MARCH = month('2026-03');

describe('a limit', () => {
  const set = (userId: UserId, fromMonth: string, amount: number | null) =>
    saveBudgetLimit(userId, {
      categoryId: 'groceries',
      currency: 'USD',
      fromMonth: month(fromMonth),
      amount,
    });
  const inForce = async (userId: UserId, text: string) =>
    (await listBudgetLimits(userId, month(text))).map(({ amount }) => amount);

  it('holds from its month on until a later one, and an end ends it', async () => {
    const { userId } = await aPerson();
    await set(userId, '2026-01', 100_00);
    await set(userId, '2026-03', 200_00);
    await set(userId, '2026-05', null);
    const months = ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-09'];
    const limits = await Promise.all(months.map((text) => inForce(userId, text)));
    expect(limits).toEqual([[], [100_00], [100_00], [200_00], [200_00], [], []]);
  });

  it('set twice for one month is the second one', async () => {
    const { userId } = await aPerson();
    await set(userId, '2026-03', 100_00);
    await set(userId, '2026-03', 50_00);
    expect(await inForce(userId, '2026-03')).toEqual([50_00]);
  });
});

describe('the figures of a budget', () => {
  it('agree exactly with the rows one click away', async () => {
    const ann = await aPerson();
    const hidden = await anAccount(ann, { isHidden: true });
    const euros = await anAccount(ann, { currency: 'EUR' });
    const amounts = [-80_01, -12_99, 20_00];
    for (const amount of amounts) await aTransaction(ann, { amount, bankCategoryId: 'clothing' });
    await aTransaction(ann, { amount: -30_00, bankCategoryId: 'coffee', isPending: true });
    await aTransaction(ann, { amount: -9_00, bankCategoryId: 'coffee', postedDay: day('2026-04-01') });
    await aTransaction({ ...ann, accountId: hidden }, { amount: -5_00, bankCategoryId: 'coffee' });
    await aTransaction(
      { ...ann, accountId: euros },
      { amount: -7_00, currency: 'EUR', bankCategoryId: 'coffee' },
    );
    const sums = await listCategoryMonths(ann.userId, MARCH, MARCH);
    const lines = budgetMonth(sums, [], 'USD').groups.flatMap((group) => group.lines);
    expect(lines.map(({ category, spent }) => [category.id, spent.amount])).toEqual([
      ['coffee', 30_00],
      ['clothing', 73_00],
    ]);
    for (const { category, spent } of lines) {
      const filter = { ...NO_FILTER, categoryId: category.id, month: MARCH };
      const { totals } = summarise(await sumTransactions(ann.userId, filter));
      expect(totals.map(({ net }) => net)).toContainEqual(money(-spent.amount, 'USD'));
    }
  });
});

it('a bank is loading until its whole history has come', async () => {
  const { userId } = await aPerson();
  const add = async (institutionName: string, given: object, state: 'waiting' | 'not-available') => {
    const itemId = await anItem(userId, { institutionName, ...given });
    await asSystem((tx) =>
      tx.insert(itemProducts).values({ userId, itemId, product: 'transactions', state }),
    );
  };
  await add('Slow Bank', {}, 'waiting');
  await add('Done Bank', { historicalUpdateAt: new Date(0) }, 'waiting');
  await add('Brokerage', {}, 'not-available');
  await add('Gone Bank', { state: 'ending' }, 'waiting');
  expect(await listLoadingBanks(userId)).toEqual(['Slow Bank']);
});
