/** Stacks series day by day: what is owned up from zero, what is owed down from zero, and the sum of all. */

import { niceTicks } from './scale';

export type StackSeries = {
  id: string;
  label: string;
  /** Minor units per day, ours: a debt is negative. `null` where nobody knows. */
  values: readonly (number | null)[];
};

export type Band = { id: string; label: string; index: number; edges: { inner: number; outer: number }[] };
export type Stack = { bands: Band[]; sums: (number | null)[] };

/** Bands in the given order, the first nearest to zero. A day on which no series is known has no sum. */
export function stack(series: readonly StackSeries[], length: number): Stack {
  const up = Array.from({ length }, () => 0);
  const down = Array.from({ length }, () => 0);
  const bands = series.map(({ id, label, values }, index) => ({
    id,
    label,
    index,
    edges: Array.from({ length }, (_, at) => layer(values[at] ?? 0, at, up, down)),
  }));
  const sums = Array.from({ length }, (_, at) =>
    series.every(({ values }) => (values[at] ?? null) === null) ? null : (up[at] ?? 0) + (down[at] ?? 0),
  );
  return { bands, sums };
}

/** Round values, zero among them, that span every band and the sum. */
export function stackTicks({ bands, sums }: Stack): number[] {
  const edges = bands.flatMap((band) => band.edges.map(({ outer }) => outer));
  return niceTicks([...edges, ...sums.filter((sum) => sum !== null)], { zero: true, count: 4 });
}

function layer(value: number, at: number, up: number[], down: number[]) {
  const side = value < 0 ? down : up;
  const inner = side[at] ?? 0;
  side[at] = inner + value;
  return { inner, outer: inner + value };
}
