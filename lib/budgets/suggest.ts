/** What a limit could be: the average of the last three full months. */
import { categoryOf } from '@/lib/categories/taxonomy';
import { groupBy } from '@/lib/core/group-by';
import type { Day } from '@/lib/core/day';
import { addMonths, type Month, monthOf } from '@/lib/core/month';

const MONTHS = 3;

type CategoryMonth = { month: Month; categoryId: string; currency: string; amount: number };

/** The three months that a suggestion looks at: the last full ones before the budget's month and before today's. */
export function monthsToLearnFrom(month: Month, today: Day): { first: Month; last: Month } {
  const end = month < monthOf(today) ? month : monthOf(today);
  return { first: addMonths(end, -MONTHS), last: addMonths(end, -1) };
}

/**
 * Average spending by category in minor units, over those of the months that have any rows at all: a person
 * with one month of history is not told a third of it. Categories that cost nothing are left out.
 */
export function suggestLimits(sums: readonly CategoryMonth[], currency: string): Map<string, number> {
  const months = new Set(sums.map(({ month }) => month)).size;
  const spending = sums.filter(
    (sum) => sum.currency === currency && categoryOf(sum.categoryId).kind === 'spending',
  );
  const byCategory = [...groupBy(spending, ({ categoryId }) => categoryId)];
  return new Map(
    byCategory
      .map(
        ([id, ofId]) => [id, Math.round(ofId.reduce((sum, { amount }) => sum - amount, 0) / months)] as const,
      )
      .filter(([, average]) => average > 0),
  );
}
