/** When is the next payment due, and is one missed? */
import { type Day, daysBetween } from '@/lib/core/day';
import { formatDay, formatDayNear } from '@/lib/core/format-day';
import type { Writing } from '@/lib/core/writing';
import { amountDue, type Statement } from './payment';

export type Terms = Statement & { isOverdue: boolean | null; pastDueAmount: number | null };

type Dated = Pick<Writing, 'dates'>;

export type Due = {
  /** `none`: no payment is expected (LIA-7), or it is made. `overdue` needs a person; `soon` is within a week. */
  state: 'none' | 'ahead' | 'soon' | 'overdue';
  words: string;
};

/** The bank's word that a payment is late counts for more than any day; a due day in the past is its stale news. */
export function dueOf(terms: Terms, today: Day, writing: Dated): Due {
  const { nextDueDay, isOverdue, pastDueAmount } = terms;
  if (isOverdue === true || (pastDueAmount ?? 0) > 0)
    return { state: 'overdue', words: overdueWords(nextDueDay, today, writing) };
  if (nextDueDay === null) return { state: 'none', words: 'Nothing due' };
  if (amountDue(terms) === 0) return { state: 'none', words: settledWords(terms) };
  const days = daysBetween(today, nextDueDay);
  if (days < 0) return { state: 'ahead', words: `Was due ${formatDay(nextDueDay, writing, { today })}` };
  return { state: days <= 7 ? 'soon' : 'ahead', words: `Due ${formatDayNear(nextDueDay, today, writing)}` };
}

function settledWords({ kind, statementBalance }: Terms): string {
  return kind === 'credit' && (statementBalance ?? 0) > 0 ? 'Statement paid' : 'Nothing due';
}

function overdueWords(nextDueDay: Day | null, today: Day, writing: Dated): string {
  if (nextDueDay === null || nextDueDay >= today) return 'Overdue';
  return `Overdue since ${formatDay(nextDueDay, writing, { today })}`;
}
