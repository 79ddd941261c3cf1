import { describe, expect, it } from 'vitest';
import { paceOf, perDay } from '@/lib/budgets/pace';
import { budgetMonth } from '@/lib/budgets/progress';
import { limitChange, readLimit } from '@/lib/budgets/schema';
import { monthsToLearnFrom, suggestLimits } from '@/lib/budgets/suggest';
import { verdictOf } from '@/lib/budgets/verdict';
import { day } from '@/lib/core/day';
import { money } from '@/lib/core/money';
import { month } from '@/lib/core/month';

const sum = (categoryId: string, amount: number, currency = 'USD') => ({ categoryId, amount, currency });
const usd = (amount: number) => money(amount, 'USD');

describe('a month of a budget', () => {
  const budget = budgetMonth(
    [
      sum('groceries', -80_00),
      sum('clothing', 20_00),
      sum('coffee', -5_00),
      sum('salary', 900_00),
      sum('card-payment', -400_00),
      sum('investing', -100_00),
      sum('eating-out', -12_00, 'EUR'),
    ],
    [sum('groceries', 100_00), sum('pets', 30_00)],
    'USD',
  );
  const lines = budget.groups.flatMap(({ lines }) => lines);

  it('counts spending as minus the sum, so that a refund nets', () => {
    expect(lines.map(({ category, spent, left }) => [category.id, spent.amount, left?.amount])).toEqual([
      ['groceries', 80_00, 20_00],
      ['coffee', 5_00, undefined],
      ['clothing', -20_00, undefined],
      ['pets', 0, 30_00],
    ]);
  });

  it('keeps transfers, card payments and investing out, and income apart', () => {
    expect(lines.some(({ category }) => category.kind !== 'spending')).toBe(false);
    expect(budget.income.map(({ amount }) => amount)).toEqual([usd(900_00)]);
  });

  it('sums what has a limit, and what has none, each for itself', () => {
    expect(budget.limited).toEqual({ limit: usd(130_00), spent: usd(80_00), left: usd(50_00) });
    expect(budget.unlimited).toEqual(usd(-15_00));
  });

  it('adds no other currency', () => {
    expect(budget.elsewhere.map(({ spent }) => spent)).toEqual([money(12_00, 'EUR')]);
  });

  it('measures a group by its limits only when each of its categories has one', () => {
    expect(budget.groups.map(({ name, limit }) => [name, limit])).toEqual([
      ['Food', null],
      ['Living', null],
    ]);
  });
});

describe('the verdict', () => {
  const limits = [sum('groceries', 100_00), sum('coffee', 10_00)];
  const pace = paceOf(month('2026-04'), day('2026-04-21'));

  it('says what is left, and what that is a day', () => {
    expect(verdictOf(budgetMonth([sum('groceries', -40_00)], limits, 'USD'), pace)).toEqual({
      figure: usd(70_00),
      words: 'left to spend this month',
      isOver: false,
      daily: { amount: usd(7_00), days: 10 },
      over: null,
    });
  });

  it('says by how much it is over, and where', () => {
    const sums = [sum('groceries', -140_00), sum('coffee', -11_00)];
    expect(verdictOf(budgetMonth(sums, limits, 'USD'), pace)).toEqual({
      figure: usd(41_00),
      words: 'over this month’s limits',
      isOver: true,
      daily: null,
      over: 'Groceries and coffee are over their limits.',
    });
  });

  it('is silent without a limit', () => {
    expect(verdictOf(budgetMonth([sum('groceries', -1_00)], [], 'USD'), pace)).toBeNull();
  });
});

describe('the pace of a month', () => {
  it('counts today among the days that have passed and among those that are left', () => {
    expect(paceOf(month('2026-04'), day('2026-04-30'))).toEqual({ when: 'now', ratio: 1, daysLeft: 1 });
    expect(paceOf(month('2026-03'), day('2026-04-01'))).toMatchObject({ when: 'past', daysLeft: 0 });
    expect(paceOf(month('2026-05'), day('2026-04-01'))).toMatchObject({ when: 'ahead', daysLeft: 31 });
  });

  it('shares nothing out when nothing is left', () => {
    expect(perDay(usd(-1), { when: 'now', ratio: 0.5, daysLeft: 10 })).toBeNull();
    expect(perDay(usd(10_05), { when: 'now', ratio: 0.5, daysLeft: 10 })).toEqual(usd(1_00));
  });
});

describe('a suggestion', () => {
  it('looks at the last three full months', () => {
    const today = day('2026-04-15');
    expect(monthsToLearnFrom(month('2026-04'), today)).toEqual({ first: '2026-01', last: '2026-03' });
    expect(monthsToLearnFrom(month('2026-08'), today)).toEqual({ first: '2026-01', last: '2026-03' });
    expect(monthsToLearnFrom(month('2026-02'), today)).toEqual({ first: '2025-11', last: '2026-01' });
  });

  it('averages over the months that have rows, and skips what is not spending', () => {
    const at = (text: string, categoryId: string, amount: number) => ({
      ...sum(categoryId, amount),
      month: month(text),
    });
    const sums = [
      at('2026-02', 'groceries', -60_00),
      at('2026-03', 'groceries', -41_00),
      at('2026-03', 'salary', 900_00),
      at('2026-03', 'clothing', 20_00),
    ];
    expect(suggestLimits(sums, 'USD')).toEqual(new Map([['groceries', 50_50]]));
  });
});

describe('an amount as typed', () => {
  it.each([
    ['640', 640_00],
    ['1,240.50', 1240_50],
    ['$89.5', 89_50],
    ['0', 0],
  ])('reads %s', (text, amount) => {
    expect(readLimit(text, 'USD')).toBe(amount);
  });

  it.each(['', 'lots', '-5', '1.234', '1,2', '1e9', '9'.repeat(13)])('refuses %j', (text) => {
    expect(readLimit(text, 'USD')).toBeNull();
  });

  it('refuses a limit for what is not spending', () => {
    const input = { fromMonth: '2026-03', amount: '5' };
    expect(limitChange.safeParse({ ...input, categoryId: 'groceries' }).success).toBe(true);
    expect(limitChange.safeParse({ ...input, categoryId: 'salary' }).success).toBe(false);
    expect(limitChange.safeParse({ ...input, categoryId: 'nonsense' }).success).toBe(false);
  });
});
