/** Which days does the chart show? The range is part of the page's address. */
import { addDays, addMonthsTo, type Day, daysBetween } from '@/lib/core/day';

export const RANGES = ['1m', '3m', '12m', 'all'] as const;
export type Range = (typeof RANGES)[number];

const MONTHS: Record<Exclude<Range, 'all'>, number> = { '1m': 1, '3m': 3, '12m': 12 };
const NAMES: Record<Range, string> = { '1m': '1 month', '3m': '3 months', '12m': '12 months', all: 'All' };

/** As many days as a wide screen can tell apart; longer ranges are sampled evenly, today always among them. */
const MOST_DAYS = 200;

/** Reads `?range=`; anything else is twelve months. */
export function rangeFrom(text: string | string[] | undefined): Range {
  return RANGES.find((range) => range === text) ?? '12m';
}

export function rangeName(range: Range): string {
  return NAMES[range];
}

export type Span = { first: Day; last: Day; step: number };

/** From the range's first day, or the first known day when that is later, to today. */
export function spanOf(range: Range, today: Day, firstKnown: Day): Span {
  const start = range === 'all' ? firstKnown : addMonthsTo(today, -MONTHS[range]);
  const first = start < firstKnown ? firstKnown : start;
  return { first, last: today, step: Math.max(1, Math.ceil((daysBetween(first, today) + 1) / MOST_DAYS)) };
}

/** The sampled days, oldest first, counted back from the last one. */
export function daysOf({ first, last, step }: Span): Day[] {
  const count = Math.floor(daysBetween(first, last) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(last, (index + 1 - count) * step));
}
