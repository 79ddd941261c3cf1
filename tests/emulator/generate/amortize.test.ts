import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amortise, amortiseBack, annuity } from '@/emulator/generate/amortize';
import { addMonthsTo, day } from '@/lib/core/day';

const terms = fc.record({
  owed: fc.integer({ min: 100_000, max: 90_000_000 }),
  rate: fc.integer({ min: 0, max: 1500 }).map((basis) => basis / 100),
  months: fc.integer({ min: 12, max: 360 }),
});
const days = (count: number) =>
  Array.from({ length: count }, (_, index) => addMonthsTo(day('2020-01-31'), index));

describe('a loan paid back in instalments', () => {
  it('ends at nothing, to the cent, in its term', () => {
    fc.assert(
      fc.property(terms, ({ owed, rate, months }) => {
        const instalments = amortise({ owed, rate, payment: annuity(owed, rate, months) }, days(months));
        expect(instalments.at(-1)?.left).toBe(0);
        expect(instalments.reduce((sum, { principal }) => sum + principal, 0)).toBe(owed);
        for (const { payment, interest, principal } of instalments)
          expect(payment).toBe(interest + principal);
      }),
    );
  });

  it('can be told backwards', () => {
    fc.assert(
      fc.property(terms, ({ owed, rate, months }) => {
        const payment = annuity(owed, rate, months);
        const past = amortiseBack({ owed, rate, payment }, days(24));
        expect(past.at(-1)?.left).toBe(owed);
        const before = (past[0]?.left ?? 0) + (past[0]?.principal ?? 0);
        const forwards = amortise({ owed: before, rate, payment }, days(400));
        for (const [index, { left }] of past.entries()) {
          expect(Math.abs(left - (forwards[index]?.left ?? 0))).toBeLessThan(50);
        }
      }),
    );
  });

  it('asks 100.00 a month for 1,200.00 over a year without interest', () => {
    expect(annuity(120_000, 0, 12)).toBe(10_000);
  });
});
