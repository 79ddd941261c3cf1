import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { contrast, hexOf, type Rgb, rgbOf } from '../support/colour';
import { tableOf, tableOfDesign } from '../support/design-page';

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split(/\[data-theme=.dark.\]/);
const light = tokensIn(lightCss);
const themes = { light, dark: new Map([...light, ...tokensIn(darkCss)]) };

/** Text on what it stands on: 4.5 (WCAG 1.4.3). */
const TEXT: [string, string[]][] = [
  ['ink', ['paper', 'raised', 'hover', 'sunken', 'accent-soft', 'attention-soft', 'danger-soft']],
  ['ink-2', ['paper', 'raised', 'hover', 'sunken']],
  ['ink-3', ['paper', 'raised', 'hover']],
  ['accent', ['paper', 'raised', 'accent-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['income', ['paper', 'raised', 'hover', 'accent-soft']],
  ['attention', ['paper', 'raised', 'attention-soft']],
  ['danger', ['paper', 'raised', 'danger-soft']],
];

/** Borders of controls, bars and lines against what is around them: 3 (WCAG 1.4.11). */
const SHAPES: [string, string[]][] = [
  ['line-strong', ['paper', 'raised']],
  ['accent', ['sunken', 'paper']],
  ['attention', ['sunken']],
  ['danger', ['sunken']],
  ['ink-3', ['sunken', 'paper']],
];

describe.each(Object.entries(themes))('%s theme', (_, tokens) => {
  it.each(pairs(TEXT))('reads %s on %s', (text, ground) => {
    expect(contrast(colour(tokens, text), colour(tokens, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(SHAPES))('shows %s against %s', (shape, ground) => {
    expect(contrast(colour(tokens, shape), colour(tokens, ground))).toBeGreaterThanOrEqual(3);
  });
});

test('docs/design.md tells each role with the least contrast that was measured', () => {
  const head = ['role', 'light', 'dark', 'least in light', 'least in dark', 'needs'];
  const rows = [...rowsOf(TEXT, 4.5), ...rowsOf(SHAPES, 3)];
  expect(tableOfDesign(...head)).toEqual(tableOf(head, rows));
});

function rowsOf(table: [string, string[]][], needed: number): string[][] {
  return table.map(([role, grounds]) => {
    const hex = Object.values(themes).map((tokens) => `\`${hexOf(colour(tokens, role))}\``);
    const least = Object.values(themes).map((tokens) => leastOf(tokens, role, grounds));
    return [`\`${role}\`${needed === 3 ? ', as a shape' : ''}`, ...hex, ...least, String(needed)];
  });
}

function leastOf(tokens: Map<string, Rgb>, role: string, grounds: string[]): string {
  const measured = grounds.map((ground) => ({
    ground,
    ratio: contrast(colour(tokens, role), colour(tokens, ground)),
  }));
  const [least] = measured.sort((a, b) => a.ratio - b.ratio);
  // Cut, not rounded: 4.49 is not 4.5.
  return least ? `${(Math.floor(least.ratio * 10) / 10).toFixed(1)} on ${least.ground}` : '';
}

function pairs(table: [string, string[]][]): [string, string][] {
  return table.flatMap(([text, grounds]) => grounds.map((ground): [string, string] => [text, ground]));
}

function tokensIn(text: string): Map<string, Rgb> {
  const found = text.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g);
  return new Map([...found].map(([, name = '', hex = '']) => [name, rgbOf(hex)]));
}

function colour(tokens: Map<string, Rgb>, name: string): Rgb {
  const found = tokens.get(name);
  if (found === undefined) throw new Error(`There is no colour named ${name}.`);
  return found;
}
