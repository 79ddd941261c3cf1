import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openLogin } from '@/emulator/generate/open-login';
import { addDays, day } from '@/lib/core/day';

const LINKED_ON = day('2026-09-10');

const amount = fc.integer({ min: -5_000_000, max: 5_000_000 }).map((cents) => cents / 100);
const transaction = fc
  .record({
    ago: fc.integer({ min: -30, max: 900 }),
    settles: fc.integer({ min: 0, max: 5 }),
    amount,
    description: fc.string(),
  })
  .map(({ ago, settles, ...rest }) => ({
    date_transacted: addDays(LINKED_ON, -ago),
    date_posted: addDays(LINKED_ON, settles - ago),
    ...rest,
  }));
const account = fc.record({
  type: fc.constantFrom('depository', 'credit'),
  starting_balance: amount,
  transactions: fc.array(transaction, { maxLength: 30 }),
});

it('shows any file as it is, on the day of the link and when all is posted', () => {
  fc.assert(
    fc.property(fc.array(account, { minLength: 1, maxLength: 4 }), (accounts) => {
      const password = JSON.stringify({ override_accounts: accounts });
      const opened = openLogin({ username: 'user_custom', password, institutionId: 'ins_109508' }, LINKED_ON);
      if ('error' in opened) throw new Error(opened.error);
      for (const [index, { movements, balancesOn, type }] of opened.login.accounts.entries()) {
        const file = accounts[index];
        const shown = movements.map(({ posted, pending }) => [
          posted.date,
          posted.amount,
          posted.name,
          pending !== undefined,
        ]);
        expect(shown).toEqual(
          file?.transactions.map((row) => [
            row.date_posted,
            row.amount,
            row.description,
            row.date_posted > LINKED_ON,
          ]),
        );
        expect(balancesOn(LINKED_ON).current).toBe(file?.starting_balance);
        const coming = movements
          .filter(({ pending }) => pending)
          .reduce((sum, { posted }) => sum + posted.amount, 0);
        const later = (file?.starting_balance ?? 0) + (type === 'credit' ? coming : -coming);
        expect(balancesOn(addDays(LINKED_ON, 60)).current).toBeCloseTo(later, 2);
      }
    }),
  );
});
