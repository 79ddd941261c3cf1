import { describe, expect, it } from 'vitest';
import { money } from '@/lib/core/money';
import { day } from '@/lib/core/day';
import { ledgerDays } from '@/lib/transactions/ledger';
import { monthsBack } from '@/lib/transactions/months';
import { summarise } from '@/lib/transactions/summary';

const sum = (categoryId: string, count: number, moneyIn: number, moneyOut: number, currency = 'USD') => ({
  categoryId,
  currency,
  count,
  moneyIn,
  moneyOut,
});

describe('the summary of a list', () => {
  it('adds money in and money out, and never two currencies', () => {
    const sums = [
      sum('salary', 2, 500_00, 0),
      sum('groceries', 3, 5_00, -80_00),
      sum('coffee', 1, 0, -4_00, 'EUR'),
    ];
    expect(summarise(sums)).toEqual({
      count: 6,
      transferCount: 0,
      totals: [
        { moneyIn: money(505_00, 'USD'), moneyOut: money(-80_00, 'USD'), net: money(425_00, 'USD') },
        { moneyIn: money(0, 'EUR'), moneyOut: money(-4_00, 'EUR'), net: money(-4_00, 'EUR') },
      ],
    });
  });

  it('leaves transfers out of the sums, and says how many', () => {
    const { count, transferCount, totals } = summarise([
      sum('groceries', 1, 0, -80_00),
      sum('card-payment', 2, 90_00, -90_00),
    ]);
    expect([count, transferCount]).toEqual([3, 2]);
    expect(totals.map(({ net }) => net)).toEqual([money(-80_00, 'USD')]);
  });

  it('counts transfers when they are all there is', () => {
    const { transferCount, totals } = summarise([sum('transfer', 2, 90_00, -40_00)]);
    expect(transferCount).toBe(0);
    expect(totals.map(({ net }) => net)).toEqual([money(50_00, 'USD')]);
  });
});

it('puts rows under their days with the sums of whole days', () => {
  const [first, second] = [day('2026-03-14'), day('2026-03-13')];
  const rows = [
    { id: 'a', day: first },
    { id: 'b', day: first },
    { id: 'c', day: second },
  ];
  const sums = [
    { day: second, amount: -9_00, currency: 'USD' },
    { day: first, amount: -1_00, currency: 'USD' },
    { day: first, amount: -2_00, currency: 'EUR' },
  ];
  const days = ledgerDays(rows, sums);
  expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([
    [first, 2],
    [second, 1],
  ]);
  expect(days[0]?.sums).toEqual([money(-2_00, 'EUR'), money(-1_00, 'USD')]);
});

it('offers the months from now back to the oldest row', () => {
  expect(monthsBack(day('2026-01-10'), day('2025-11-30'))).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(monthsBack(day('2026-01-10'), null)).toEqual(['2026-01']);
});
