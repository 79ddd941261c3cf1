/** Invented figures for the design page: a year of a household, the same every time. */
import type { Point } from '@/components/charts/scale';
import type { StackSeries } from '@/components/charts/stack';
import { addDays, type Day, day } from '@/lib/core/day';

export const TODAY = day('2026-11-21');
export const DAYS: Day[] = Array.from({ length: 366 }, (_, index) => addDays(TODAY, index - 365));

const wave = (index: number, step: number, height: number) => Math.round(Math.sin(index / step) * height);

export const NET_WORTH: Point[] = DAYS.map((at, index) => ({
  day: at,
  value: 25_600_000 + index * 10_600 + wave(index, 17, 210_000) + wave(index, 4, 90_000),
  estimated: index < 92,
}));

export const WITH_GAP: Point[] = NET_WORTH.map((point, index) =>
  index > 200 && index < 240 ? { ...point, value: null } : point,
);

export const STACK: StackSeries[] = [
  series('home', 'Property', (index) => 42_000_000 + index * 3000),
  series('funds', 'Investments', (index) => 9_800_000 + index * 9000 + wave(index, 21, 400_000)),
  series('cash', 'Cash', (index) => 2_100_000 + wave(index, 5, 300_000)),
  series('mortgage', 'Mortgage', (index) => -28_400_000 + index * 2600),
  series('student', 'Student loan', (index) => -1_900_000 + index * 900),
  series('card', 'Cards', (index) => -140_000 - Math.abs(wave(index, 6, 90_000))),
];

function series(id: string, label: string, value: (index: number) => number): StackSeries {
  return { id, label, values: DAYS.map((_, index) => value(index)) };
}
