/** Calendar months as `YYYY-MM` text, for budgets and rollups. */
import { addDays, addMonthsTo, type Day, day, daysBetween } from './day';

export type Month = string & { readonly __brand: 'Month' };

export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Reads a month; throws `RangeError` on anything else. */
export function month(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`"${text}" is not a calendar month.`);
  return text;
}

export function monthOf(of: Day): Month {
  return of.slice(0, 7) as Month;
}

export function firstDayOf(of: Month): Day {
  return day(`${of}-01`);
}

export function lastDayOf(of: Month): Day {
  return addDays(firstDayOf(addMonths(of, 1)), -1);
}

export function addMonths(from: Month, count: number): Month {
  return monthOf(addMonthsTo(firstDayOf(from), count));
}

export function daysIn(of: Month): number {
  return daysBetween(firstDayOf(of), lastDayOf(of)) + 1;
}
