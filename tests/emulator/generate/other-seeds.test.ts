import fc from 'fast-check';
import { expect, it } from 'vitest';
import { liveHousehold, loginAt } from '@/emulator/generate/household';
import { seeded } from '@/emulator/generate/seeded';
import { PLATYPUS } from '@/emulator/personas/banks';
import { DEMO_HOUSEHOLD } from '@/emulator/personas/demo-household';
import { addDays, day } from '@/lib/core/day';
import { accountIn, bookedUpTo, rowsOf } from './an-opened-login';

const linkedOn = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2024-01-01'), days));

it('leads any seed on any day to balances that are the sum of their rows, and to paid statements', () => {
  fc.assert(
    fc.property(fc.string(), linkedOn, (seed, link) => {
      const login = loginAt(liveHousehold({ ...DEMO_HOUSEHOLD, seed }, link), PLATYPUS, 'ann');
      for (const { key, opening, type } of DEMO_HOUSEHOLD.accounts.slice(0, 3)) {
        const { movements, balancesOn } = accountIn(login, key);
        const booked = bookedUpTo(movements, link);
        const expected = Math.round(opening * 100) + (type === 'credit' ? booked : -booked);
        expect(Math.round((balancesOn(link).current ?? 0) * 100)).toBe(expected);
      }
      const paid = 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT';
      const taken = rowsOf(accountIn(login, 'checking'), paid).map(({ amount }) => -amount);
      expect(rowsOf(accountIn(login, 'card'), paid).map(({ amount }) => amount)).toEqual(taken);
    }),
    { numRuns: 6 },
  );
});

it('draws the same numbers for the same words, whole ones within their bounds', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (word, low, width) => {
      const first = seeded('a', word).between(low, low + width);
      expect(seeded('a', word).between(low, low + width)).toBe(first);
      expect(first).toBeGreaterThanOrEqual(low);
      expect(first).toBeLessThanOrEqual(low + width);
    }),
  );
});
