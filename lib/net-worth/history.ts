/**
 * What was it all worth, day by day? An account counts from the first day its balance is known until it is
 * closed. Between known days the last known balance holds and is marked estimated, as are balances replayed
 * from transactions, payments and deposits. A gap is a gap, not zero (ACC-11): where the first balance is the
 * bank's report and there was nothing to replay (savings that never moved, a loan without terms), it holds
 * backwards too, estimated; leaving it out would draw a fall or a rise that never was. Currencies are never added.
 */
import { type Day, daysBetween } from '@/lib/core/day';
import { groupBy } from '@/lib/core/group-by';
import { add, type Money, money } from '@/lib/core/money';

export type AccountKind = 'depository' | 'investment' | 'other' | 'credit' | 'loan';

/** An account's last known balance as of `day`; `isEstimated` when it was replayed or held from an earlier day. */
export type BalanceOn = {
  day: Day;
  accountId: string;
  type: AccountKind;
  balance: number;
  currency: string;
  isEstimated: boolean;
  isReplayed: boolean;
};

/** Minor units by kind of account, ours: debts are negative. A kind that nobody knows on that day is absent. */
export type HistoryDay = {
  day: Day;
  byKind: Partial<Record<AccountKind, number>>;
  total: number | null;
  isEstimated: boolean;
};

/** One history per currency over the same days; those on which nothing is known have a null total. */
export function historyByCurrency(
  balances: readonly BalanceOn[],
  days: readonly Day[],
): Map<string, HistoryDay[]> {
  const byCurrency = groupBy(balances, ({ currency }) => currency);
  return new Map([...byCurrency].map(([currency, rows]) => [currency, historyOf(rows, days, currency)]));
}

/** The same history, its last day as the accounts stand now, so that the line ends at the figure above it. */
export function endingWith(history: readonly HistoryDay[], byKind: HistoryDay['byKind']): HistoryDay[] {
  const last = history.at(-1);
  if (last === undefined) return [];
  const total = Object.values(byKind).reduce((sum, amount) => sum + amount, 0);
  return [...history.slice(0, -1), { day: last.day, byKind, total, isEstimated: false }];
}

/** One row of values per kind that was ever there, in the given order; null where a kind is not known. */
export function seriesByKind(history: readonly HistoryDay[], kinds: readonly AccountKind[]) {
  return kinds
    .map((kind) => ({ kind, values: history.map(({ byKind }) => byKind[kind] ?? null) }))
    .filter(({ values }) => values.some((value) => value !== null && value !== 0));
}

/** How far apart the replayed histories of accounts that are of one age may begin. */
const SAME_START_DAYS = 31;

/**
 * Adds the days before an account's first one, held at its first balance: for accounts that begin with a report
 * rather than with a replayed transaction, and for those that begin within a month of the very first day.
 * Another account that begins later was opened then, and stays as it is. Rows come oldest first.
 */
export function heldBack<B extends BalanceOn>(
  balances: readonly B[],
  days: readonly Day[],
  firstKnown: Day,
): B[] {
  const starts = [...groupBy(balances, ({ accountId }) => accountId).values()].flatMap(
    ([first]) => first ?? [],
  );
  const added = starts
    .filter(({ day, isReplayed }) => !isReplayed || daysBetween(firstKnown, day) <= SAME_START_DAYS)
    .flatMap((first) =>
      days.filter((day) => day < first.day).map((day) => ({ ...first, day, isEstimated: true })),
    );
  return [...added, ...balances];
}

/** The first day from which on nothing is estimated any more; undefined when that never comes. */
export function estimatedBefore(history: readonly HistoryDay[]): Day | undefined {
  return history[history.findLastIndex(({ isEstimated }) => isEstimated) + 1]?.day;
}

function historyOf(rows: readonly BalanceOn[], days: readonly Day[], currency: string): HistoryDay[] {
  const byDay = groupBy(rows, ({ day }) => day);
  return days.map((day) => dayOf(day, byDay.get(day) ?? [], currency));
}

function dayOf(day: Day, rows: readonly BalanceOn[], currency: string): HistoryDay {
  const byKind: HistoryDay['byKind'] = {};
  let total: Money | null = null;
  for (const { type, balance } of rows) {
    const amount = money(balance, currency);
    byKind[type] = add(money(byKind[type] ?? 0, currency), amount).amount;
    total = total === null ? amount : add(total, amount);
  }
  return {
    day,
    byKind,
    total: total?.amount ?? null,
    isEstimated: rows.some(({ isEstimated }) => isEstimated),
  };
}
