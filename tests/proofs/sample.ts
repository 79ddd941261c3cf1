/** A few of many, the same ones for the same seed. */
export function sampleOf<T>(all: readonly T[], count: number, seed: number): T[] {
  let state = seed;
  const left = [...all];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return left.splice(state % left.length, 1);
  }).flat();
}
