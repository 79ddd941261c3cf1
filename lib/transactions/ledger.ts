/** Rows under their days: what the list shows, with each day's sum per currency. */
import type { Day } from '@/lib/core/day';
import { groupBy } from '@/lib/core/group-by';
import { type Money, money, totals } from '@/lib/core/money';

type Row = { day: Day };
type DaySum = { day: Day; amount: number; currency: string };

export type LedgerDay<T extends Row> = { day: Day; sums: Money[]; rows: T[] };

/**
 * `rows` newest first. `sums` are those of whole days, read beside the page: a day that the page cuts still
 * has its full sum.
 */
export function ledgerDays<T extends Row>(rows: readonly T[], sums: readonly DaySum[]): LedgerDay<T>[] {
  const sumsByDay = groupBy(sums, ({ day }) => day);
  return [...groupBy(rows, ({ day }) => day)].map(([day, ofDay]) => ({
    day,
    rows: ofDay,
    sums: totals((sumsByDay.get(day) ?? []).map(({ amount, currency }) => money(amount, currency))),
  }));
}
