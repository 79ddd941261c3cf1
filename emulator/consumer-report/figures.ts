/** Sums and averages over rows and days, exact to the cent. Pure. */
import { addDays, type Day, daysBetween } from '@/lib/core/day';
import { dateInMonth } from '../generate/calendar';

/** Adds amounts in major units without the dust of binary fractions. */
export function sumOf(amounts: readonly number[]): number {
  return rounded(amounts.reduce((sum, amount) => sum + Math.round(amount * 1e4), 0) / 1e4);
}

export function averageOf(amounts: readonly number[]): number {
  return amounts.length === 0 ? 0 : rounded(sumOf(amounts) / amounts.length);
}

/** To the cent. */
export function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}

export type Period = { readonly start: Day; readonly end: Day };

/** The calendar months of a stretch of days; the first and the last may be cut short. */
export function monthsOf({ start, end }: Period): Period[] {
  const months: Period[] = [];
  for (let first = start; first <= end; ) {
    const last = dateInMonth(first, 31);
    months.push({ start: first, end: last < end ? last : end });
    first = addDays(last, 1);
  }
  return months;
}

export function isWithin(day: Day, { start, end }: Period): boolean {
  return day >= start && day <= end;
}

/** How many days, both ends counted. */
export function lengthOf({ start, end }: Period): number {
  return daysBetween(start, end) + 1;
}
