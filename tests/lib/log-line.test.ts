import { expect, test } from 'vitest';
import { readableLine } from '@/lib/log-line';

test('a line for a person has the hour, what happened, and the facts, each with its name', () => {
  const time = Date.UTC(2026, 2, 14, 9, 5, 7);
  const json = JSON.stringify({
    level: 30,
    time,
    name: 'evenkeel',
    itemId: 'abc',
    counts: { added: 2 },
    msg: 'sync run',
  });
  expect(readableLine(json)).toBe('09:05:07 sync run · itemId abc · counts {"added":2}\n');
});

test('trouble is named so, and what is no record is shown as it is', () => {
  expect(readableLine(JSON.stringify({ level: 50, time: 0, msg: 'broken' }))).toBe(
    '00:00:00 error: broken\n',
  );
  expect(readableLine('plain text\n')).toBe('plain text\n');
});
