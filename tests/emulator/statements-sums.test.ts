/** A law: the lines of every statement lead from its opening balance to its closing balance. */
import { expect, test } from 'vitest';
import { addDays } from '@/lib/core/day';
import { PERSONAS } from '@/emulator/generate/open-login';
import { balanceHistory } from '@/emulator/reports/balance-history';
import { statementLines } from '@/emulator/statements/lines';
import { statementsOf } from '@/emulator/statements/statements';
import { linked } from '../support/statement-bank';

// Two years of a dozen lives take their time on a busy machine.
test('statements are right for everybody, in every month', { timeout: 60_000 }, async () => {
  let read = 0;
  for (const [username, institution] of people()) {
    const there = await linked({ username, institution, statements: { start_date: '2024-07-01' } });
    const world = await there.emulator.world();
    const [item] = await world.store.list('items');
    if (!item) throw new Error(`${username} was not linked`);
    const found = statementsOf(world, item);
    read += found.flatMap(({ statements }) => statements).length;
    for (const { account, statements } of found) {
      const balanceOn = balanceHistory(world, item, account);
      for (const period of statements) {
        const lines = statementLines(world, item, account, period);
        const moved = lines.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
        const [before, after] = [balanceOn(addDays(period.first, -1)), balanceOn(period.last)];
        expect(moved).toBe(Math.round((after ?? 0) * 100) - Math.round((before ?? 0) * 100));
      }
    }
  }
  expect(read).toBeGreaterThan(40);
});

/** Everybody with two years of life, at each of their banks. */
function people(): [username: string, institution: string][] {
  const households = Object.entries(PERSONAS).flatMap(([username, { accounts }]) =>
    [...new Set(accounts.map(({ institution }) => institution))].map((institution): [string, string] => [
      username,
      institution,
    ]),
  );
  return [['user_good', 'ins_109508'], ...households];
}
