import { expect, test } from 'vitest';
import { secondsUntilRefresh } from '@/lib/connections/cool-down';

const now = new Date('2026-03-14T12:00:00Z');

test('a connection that was never asked may be asked', () => {
  expect(secondsUntilRefresh(null, now)).toBe(0);
});

test('a minute lies between two questions', () => {
  expect(secondsUntilRefresh(new Date('2026-03-14T11:59:30Z'), now)).toBe(30);
  expect(secondsUntilRefresh(new Date('2026-03-14T11:58:59Z'), now)).toBe(0);
});
