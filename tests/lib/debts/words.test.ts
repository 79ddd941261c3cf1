import { describe, expect, test } from 'vitest';
import { decimal } from '@/lib/core/money';
import { detailFacts } from '@/lib/debts/facts';
import { aprName, leadingRate } from '@/lib/debts/rate';
import { PLAIN } from '@/lib/core/writing';

describe('the rate of a debt', () => {
  const apr = (type: string, percentage: string) => ({ type, percentage: decimal(percentage) });

  test('is what a card charges for purchases', () => {
    const aprs = [apr('cash_apr', '29.99'), apr('purchase_apr', '24.990')];
    expect(leadingRate({ aprs, interestRate: null, interestRateType: null }, PLAIN)).toEqual({
      rate: '24.99%',
      note: 'on purchases',
    });
  });

  test("is a loan's own, with its kind where the bank tells it", () => {
    const loan = { aprs: [], interestRate: decimal('3.99'), interestRateType: 'fixed' };
    expect(leadingRate(loan, PLAIN)).toEqual({ rate: '3.99%', note: 'fixed' });
    expect(leadingRate({ ...loan, interestRateType: null }, PLAIN)?.note).toBe('a year');
    expect(leadingRate({ ...loan, interestRate: null }, PLAIN)).toBeNull();
  });

  test('of an unknown kind keeps its own words', () => {
    expect(aprName('holiday_promotion_apr')).toBe('Holiday promotion');
  });
});

describe('the facts of a loan', () => {
  test('come in a steady order, in words, without those that are not known', () => {
    const details = { servicer: null, hasPmi: true, lateFee: '25.5', loanType: 'conventional', newThing: 3 };
    expect(detailFacts(details, 'USD', PLAIN)).toEqual([
      { name: 'Kind of loan', value: 'Conventional' },
      { name: 'Mortgage insurance', value: 'Yes' },
      { name: 'Late fee', value: '$25.50' },
      { name: 'New thing', value: '3' },
    ]);
  });
});
