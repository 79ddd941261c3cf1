/** An account's balance day by day, ready for a line: known days, estimated days and gaps. */
import { addDays, type Day, daysBetween } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { formatMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';
import type { Writing } from '@/lib/core/writing';

type BalanceDay = { day: Day; balance: number; isEstimated: boolean };
type Point = { day: Day; value: number | null; estimated: boolean };

/** One point per known day, and one empty point where days are missing: a gap is a gap, not zero (ACC-11). */
export function balancePoints(balances: readonly BalanceDay[]): Point[] {
  const points: Point[] = [];
  let before: Day | undefined;
  for (const { day, balance, isEstimated } of balances) {
    if (before !== undefined && daysBetween(before, day) > 1) {
      points.push({ day: addDays(before, 1), value: null, estimated: false });
    }
    points.push({ day, value: balance, estimated: isEstimated });
    before = day;
  }
  return points;
}

/** What the line shows, in a sentence: "Balance rose by $1,200.00 since Fri 14 Mar". */
export function balanceFinding(
  points: readonly Point[],
  currency: string,
  { today, writing }: { today: Day; writing: Writing },
): string {
  const known = points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'No balance is known yet';
  const change = (last.value ?? 0) - (first.value ?? 0);
  const since = `since ${formatDay(first.day, writing, { today })}`;
  if (change === 0) return `Balance unchanged ${since}`;
  const size = formatMoney(money(Math.abs(change), currency), writing);
  return `Balance ${change > 0 ? 'rose' : 'fell'} by ${size} ${since}`;
}
