import { describe, expect, test } from 'vitest';
import { day } from '@/lib/core/day';
import { decimal } from '@/lib/core/money';
import { accountTotals } from '@/lib/investments/account-totals';
import { allocationByType, typeName } from '@/lib/investments/allocation';
import { gainOf, gainTotals, type Holding, positions } from '@/lib/investments/positions';

const apple: Holding = {
  accountId: 'broker',
  accountName: 'Brokerage',
  securityId: 'apple',
  quantity: decimal('10.5'),
  price: decimal('200'),
  priceDay: day('2026-03-09'),
  value: 2100_00,
  costBasis: 1500_00,
  currency: 'USD',
  name: 'Apple',
  ticker: 'AAPL',
  type: 'equity',
  isCashEquivalent: false,
};

const cash: Holding = {
  ...apple,
  securityId: 'usd',
  name: null,
  ticker: 'CUR:USD',
  type: 'cash',
  quantity: decimal('400'),
  value: 400_00,
  costBasis: 400_00,
};

describe('positions', () => {
  test('add up one security over all accounts', () => {
    const list = positions([
      apple,
      {
        ...apple,
        accountId: 'ira',
        quantity: decimal('0.25'),
        value: 50_00,
        costBasis: 60_00,
        priceDay: day('2026-03-10'),
      },
      cash,
    ]);
    expect(list).toHaveLength(2);
    expect(list[0]).toMatchObject({
      name: 'Apple',
      quantity: '10.75',
      value: 2150_00,
      cost: 1560_00,
      gain: 590_00,
      priceDay: '2026-03-10',
    });
    expect(list[1]).toMatchObject({ isCash: true, cost: null, gain: null });
  });

  test('know a gain only where every cost is known and not zero', () => {
    expect(gainOf({ value: 100, costBasis: 0 })).toBeNull();
    expect(gainOf({ value: 100, costBasis: null })).toBeNull();
    expect(gainOf({ value: 100, costBasis: 130 })).toBe(-30);
    const [position] = positions([apple, { ...apple, accountId: 'ira', costBasis: null }]);
    expect(position?.gain).toBeNull();
    expect(
      gainTotals([
        { value: 300, cost: 200 },
        { value: 50, cost: null },
      ]),
    ).toEqual({
      cost: 200,
      costedValue: 300,
      gain: 100,
      hasCost: true,
    });
  });

  test('stay apart by currency', () => {
    expect(positions([apple, { ...apple, accountId: 'uk', currency: 'GBP' }])).toHaveLength(2);
  });
});

describe('investment accounts', () => {
  test('count their own balance, and call what the holdings leave over the rest', () => {
    const [total] = accountTotals(
      [{ id: 'broker', name: 'Brokerage', balance: 2600_00, currency: 'USD' }],
      [apple, cash, { ...apple, accountId: 'broker', currency: 'GBP', value: 10_00 }],
    );
    expect(total?.held.amount).toBe(2500_00);
    expect(total?.rest.amount).toBe(100_00);
    expect(total?.foreign).toEqual([{ amount: 10_00, currency: 'GBP' }]);
  });

  test('take the holdings where the bank gives no balance', () => {
    const [total] = accountTotals(
      [{ id: 'broker', name: 'Brokerage', balance: null, currency: 'USD' }],
      [apple],
    );
    expect(total?.value.amount).toBe(2100_00);
    expect(total?.rest.amount).toBe(0);
  });
});

describe('the allocation', () => {
  test('is by kind, with cash and what is left over together', () => {
    const shares = allocationByType(positions([apple, cash]), { amount: 100_00, currency: 'USD' });
    expect(shares.map(({ label, value }) => [label, value.amount])).toEqual([
      ['Stocks', 2100_00],
      ['Cash and other', 500_00],
    ]);
  });

  test('shows a kind that nobody knows by its own word', () => {
    expect(typeName('structured product')).toBe('Structured product');
  });
});
