import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { difference, type Rgb, rgbOf, SIGHTS, seenBy } from '../support/colour';

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split(/\[data-theme=.dark.\]/);
const themes = { light: paletteIn(lightCss), dark: paletteIn(darkCss) };

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

function paletteIn(text: string): Rgb[] {
  return [...text.matchAll(/--color-data-\d: (#[0-9a-f]{6});/g)].map(([, hex = '']) => rgbOf(hex));
}
