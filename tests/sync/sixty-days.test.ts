/** The short form of `tests/proofs/sixty-days.ts`: a small bank, and time for a few rows to post. */
import { randomBytes } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { addDays } from '@/lib/core/day';
import { liveThrough } from '../proofs/sixty-days/live';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { makeMovedDatabase } from '../support/moved-time';

const { url, prefix } = inject('databaseServer');
process.env['DATABASE_URL'] = await makeMovedDatabase(url, `${prefix}_${randomBytes(4).toString('hex')}`);

const today = bankToday();
const rows = Array.from({ length: 24 }, (_, index) => ({
  transacted: addDays(today, index - 18),
  posted: addDays(today, index - 15),
  amount: 1 + index / 4,
  description: `Shop ${index}`,
}));
const bank = { username: 'user_custom', institutionId: 'ins_109508', password: aCustomUser(rows) };

test('after days of faults every row, balance and edit is where it belongs', {
  timeout: 60_000,
}, async () => {
  const { banks, edits, ...wrong } = await liveThrough([[bank]], { seed: 4, days: 8 });
  expect(wrong).toEqual({ differences: [], misplaced: [], drift: [], notices: [] });
  expect(banks).toBe(1);
  expect(edits).toBeGreaterThan(5);
});
