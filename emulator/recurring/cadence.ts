/** How often something comes, from the days on which it came (REC-2). */
import { addDays, addMonthsTo, type Day, daysBetween } from '@/lib/core/day';

export type Cadence = 'WEEKLY' | 'BIWEEKLY' | 'SEMI_MONTHLY' | 'MONTHLY' | 'ANNUALLY' | 'UNKNOWN';

/** A cadence, and the days that lie between two occurrences. */
export type Rhythm = { readonly cadence: Cadence; readonly gap: number };

/** Days between two occurrences, as they really vary (weekends, month lengths). */
const RANGES: readonly { cadence: Cadence; from: number; to: number }[] = [
  { cadence: 'WEEKLY', from: 6, to: 8 },
  { cadence: 'BIWEEKLY', from: 13, to: 14.5 },
  { cadence: 'SEMI_MONTHLY', from: 14.6, to: 16.5 },
  { cadence: 'MONTHLY', from: 27, to: 34 },
  // Every other month, every quarter, twice a year: a rhythm that has no name of its own.
  { cadence: 'UNKNOWN', from: 56, to: 66 },
  { cadence: 'UNKNOWN', from: 86, to: 96 },
  { cadence: 'UNKNOWN', from: 176, to: 188 },
  { cadence: 'ANNUALLY', from: 350, to: 380 },
];

/** Share of the gaps that must fit; a skipped month is forgiven. */
const REGULARITY = 0.7;

/** Null for days that have no rhythm. `days` ascend and have at least two members. */
export function rhythmOf(days: readonly Day[]): Rhythm | null {
  const gaps = gapsOf(days);
  const gap = typicalGap(gaps);
  const range = RANGES.find(({ from, to }) => between(gap, from, to));
  if (!range) return null;
  const slack = range.cadence === 'SEMI_MONTHLY' || range.cadence === 'BIWEEKLY' ? 3 : 1.5;
  const regular = gaps.filter((gap) => between(gap, range.from - slack, range.to + slack));
  return regular.length >= gaps.length * REGULARITY ? { cadence: range.cadence, gap } : null;
}

/** When the next one is due; null where the rhythm has no name (REC-7). */
export function nextDay(last: Day, cadence: Cadence): Day | null {
  if (cadence === 'UNKNOWN') return null;
  if (cadence === 'WEEKLY') return addDays(last, 7);
  if (cadence === 'BIWEEKLY') return addDays(last, 14);
  if (cadence === 'SEMI_MONTHLY') return addDays(last, 15);
  return addMonthsTo(last, cadence === 'MONTHLY' ? 1 : 12);
}

/** Days after the last one at which a missing successor means that it has ended. */
export function patience({ cadence, gap }: Rhythm): number {
  const late = { WEEKLY: 5, BIWEEKLY: 8, SEMI_MONTHLY: 8, MONTHLY: 12, ANNUALLY: 30, UNKNOWN: 20 };
  return gap + late[cadence];
}

function gapsOf(days: readonly Day[]): number[] {
  return days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
}

/** The median for short rhythms; their mean tells 14 days from half a month. */
function typicalGap(gaps: readonly number[]): number {
  const sorted = gaps.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (median < 12 || median > 18) return median;
  const near = gaps.filter((gap) => between(gap, 10, 20));
  return near.reduce((sum, gap) => sum + gap, 0) / near.length;
}

function between(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}
