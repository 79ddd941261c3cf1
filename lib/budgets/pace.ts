/** How far a month has run, and what is left of it per day. */
import { type Day, daysBetween } from '@/lib/core/day';
import { type Money, money } from '@/lib/core/money';
import { daysIn, firstDayOf, type Month, monthOf } from '@/lib/core/month';

export type Pace = {
  when: 'past' | 'now' | 'ahead';
  /** Share of the month that has passed, today included: 0 to 1. */
  ratio: number;
  /** Days left, today included; 0 for a month that is over. */
  daysLeft: number;
};

export function paceOf(month: Month, today: Day): Pace {
  const days = daysIn(month);
  if (month < monthOf(today)) return { when: 'past', ratio: 1, daysLeft: 0 };
  if (month > monthOf(today)) return { when: 'ahead', ratio: 0, daysLeft: days };
  const passed = daysBetween(firstDayOf(month), today) + 1;
  return { when: 'now', ratio: passed / days, daysLeft: days - passed + 1 };
}

/** What can be spent each day that is left, rounded down; null when nothing is left to share out. */
export function perDay(left: Money, { daysLeft }: Pace): Money | null {
  return daysLeft === 0 || left.amount <= 0 ? null : money(Math.floor(left.amount / daysLeft), left.currency);
}
