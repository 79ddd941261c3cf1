/**
 * Where things go in a chart: pure arithmetic from days and amounts to shares of the plot.
 * Shares run 0 to 1 from the left and from the top, so that a chart can be as wide as its place.
 */
import { addDays, type Day, daysBetween } from '@/lib/core/day';
import { addMonths, firstDayOf, type Month, monthOf } from '@/lib/core/month';

/** An amount in minor units on a day; `null` is a day nobody knows, and stays a gap. */
export type Point = { day: Day; value: number | null; estimated?: boolean };
export type KnownPoint = Point & { value: number };

export type Domain = { min: number; max: number };

/** The three to five round values that span all of `values`, ends included, lowest first. */
export function niceTicks(values: readonly number[], { zero = false, count = 3 } = {}): number[] {
  const finite = zero ? [...values, 0] : [...values];
  if (finite.length === 0) return [0, 1];
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  // A flat line still needs some air around it.
  const span = high - low || Math.max(Math.abs(high) * 0.1, 100);
  const step = niceStep(span / count);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** The next of 1, 2, 2.5, 5, 10 × a power of ten that is not below `rough`. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

export function domainOf(ticks: readonly number[]): Domain {
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1 };
}

/** Share from the top: 0 at the domain's maximum, 1 at its minimum. */
export function yOf(value: number, { min, max }: Domain): number {
  return max === min ? 0.5 : (max - value) / (max - min);
}

/** Share from the left: 0 on the first day, 1 on the last. */
export function xOf(at: Day, first: Day, last: Day): number {
  const span = daysBetween(first, last);
  return span === 0 ? 1 : daysBetween(first, at) / span;
}

export type Stretch = { estimated: boolean; points: KnownPoint[] };

/**
 * Unbroken stretches of one kind. A gap ends a stretch; where estimate meets fact both share the meeting
 * point, so that the line is whole.
 */
export function stretches(points: readonly Point[]): Stretch[] {
  const result: Stretch[] = [];
  let open: Stretch | undefined;
  for (const { day, value, estimated = false } of points) {
    if (value === null) {
      open = undefined;
      continue;
    }
    const point = { day, value, estimated };
    if (open === undefined || open.estimated !== estimated) {
      const joint: KnownPoint | undefined = open?.points.at(-1);
      open = { estimated, points: joint === undefined ? [] : [joint] };
      result.push(open);
    }
    open.points.push(point);
  }
  return result;
}

/**
 * At most about `limit` points that keep the picture: of each run the first, lowest, highest and last.
 * Gaps and the border between estimate and fact are kept.
 */
export function thin(points: readonly Point[], limit = 240): Point[] {
  if (points.length <= limit) return [...points];
  const size = Math.ceil((points.length / limit) * 4);
  const kept = new Set<number>();
  for (let start = 0; start < points.length; start += size) {
    keepRun(points, start, Math.min(start + size, points.length), kept);
  }
  points.forEach((point, index) => {
    const before = points[index - 1];
    const isBorder =
      before !== undefined &&
      ((before.value === null) !== (point.value === null) ||
        (before.estimated ?? false) !== (point.estimated ?? false));
    if (isBorder) kept.add(index - 1).add(index);
  });
  return points.filter((_, index) => kept.has(index));
}

function keepRun(points: readonly Point[], start: number, end: number, kept: Set<number>): void {
  let low = start;
  let high = start;
  for (let index = start; index < end; index++) {
    const value = points[index]?.value ?? null;
    if (value === null) continue;
    if (value < (points[low]?.value ?? Number.POSITIVE_INFINITY)) low = index;
    if (value > (points[high]?.value ?? Number.NEGATIVE_INFINITY)) high = index;
  }
  kept
    .add(start)
    .add(low)
    .add(high)
    .add(end - 1);
}

export type MonthTick = { month: Month; x: number; minor: boolean };
export type DayTick = { day: Day; x: number; minor: boolean };

/** A span of some weeks is read by days, a longer one by months. */
const DAYS_READ_BY_DAY = 70;

/** Marks between two days, as days or months, whichever reads better. */
export function timeTicks(first: Day, last: Day): (MonthTick | DayTick)[] {
  return daysBetween(first, last) <= DAYS_READ_BY_DAY ? dayTicks(first, last) : monthTicks(first, last);
}

/** Day marks counted back from the last day, about `count` of them, in whole weeks where there are weeks. */
export function dayTicks(first: Day, last: Day, count = 6): DayTick[] {
  const span = daysBetween(first, last);
  const step = span < count * 2 ? Math.max(1, Math.ceil(span / count)) : Math.ceil(span / count / 7) * 7;
  const ticks = Math.floor(span / step) + 1;
  return Array.from({ length: ticks }, (_, index) => addDays(last, (index + 1 - ticks) * step)).map(
    (day, index) => ({ day, x: xOf(day, first, last), minor: (ticks - 1 - index) % 2 === 1 }),
  );
}

/** Month marks between two days, about `count` of them, evenly stepped; every second is minor and may be left out. */
export function monthTicks(first: Day, last: Day, count = 6): MonthTick[] {
  const months: Month[] = [];
  for (let at = monthOf(first); firstDayOf(at) <= last; at = addMonths(at, 1)) {
    if (firstDayOf(at) >= first) months.push(at);
  }
  const step = Math.max(1, Math.ceil(months.length / count));
  return months
    .filter((_, index) => index % step === 0)
    .map((month, index) => ({ month, x: xOf(firstDayOf(month), first, last), minor: index % 2 === 1 }));
}

/** Moves labels apart until none is nearer than `gap` to the next, each as near to its place as it can be. */
export function spread(places: readonly number[], gap: number, max = 1): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let floor = Number.NEGATIVE_INFINITY;
  for (const label of order) {
    label.place = Math.max(label.place, floor);
    floor = label.place + gap;
  }
  let ceiling = max;
  for (const label of order.toReversed()) {
    label.place = Math.min(label.place, ceiling);
    ceiling = label.place - gap;
  }
  return order.sort((a, b) => a.index - b.index).map(({ place }) => place);
}
