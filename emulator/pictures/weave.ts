/** A cloth of crossing stripes in shades of one colour: a mark that belongs to a name, and to no real firm. */
import { seeded } from '../generate/seeded';
import { type Colour, type Picture, png } from './png';

/** `color` is hex as in `#1F6F8B`. */
export function weave(name: string, color: string, side: number): Buffer {
  const stripes = stripesOf(name, side);
  const at: Picture['at'] = (x, y) => (stripes[x] ?? 0) + (stripes[y] ?? 0) + (isLine(stripes, x, y) ? 1 : 0);
  return png({ side, palette: shadesOf(color), at });
}

/** Bands that mirror about the middle, so that the cloth looks meant. */
function stripesOf(name: string, side: number): number[] {
  const chance = seeded('weave', name);
  const half: number[] = [];
  for (let band = 0; half.length < side / 2; band = 1 - band) {
    const width = Math.round((side * chance.between(5, 16)) / 100);
    half.push(...Array.from({ length: width }, () => band));
  }
  const kept = half.slice(0, Math.ceil(side / 2));
  return [...kept, ...kept.toReversed()].slice(0, side);
}

/** A thin bright line where one band ends and the next begins. */
function isLine(stripes: readonly number[], x: number, y: number): boolean {
  return stripes[x] !== stripes[x - 3] && stripes[y] === stripes[y - 3];
}

function shadesOf(color: string): Picture['palette'] {
  const own = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  const towardsWhite = (share: number): Colour => {
    const [red = 0, green = 0, blue = 0] = own.map((part) => Math.round(part + (255 - part) * share));
    return [red, green, blue];
  };
  return [towardsWhite(0), towardsWhite(0.18), towardsWhite(0.42), towardsWhite(0.85)];
}
