/** The same draws for the same seed. */
export type Chance = {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  pick<T>(of: readonly T[]): T | undefined;
  happens(share: number): boolean;
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(draw() * count);
  return { below, pick: (of) => of[below(of.length)], happens: (share) => draw() < share };
}
