/** Whether the clock runs day by day or jumps, a reader ends with the same rows, balances and debts. */
import { Products } from 'plaid';
import { expect, it } from 'vitest';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { readAll } from '../support/read-all';

const NOON = Date.parse('2026-11-21T12:00:00Z');
const DAYS = 35;

const people = [
  { username: 'user_trouble', institutionId: 'ins_109508' },
  { username: 'user_student', institutionId: 'ins_109509' },
  { username: 'user_freelancer', institutionId: 'ins_109512' },
  { username: 'demo_household', institutionId: 'ins_109508' },
];

it.each(people)('$username at $institutionId', async (who) => {
  const walked = await lifeOf(
    who,
    Array.from({ length: DAYS }, () => 1),
  );
  const leapt = await lifeOf(who, [DAYS]);
  expect(walked.rows).toEqual(leapt.rows);
  expect(walked.fresh).toEqual(leapt.rows);
  expect(walked.shown).toEqual(leapt.shown);
  expect(walked.rows.size).toBeGreaterThan(walked.atFirst);
});

/** Links in a world of its own, reads after each step of the clock, and once more from the beginning. */
async function lifeOf(who: { username: string; institutionId: string }, steps: readonly number[]) {
  const emulator = anEmulator({ realTime: () => NOON });
  const plaid = plaidClientFor(emulator);
  const products = [Products.Transactions];
  const { accessToken } = await linkedItem(plaid, { ...who, products, days: 90 });
  let read = await readAll(plaid, accessToken);
  const atFirst = read.rows.size;
  for (const days of steps) {
    await steer(emulator, '/clock/advance', { days });
    read = await readAll(plaid, accessToken, { cursor: read.cursor, rows: read.rows });
  }
  const fresh = await readAll(plaid, accessToken);
  const { data } = await plaid.liabilitiesGet({ access_token: accessToken });
  const shown = { accounts: data.accounts, liabilities: data.liabilities };
  return { atFirst, rows: sorted(read.rows), fresh: sorted(fresh.rows), shown };
}

function sorted<T>(rows: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
}
