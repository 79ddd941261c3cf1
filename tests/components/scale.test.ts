import { describe, expect, it } from 'vitest';
import {
  monthTicks,
  niceTicks,
  type Point,
  spread,
  stretches,
  thin,
  timeTicks,
  xOf,
  yOf,
} from '@/components/charts/scale';
import { addDays, day } from '@/lib/core/day';

const start = day('2025-01-01');
const series = (values: (number | null)[], estimated = 0): Point[] =>
  values.map((value, index) => ({ day: addDays(start, index), value, estimated: index < estimated }));

describe('niceTicks', () => {
  it('spans the values with few round steps', () => {
    expect(niceTicks([25_600_000, 29_800_000])).toEqual([24_000_000, 26_000_000, 28_000_000, 30_000_000]);
  });

  it('holds zero when bars or stacks need it', () => {
    expect(niceTicks([400, 900], { zero: true })[0]).toBe(0);
    expect(niceTicks([-400, 900], { zero: true })).toContain(0);
  });

  it('gives a flat line, a zero line and no line at all two ends', () => {
    expect(niceTicks([5000, 5000]).length).toBeGreaterThan(1);
    expect(niceTicks([0, 0]).length).toBeGreaterThan(1);
    expect(niceTicks([]).length).toBeGreaterThan(1);
  });
});

describe('places', () => {
  it('puts the first day left, the last right, the highest value on top', () => {
    expect(xOf(start, start, addDays(start, 10))).toBe(0);
    expect(xOf(addDays(start, 5), start, addDays(start, 10))).toBe(0.5);
    expect(xOf(start, start, start)).toBe(1);
    expect(yOf(30, { min: 10, max: 30 })).toBe(0);
    expect(yOf(10, { min: 10, max: 30 })).toBe(1);
  });
});

describe('stretches', () => {
  it('leaves a gap where a day is unknown', () => {
    const parts = stretches(series([1, 2, null, 4]));
    expect(parts.map(({ points }) => points.map(({ value }) => value))).toEqual([[1, 2], [4]]);
  });

  it('joins estimate and fact at one point', () => {
    const parts = stretches(series([1, 2, 3, 4], 2));
    expect(parts.map(({ estimated, points }) => [estimated, points.map(({ value }) => value)])).toEqual([
      [true, [1, 2]],
      [false, [2, 3, 4]],
    ]);
  });
});

describe('thin', () => {
  const long = series(
    Array.from({ length: 730 }, (_, index) => (index === 400 ? 9_999_999 : index === 500 ? null : index)),
    90,
  );

  it('keeps ends, extremes, gaps and the border of the estimate', () => {
    const kept = thin(long, 120);
    expect(kept.length).toBeLessThan(200);
    expect(kept[0]).toEqual(long[0]);
    expect(kept.at(-1)).toEqual(long.at(-1));
    expect(kept).toContainEqual(long[400]);
    expect(kept).toContainEqual(long[500]);
    expect(kept).toContainEqual(long[89]);
    expect(kept).toContainEqual(long[90]);
  });

  it('leaves a short series alone', () => {
    expect(thin(series([1, 2, 3]))).toHaveLength(3);
  });
});

describe('monthTicks', () => {
  it('marks about six months of a year, every second one minor', () => {
    const ticks = monthTicks(day('2024-11-21'), day('2025-11-21'));
    expect(ticks.map(({ month }) => month)).toEqual([
      '2024-12',
      '2025-02',
      '2025-04',
      '2025-06',
      '2025-08',
      '2025-10',
    ]);
    expect(ticks.map(({ minor }) => minor)).toEqual([false, true, false, true, false, true]);
  });
});

describe('spread', () => {
  it('keeps labels apart, in order, and inside', () => {
    const moved = spread([0.98, 0.5, 0.52], 0.1);
    expect(moved[1]).toBe(0.5);
    expect(moved[2]).toBeCloseTo(0.6);
    expect(moved[0]).toBeCloseTo(0.98);
    expect(spread([0.99, 0.98], 0.1)[1]).toBeCloseTo(0.9);
  });
});

describe('timeTicks', () => {
  it('reads a month by days, weeks apart, the last day always among them', () => {
    const ticks = timeTicks(day('2026-10-21'), day('2026-11-21'));
    expect(ticks.map((tick) => ('day' in tick ? tick.day : tick.month))).toEqual([
      '2026-10-24',
      '2026-10-31',
      '2026-11-07',
      '2026-11-14',
      '2026-11-21',
    ]);
    expect(ticks.at(-1)).toMatchObject({ x: 1, minor: false });
  });

  it('reads a few days one by one and a year by months', () => {
    expect(timeTicks(day('2026-11-20'), day('2026-11-21'))).toHaveLength(2);
    expect(timeTicks(day('2026-11-21'), day('2026-11-21'))).toHaveLength(1);
    expect(timeTicks(day('2025-11-21'), day('2026-11-21'))[0]).toHaveProperty('month');
  });
});
