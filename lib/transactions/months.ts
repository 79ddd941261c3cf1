/** The months a person can choose: from this one back to the one of their oldest row. */
import type { Day } from '@/lib/core/day';
import { addMonths, type Month, monthOf } from '@/lib/core/month';

/** Newest first. */
export function monthsBack(today: Day, firstDay: Day | null): Month[] {
  const first = monthOf(firstDay !== null && firstDay < today ? firstDay : today);
  const months: Month[] = [];
  for (let month = monthOf(today); month >= first; month = addMonths(month, -1)) months.push(month);
  return months;
}
