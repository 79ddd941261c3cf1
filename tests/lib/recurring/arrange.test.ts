import { describe, expect, test } from 'vitest';
import { day } from '@/lib/core/day';
import { arrange, monthlyTotals, type Stream } from '@/lib/recurring/arrange';
import { monthlyAmount, rhythmInWords } from '@/lib/recurring/monthly-amount';
import { priceRise } from '@/lib/recurring/price-change';

const rent: Stream = {
  id: 'rent',
  direction: 'outflow',
  status: 'mature',
  isActive: true,
  frequency: 'monthly',
  firstDay: day('2026-01-01'),
  lastDay: day('2026-03-01'),
  predictedNextDay: null,
  averageAmount: -120_000,
  lastAmount: -120_000,
  currency: 'USD',
  kind: 'spending',
};

describe('recurring streams', () => {
  test('normalise to a month, rounded to the cent, in their own sign', () => {
    expect(monthlyAmount(-1200, 'weekly')).toBe(-5200);
    expect(monthlyAmount(120_000, 'biweekly')).toBe(260_000);
    expect(monthlyAmount(-1000, 'semi-monthly')).toBe(-2000);
    expect(monthlyAmount(-1549, 'monthly')).toBe(-1549);
    expect(monthlyAmount(-10_000, 'annually')).toBe(-833);
    expect(monthlyAmount(-1000, 'unknown')).toBeNull();
    expect(rhythmInWords('unknown')).toBe('No steady rhythm');
  });

  test('are income, bills, own transfers or over', () => {
    const groups = arrange(
      [
        rent,
        { ...rent, id: 'gym', lastDay: day('2026-02-10') },
        { ...rent, id: 'pay', direction: 'inflow', kind: 'income', lastAmount: 250_000 },
        { ...rent, id: 'card', kind: 'transfer' },
        { ...rent, id: 'paper', isActive: false, lastDay: day('2025-06-01') },
        { ...rent, id: 'trial', status: 'tombstoned', lastDay: day('2026-02-01') },
        { ...rent, id: 'odd', frequency: 'unknown' },
      ],
      day('2026-03-05'),
    );
    expect(groups.bills.map(({ id, nextDay }) => [id, nextDay])).toEqual([
      ['gym', '2026-03-10'],
      ['rent', '2026-04-01'],
      ['odd', null],
    ]);
    expect(groups.income.map(({ id }) => id)).toEqual(['pay']);
    expect(groups.transfers.map(({ id }) => id)).toEqual(['card']);
    expect(groups.ended.map(({ id }) => id)).toEqual(['trial', 'paper']);
    expect(monthlyTotals(groups.bills)).toEqual([{ amount: -240_000, currency: 'USD' }]);
  });

  test('never add two currencies', () => {
    const { bills } = arrange(
      [rent, { ...rent, id: 'uk', currency: 'GBP', lastAmount: -5000 }],
      day('2026-03-05'),
    );
    expect(monthlyTotals(bills)).toEqual([
      { amount: -120_000, currency: 'USD' },
      { amount: -5000, currency: 'GBP' },
    ]);
  });

  test('tell a price rise, but not the usual to and fro, nor a raise in pay', () => {
    expect(priceRise({ averageAmount: -1099, lastAmount: -1199 })).toBe(100);
    expect(priceRise({ averageAmount: -10_000, lastAmount: -10_300 })).toBeNull();
    expect(priceRise({ averageAmount: -10_000, lastAmount: -9000 })).toBeNull();
    expect(priceRise({ averageAmount: 10_000, lastAmount: 12_000 })).toBeNull();
  });
});
