/** When banks work: money is booked on business days, and habits follow the week. */
import { addDays, addMonthsTo, type Day, day, daysBetween, weekday } from '@/lib/core/day';
import { firstDayOf, monthOf } from '@/lib/core/month';
import type { Payday } from '../personas/persona';

export function isWeekend(on: Day): boolean {
  return weekday(on) === 0 || weekday(on) === 6;
}

/** The day itself when banks work on it, else the Monday after. */
export function businessDay(on: Day): Day {
  return weekday(on) === 6 ? addDays(on, 2) : weekday(on) === 0 ? addDays(on, 1) : on;
}

/** The day itself when markets trade on it, else the Friday before. */
export function marketDay(on: Day): Day {
  return weekday(on) === 6 ? addDays(on, -1) : weekday(on) === 0 ? addDays(on, -2) : on;
}

/** The `date`-th of that month, held at its last day. Asked for every bill on every day, so by text alone. */
export function dateInMonth(of: Day, date: number): Day {
  const held = String(Math.min(date, lastDateOf(of))).padStart(2, '0');
  return `${of.slice(0, 8)}${held}` as Day;
}

/** How many days the month of that day has. */
export function lastDateOf(of: Day): number {
  const month = Number(of.slice(5, 7));
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const year = Number(of.slice(0, 4));
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Whole months from `a` to `b`, by the calendar: 31 Jan to 1 Feb is one. */
export function monthsBetween(a: Day, b: Day): number {
  return (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));
}

/** Days of a two-week rhythm that never depend on where one starts counting. */
const A_FRIDAY = day('2020-01-03');

export function isPayday(on: Day, rhythm: Payday): boolean {
  if (rhythm === 'every Friday') return weekday(on) === 5;
  if (rhythm === 'the 15th and last') return isMiddleOrEnd(on);
  const weeks = daysBetween(A_FRIDAY, on) / 7;
  return Number.isInteger(weeks) && Math.abs(weeks % 2) === (rhythm === 'every other Friday' ? 0 : 1);
}

/** Whether a day lies in the first of the two weeks of a rhythm that never depends on where one starts. */
export function isInFirstWeek(on: Day): boolean {
  return Math.abs(Math.floor(daysBetween(A_FRIDAY, on) / 7) % 2) === 0;
}

/** Whether a month, told from the link, lies between a beginning and an end that may both be open. */
export function isWithin(month: number, begins = -Infinity, ends = Infinity): boolean {
  return month >= begins && month < ends;
}

/** The 15th and the last day, moved to the Friday before where they fall on a weekend. */
function isMiddleOrEnd(on: Day): boolean {
  return on === marketDay(dateInMonth(on, 15)) || on === marketDay(dateInMonth(on, 31));
}

export type Span = { readonly start: Day; readonly linkedOn: Day; readonly end: Day };

/** Two years and a bit before the link, from the first of a month, and a year after it. */
export function spanAround(linkedOn: Day): Span {
  return {
    start: firstDayOf(monthOf(addMonthsTo(linkedOn, -25))),
    linkedOn,
    end: addDays(addMonthsTo(linkedOn, 12), 7),
  };
}
