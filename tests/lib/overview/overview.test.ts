import { describe, expect, test } from 'vitest';
import { day } from '@/lib/core/day';
import { month } from '@/lib/core/month';
import { monthsToCompare, pace } from '@/lib/overview/pace';
import { type DebtPayment, type ExpectedPayment, upcoming } from '@/lib/overview/upcoming';

const spent = (of: string, categoryId: string, amount: number) => ({
  month: month(of),
  categoryId,
  spent: amount,
});

describe('the usual pace', () => {
  test('is the average of the full months before, at most three', () => {
    const months = monthsToCompare(day('2026-06-10'), day('2025-01-01'));
    expect(months).toEqual(['2026-06', '2026-05', '2026-04', '2026-03']);
    const result = pace(
      [
        spent('2026-06', 'groceries', 100_00),
        spent('2026-06', 'travel', 20_00),
        spent('2026-06', 'shopping', -5_00),
        spent('2026-05', 'groceries', 90_00),
        spent('2026-04', 'groceries', 60_00),
        spent('2026-03', 'groceries', 30_00),
        spent('2026-03', 'shopping', 90_00),
      ],
      months,
    );
    expect(result).toEqual({
      spent: 115_00,
      usual: 90_00,
      monthsCompared: 3,
      categories: [
        { categoryId: 'groceries', spent: 100_00, usual: 60_00 },
        { categoryId: 'travel', spent: 20_00, usual: 0 },
      ],
    });
  });

  test('leaves out the month in which history begins, and says nothing without a full one', () => {
    expect(monthsToCompare(day('2026-06-10'), day('2026-04-20'))).toEqual(['2026-06', '2026-05']);
    const months = monthsToCompare(day('2026-06-10'), day('2026-06-01'));
    expect(months).toEqual(['2026-06']);
    expect(pace([spent('2026-06', 'groceries', 1_00)], months).usual).toBeNull();
    expect(monthsToCompare(day('2026-06-10'), null)).toEqual(['2026-06']);
  });
});

const stream = (given: Partial<ExpectedPayment>): ExpectedPayment => ({
  id: 'stream',
  name: 'Electricity',
  days: [day('2026-03-12')],
  amount: -100_00,
  currency: 'USD',
  categoryId: 'utilities',
  direction: 'outflow',
  isTransfer: false,
  ...given,
});

const debt = (given: Partial<DebtPayment>): DebtPayment => ({
  accountId: 'card',
  name: 'Sapphire card',
  kind: 'credit',
  dueDay: day('2026-03-15'),
  amount: 800_00,
  minimum: 35_00,
  currency: 'USD',
  ...given,
});

const window = { today: day('2026-03-10'), last: day('2026-03-24') };

describe('what is due next', () => {
  test('is in order of day and ends with the window', () => {
    const list = upcoming(
      [
        stream({}),
        stream({
          id: 'pay',
          name: 'Salary',
          amount: 2000_00,
          direction: 'inflow',
          days: [day('2026-03-11')],
        }),
        stream({ id: 'later', days: [day('2026-03-25')] }),
      ],
      [debt({})],
      window,
    );
    expect(list.map(({ name, day, amount }) => [name, day, amount])).toEqual([
      ['Salary', '2026-03-11', 2000_00],
      ['Electricity', '2026-03-12', -100_00],
      ['Sapphire card', '2026-03-15', -800_00],
    ]);
  });

  test('does not count a card payment beside the due date it serves, nor any other own transfer', () => {
    const payment = stream({
      id: 'payment',
      name: 'Card payment',
      categoryId: 'card-payment',
      amount: -600_00,
    });
    const saving = stream({ id: 'saving', name: 'To savings', categoryId: 'transfer', isTransfer: true });
    expect(upcoming([payment, saving], [debt({})], window).map(({ name }) => name)).toEqual([
      'Sapphire card',
    ]);
  });

  test('shows what is paid within the window for a date beyond it, on the day it leaves', () => {
    const paidOn = (on: string) =>
      stream({ categoryId: 'card-payment', amount: -600_00, isTransfer: true, days: [day(on)] });
    const later = debt({ dueDay: day('2026-03-27') });
    expect(upcoming([paidOn('2026-03-23')], [later], window)).toMatchObject([
      { name: 'Sapphire card', source: 'debt', day: '2026-03-23', amount: -800_00 },
    ]);
    expect(upcoming([paidOn('2026-03-30')], [later], window)).toEqual([]);
    expect(upcoming([], [later], window)).toEqual([]);
    expect(upcoming([paidOn('2026-03-23')], [{ ...later, amount: 0 }], window)).toEqual([]);
  });

  test('counts a mortgage once, but keeps a rent that happens to be near', () => {
    const mortgage = debt({ accountId: 'home', name: 'Mortgage', kind: 'mortgage', amount: 1800_00 });
    const paid = stream({ id: 'paid', name: 'Harbor Bank', categoryId: 'housing', amount: -1800_00 });
    const rent = stream({ id: 'rent', name: 'Rent', categoryId: 'housing', amount: -900_00 });
    expect(upcoming([paid, rent], [mortgage], window).map(({ name }) => name)).toEqual(['Rent', 'Mortgage']);
  });

  test('gives two student loans two streams, never one for both', () => {
    const loans = ['one', 'two'].map((accountId) =>
      debt({ accountId, name: accountId, kind: 'student', amount: 200_00 }),
    );
    const paid = stream({ id: 'a', name: 'Servicer', categoryId: 'loan-payment', amount: -200_00 });
    const third = stream({ id: 'b', name: 'Car loan', categoryId: 'loan-payment', amount: -300_00 });
    expect(upcoming([paid, third], loans, window).map(({ name }) => name)).toEqual([
      'Car loan',
      'one',
      'two',
    ]);
  });

  test('leaves out what is settled, and shows a due date without an amount', () => {
    expect(upcoming([], [debt({ amount: 0 })], window)).toEqual([]);
    expect(upcoming([], [debt({ amount: null })], window)[0]?.amount).toBeNull();
  });

  test('repeats a weekly bill within the window', () => {
    const weekly = stream({ days: [day('2026-03-12'), day('2026-03-19'), day('2026-03-26')] });
    expect(upcoming([weekly], [], window)).toHaveLength(2);
  });
});
