/** When is the next payment due, and is one missed? */
import { type Day, daysBetween } from '@/lib/core/day';
import { formatDay, formatDayNear } from '@/lib/core/format-day';

export type Terms = {
  nextDueDay: Day | null;
  isOverdue: boolean | null;
  pastDueAmount: number | null;
};

export type Due = {
  /** `none`: no payment is expected (LIA-7). `overdue` needs a person; `soon` is within a week. */
  state: 'none' | 'ahead' | 'soon' | 'overdue';
  words: string;
};

/** The bank's word that a payment is late counts for more than any day; a due day in the past is its stale news. */
export function dueOf({ nextDueDay, isOverdue, pastDueAmount }: Terms, today: Day): Due {
  if (isOverdue === true || (pastDueAmount ?? 0) > 0)
    return { state: 'overdue', words: overdueWords(nextDueDay, today) };
  if (nextDueDay === null) return { state: 'none', words: 'Nothing due' };
  const days = daysBetween(today, nextDueDay);
  if (days < 0) return { state: 'ahead', words: `Was due ${formatDay(nextDueDay, { today })}` };
  return { state: days <= 7 ? 'soon' : 'ahead', words: `Due ${formatDayNear(nextDueDay, today)}` };
}

function overdueWords(nextDueDay: Day | null, today: Day): string {
  if (nextDueDay === null || nextDueDay >= today) return 'Overdue';
  return `Overdue since ${formatDay(nextDueDay, { today })}`;
}
