/** Is this month's spending more or less than usual by the same day? */
import type { Day } from '@/lib/core/day';
import { addMonths, type Month, monthOf } from '@/lib/core/month';

/** What was spent in a category in a month up to today's date of the month; positive minor units, refunds netted. */
export type SpentToDate = { month: Month; categoryId: string; spent: number };

export type CategoryPace = { categoryId: string; spent: number; usual: number | null };

export type Pace = {
  spent: number;
  /** Average of the same days of up to three full months before; null until there is one. */
  usual: number | null;
  monthsCompared: number;
  /** Those with spending this month, the largest first. */
  categories: CategoryPace[];
};

const MONTHS_COMPARED = 3;

/** The months that are compared: this one and the full ones before it that history reaches back beyond. */
export function monthsToCompare(today: Day, firstDay: Day | null): Month[] {
  const current = monthOf(today);
  const before = Array.from({ length: MONTHS_COMPARED }, (_, index) => addMonths(current, -index - 1));
  // The month in which history begins is only partly known.
  return [current, ...before.filter((month) => firstDay !== null && month > monthOf(firstDay))];
}

/** `months` as `monthsToCompare` gave them; rows of one currency. */
export function pace(rows: readonly SpentToDate[], months: readonly Month[]): Pace {
  const [current, ...before] = months;
  const now = rows.filter(({ month }) => month === current);
  const earlier = rows.filter(({ month }) => before.includes(month));
  const usual = (of: readonly SpentToDate[]) =>
    before.length === 0 ? null : Math.round(sum(of) / before.length);
  const categories = now
    .filter(({ spent }) => spent > 0)
    .map(({ categoryId, spent }) => ({
      categoryId,
      spent,
      usual: usual(earlier.filter((row) => row.categoryId === categoryId)),
    }));
  return {
    spent: sum(now),
    usual: usual(earlier),
    monthsCompared: before.length,
    categories: categories.toSorted((a, b) => b.spent - a.spent),
  };
}

function sum(rows: readonly SpentToDate[]): number {
  return rows.reduce((total, { spent }) => total + spent, 0);
}
