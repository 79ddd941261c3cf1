/**
 * Randomness that is not random: a stream of numbers that follows from its name alone, so that the same
 * seed gives the same bytes on any machine and any day. Only integer steps, so no engine can differ.
 */

/** The stream that belongs to these words; `seeded('ann', '2026-01-31')` never changes. */
export function seeded(...words: readonly string[]): Seeded {
  return new Seeded(hash(words.join('\u0000')));
}

/** A class, because a household makes tens of thousands of them. */
export class Seeded {
  #state: number;

  constructor(state: number) {
    this.#state = state;
  }

  /** A number from 0 up to, not including, 1. */
  fraction(): number {
    const state = (this.#state + 0x6d2b79f5) | 0;
    this.#state = state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.between(0, list.length - 1)];
    if (found === undefined) throw new RangeError('Nothing to pick from.');
    return found;
  }
}

/** A 32-bit hash of a text (FNV-1a with a final mix). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789';

/** An opaque id of Plaid's look (letters and digits) that belongs to these words. */
export function idFor(length: number, ...words: readonly string[]): string {
  const stream = seeded('id', ...words);
  return Array.from({ length }, () => LETTERS[stream.between(0, LETTERS.length - 1)]).join('');
}
