import { expect, test } from 'vitest';
import { absenceOf } from '@/lib/products/absence';

test('an empty page knows why it is empty', () => {
  const states = (...list: string[]) => list.map((state) => ({ state }));
  expect(absenceOf([], false)).toBe('no-bank');
  expect(absenceOf([], true)).toBe('on-the-way');
  expect(absenceOf(states('ready', 'waiting'), true)).toBe('on-the-way');
  expect(absenceOf(states('ready', 'failed'), true)).toBe('none');
  expect(absenceOf(states('failed', 'not-available'), true)).toBe('failed');
  expect(absenceOf(states('not-available'), true)).toBe('not-available');
});
