/** SVG path text on a 1000 × 1000 field that the page stretches to its place. */

export const FIELD = 1000;

export type Place = { x: number; y: number };

/** A line through places given as shares of the plot. */
export function linePath(places: readonly Place[]): string {
  return places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${unit(x)} ${unit(y)}`).join('');
}

/** The area between a line and another one, walked back. */
export function areaPath(outer: readonly Place[], inner: readonly Place[]): string {
  if (outer.length === 0) return '';
  const back = inner.toReversed().map(({ x, y }) => `L${unit(x)} ${unit(y)}`);
  return `${linePath(outer)}${back.join('')}Z`;
}

function unit(share: number): number {
  return Math.round(share * FIELD * 10) / 10;
}
