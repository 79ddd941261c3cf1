import { expect, test } from 'vitest';
import { nextRefresh } from '@/lib/connections/next-refresh';

const now = new Date('2026-03-14T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const settled = {
  state: 'healthy',
  needsPresence: false,
  isRunning: false,
  want: 3,
  done: 3,
  notBefore: null,
  lastRunAt: hoursAgo(1),
  bankReachedAt: hoursAgo(2),
};

test('Plaid looks at the bank about every six hours, and we look at Plaid within a day', () => {
  expect(nextRefresh(settled, now)).toEqual({
    kind: 'scheduled',
    bankAt: hoursAgo(-4),
    oursAt: hoursAgo(-23),
  });
  const late = { ...settled, bankReachedAt: hoursAgo(13) };
  expect(nextRefresh(late, now)).toMatchObject({ bankAt: hoursAgo(-5) });
});

test('a job that waits says when it is tried again', () => {
  const waiting = { ...settled, want: 4, notBefore: hoursAgo(-1) };
  expect(nextRefresh(waiting, now)).toEqual({ kind: 'retry', at: hoursAgo(-1) });
  expect(nextRefresh({ ...waiting, notBefore: hoursAgo(1) }, now)).toEqual({ kind: 'soon' });
  expect(nextRefresh({ ...waiting, isRunning: true }, now)).toEqual({ kind: 'running' });
});

test('a connection that needs the person waits for them, and one that has ended for nothing', () => {
  expect(nextRefresh({ ...settled, state: 'needs-repair', want: 4 }, now)).toEqual({ kind: 'after-repair' });
  expect(nextRefresh({ ...settled, needsPresence: true }, now)).toEqual({ kind: 'when-asked' });
  expect(nextRefresh({ ...settled, state: 'revoked' }, now)).toEqual({ kind: 'never' });
  expect(nextRefresh({ ...settled, bankReachedAt: null }, now)).toEqual({ kind: 'unknown' });
});
