import { expect, test } from 'vitest';
import { formatMoment, formatUntil } from '@/lib/core/format-time';
import { PLAIN } from '@/lib/core/writing';

const now = new Date('2026-03-14T20:00:00Z');
const at = (text: string) => formatMoment(new Date(text), now, { ...PLAIN, timeZone: 'America/New_York' });

test('a moment is a time today, and has its day on others, where the person is', () => {
  expect(at('2026-03-14T22:20:00Z')).toBe('6:20 PM');
  expect(at('2026-03-15T04:20:00Z')).toBe('tomorrow, 12:20 AM');
  expect(at('2026-04-15T14:20:00Z')).toBe('Wed 15 Apr, 10:20 AM');
});

test('what is still to come is said in its largest whole unit', () => {
  const until = (minutes: number) => formatUntil(new Date(now.getTime() + minutes * 60_000), now);
  expect([0.5, 3, 180, 3 * 1440].map(until)).toEqual([
    'in less than a minute',
    'in 3 minutes',
    'in 3 hours',
    'in 3 days',
  ]);
});
