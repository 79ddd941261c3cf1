import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, allocate, decimal, fromDecimal, money, priceTimes, toDecimal, totals } from '@/lib/core/money';

describe('money', () => {
  test('reads a decimal text into minor units of its own currency', () => {
    expect(fromDecimal('12.5', 'USD')).toEqual({ amount: 1250, exact: true });
    expect(fromDecimal('1200', 'JPY')).toEqual({ amount: 1200, exact: true });
    expect(fromDecimal('1.234', 'KWD')).toEqual({ amount: 1234, exact: true });
    expect(fromDecimal('0.00012345', 'BTC')).toEqual({ amount: 12345, exact: true });
    expect(fromDecimal('1e-8', 'BTC')).toEqual({ amount: 1, exact: true });
  });

  test('rounds finer digits half to even and says so', () => {
    expect(fromDecimal('0.125', 'USD')).toEqual({ amount: 12, exact: false });
    expect(fromDecimal('0.135', 'USD')).toEqual({ amount: 14, exact: false });
    expect(fromDecimal('-23631.9805', 'USD')).toEqual({ amount: -2363198, exact: false });
  });

  test('refuses what is not a finite decimal', () => {
    for (const text of ['', 'NaN', 'Infinity', '1,5', '$5']) {
      expect(() => fromDecimal(text, 'USD')).toThrow('is not a decimal number');
    }
  });

  test('writes back what it read, for every amount and exponent', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom('USD', 'JPY', 'KWD', 'CLF', 'BTC'),
        (amount, currency) => {
          expect(fromDecimal(toDecimal(money(amount, currency)), currency)).toEqual({ amount, exact: true });
        },
      ),
    );
  });

  test('never adds two currencies', () => {
    expect(() => add(money(1, 'USD'), money(1, 'EUR'))).toThrow('never mixes currencies');
    expect(totals([money(5, 'USD'), money(7, 'EUR'), money(-2, 'USD')])).toEqual([
      money(7, 'EUR'),
      money(3, 'USD'),
    ]);
  });

  test('shares an amount so that the parts always sum to the whole', () => {
    expect(allocate(money(100, 'USD'), [1, 1, 1]).map((part) => part.amount)).toEqual([34, 33, 33]);
    fc.assert(
      fc.property(
        fc.integer(),
        fc
          .array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 20 })
          .filter((weights) => weights.some(Boolean)),
        (amount, weights) => {
          const parts = allocate(money(amount, 'USD'), weights);
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
        },
      ),
    );
  });

  test('values a position from exact price and quantity', () => {
    expect(priceTimes(decimal('140.4'), decimal('12'), 'USD')).toEqual(money(168480, 'USD'));
  });
});
