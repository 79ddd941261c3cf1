import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { difference, type Rgb, rgbOf, SIGHTS, type Sight, seenBy } from '../support/colour';
import { tableOf, tableOfDesign } from '../support/design-page';

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split(/\[data-theme=.dark.\]/);
const themes = { light: paletteIn(lightCss), dark: paletteIn(darkCss) };
const rest = { light: otherIn(lightCss), dark: otherIn(darkCss) };

/** Steps in OKLab × 100; a difference of 2 is just seen, 8 is plain at the size of a bar. */
const NEIGHBOURS = 10;
const ANY_TWO = 6;

describe.each(Object.entries(themes))('data colours, %s', (_, palette) => {
  it.each(SIGHTS)('stay apart for %s sight', (sight) => {
    const seen = palette.map((colour) => seenBy(sight, colour));
    seen.forEach((colour, index) => {
      seen.slice(index + 1).forEach((other, offset) => {
        const pair = `data-${index + 1} and data-${index + offset + 2}`;
        const least = offset === 0 ? NEIGHBOURS : ANY_TWO;
        expect(difference(colour, other), `${pair} for ${sight} sight`).toBeGreaterThanOrEqual(least);
      });
    });
  });
});

test('docs/design.md tells the least distances that were measured', () => {
  const head = ['sight', 'neighbours, light', 'any two, light', 'neighbours, dark', 'any two, dark'];
  const rows = SIGHTS.map((sight) => [sight, ...Object.values(themes).flatMap((of) => leastOf(sight, of))]);
  expect(tableOfDesign(...head)).toEqual(tableOf(head, rows));
});

/** Of neighbours and of any two, cut to one digit. */
function leastOf(sight: Sight, palette: Rgb[]): string[] {
  const seen = palette.map((colour) => seenBy(sight, colour));
  const apart = seen.flatMap((colour, index) =>
    seen.slice(index + 1).map((other, offset) => ({ offset, distance: difference(colour, other) })),
  );
  const least = (of: typeof apart) => Math.floor(Math.min(...of.map(({ distance }) => distance)) * 10) / 10;
  return [least(apart.filter(({ offset }) => offset === 0)), least(apart)].map((value) => value.toFixed(1));
}

/** "Everything else" comes after the fifth or the sixth part, and beside any of them in a list. */
describe.each(Object.entries(rest))('everything else, %s', (theme, other) => {
  it.each(SIGHTS)('stays apart from every data colour for %s sight', (sight) => {
    (theme === 'light' ? themes.light : themes.dark).forEach((colour, index) => {
      const least = index === 4 || index === 5 ? NEIGHBOURS : ANY_TWO;
      const distance = difference(seenBy(sight, colour), seenBy(sight, other));
      expect(distance, `data-${index + 1} for ${sight} sight`).toBeGreaterThanOrEqual(least);
    });
  });
});

function otherIn(text: string): Rgb {
  return rgbOf(/--color-data-other: (#[0-9a-f]{6});/.exec(text)?.[1] ?? '');
}

function paletteIn(text: string): Rgb[] {
  return [...text.matchAll(/--color-data-\d: (#[0-9a-f]{6});/g)].map(([, hex = '']) => rgbOf(hex));
}
