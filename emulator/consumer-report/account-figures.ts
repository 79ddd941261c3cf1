/** Figures of one account that follow from its rows: balances day by day, inflows, outflows, fees. Pure. */
import { addDays, type Day, daysBetween } from '@/lib/core/day';
import type { LogRow } from '../transactions/change-log';
import { averageOf, isWithin, lengthOf, monthsOf, type Period, rounded, sumOf } from './figures';
import type { AccountHistory } from './history';

export type DayBalance = { readonly date: Day; readonly current: number };

const OVERDRAFT_FEES = new Set(['BANK_FEES_OVERDRAFT_FEES', 'BANK_FEES_INSUFFICIENT_FUNDS']);

/** Posted rows in the account's own currency: what its balance is made of. */
export function bookedRows({ rows }: AccountHistory): LogRow[] {
  return rows.filter(({ pending, row }) => !pending && row.currency === undefined);
}

/** The days that the bank has something to say of: all that were asked for, or since its first row. */
export function coveredBy({ account, start, end }: AccountHistory): Period {
  const first = account.movements.reduce<Day | null>(
    (earliest, { posted }) => (earliest === null || posted.date < earliest ? posted.date : earliest),
    null,
  );
  return { start: first !== null && first > start && first <= end ? first : start, end };
}

/** How long a history that is, in days before its last. */
export function daysAvailable(history: AccountHistory): number {
  return lengthOf(coveredBy(history)) - 1;
}

/** End-of-day balances of the days with history, newest first. None for investments. */
export function balancesByDay(history: AccountHistory): DayBalance[] {
  if (history.account.type === 'investment') return [];
  const covered = coveredBy(history);
  const balances: DayBalance[] = [];
  for (let date = covered.end; date >= covered.start; date = addDays(date, -1)) {
    const current = history.balanceOn(date);
    if (current !== null) balances.push({ date, current });
  }
  return balances;
}

export function averageBalance(balances: readonly DayBalance[], period?: Period): number | null {
  const within = period ? balances.filter(({ date }) => isWithin(date, period)) : balances;
  return within.length === 0 ? null : averageOf(within.map(({ current }) => current));
}

/** Fees for lack of money, less those that were given back. */
export function overdraftFees(rows: readonly LogRow[]): number {
  const fees = rows.filter(({ row }) => OVERDRAFT_FEES.has(row.category?.detailed ?? ''));
  const charged = fees.filter(({ row }) => row.amount > 0).length;
  return Math.max(0, charged - (fees.length - charged));
}

/** What came in and what went out, both positive, in major units. */
export function flowsOf(rows: readonly LogRow[]) {
  const amounts = rows.map(({ row }) => row.amount);
  const inflows = amounts.filter((amount) => amount < 0);
  const outflows = amounts.filter((amount) => amount > 0);
  return {
    inflow: Math.abs(sumOf(inflows)),
    outflow: sumOf(outflows),
    inflows: inflows.length,
    outflows: outflows.length,
  };
}

/** Rows of the last so many days, today among them. */
export function rowsOfLast(days: number, rows: readonly LogRow[], end: Day): LogRow[] {
  const start = addDays(end, 1 - days);
  return rows.filter(({ row }) => row.date >= start);
}

export type Rhythm = {
  readonly averageGap: number;
  readonly longest: { readonly start: Day; readonly end: Day; readonly days: number } | null;
  readonly quietDays: number;
};

/** How the rows lie in time; of two gaps of equal length the earlier counts. */
export function rhythmOfRows(history: AccountHistory): Rhythm {
  const days = [...new Set(history.rows.map(({ row }) => row.date))];
  const gaps = days.slice(1).map((end, index) => {
    const start = days[index] ?? end;
    return { start, end, days: daysBetween(start, end) };
  });
  const longest = gaps.reduce<Rhythm['longest']>(
    (most, gap) => (most && most.days >= gap.days ? most : gap),
    null,
  );
  const count = history.rows.length;
  const [first] = days;
  const spread = first ? daysBetween(first, days.at(-1) ?? first) : 0;
  return {
    averageGap: count < 2 ? 0 : rounded(spread / (count - 1)),
    longest,
    quietDays: lengthOf(coveredBy(history)) - days.length,
  };
}

/** Month by month: rows of an account's history within each. */
export function rowsByMonth(history: AccountHistory): { period: Period; rows: LogRow[] }[] {
  const rows = bookedRows(history);
  return monthsOf(coveredBy(history)).map((period) => ({
    period,
    rows: rows.filter(({ row }) => isWithin(row.date, period)),
  }));
}
