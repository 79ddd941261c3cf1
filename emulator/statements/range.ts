/** The days whose statements are asked for: in order, and two years at most (STM-1). */
import { z } from 'zod';
import { addMonthsTo, type Day, daysBetween } from '@/lib/core/day';
import type { DayRange, ItemDocument } from '../documents';
import { calendarDay } from '../request';

const MOST_DAYS = 731;

export const statementRangeFields = { start_date: calendarDay, end_date: calendarDay };

export function inOrder({ start_date, end_date }: RangeFields): boolean {
  return start_date <= end_date && daysBetween(start_date, end_date) <= MOST_DAYS;
}

export const RANGE_RULE = 'start_date must not be after end_date, and not more than two years before it';

export const statementRange = z.strictObject(statementRangeFields).refine(inOrder, RANGE_RULE);

type RangeFields = z.output<z.ZodObject<typeof statementRangeFields>>;

export function rangeOf({ start_date, end_date }: RangeFields): DayRange {
  return { start: start_date, end: end_date };
}

/** What may be read of an Item; without a word about it, the two years before it was linked. */
export function rangesOf({ statements, linkedOn }: ItemDocument): readonly DayRange[] {
  return statements ?? [{ start: addMonthsTo(linkedOn, -24), end: linkedOn }];
}

export function isWithin({ start, end }: DayRange, on: Day): boolean {
  return on >= start && on <= end;
}
