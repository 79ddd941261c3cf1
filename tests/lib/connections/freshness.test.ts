import { expect, test } from 'vitest';
import { freshnessOf } from '@/lib/connections/freshness';

const now = new Date('2026-03-14T12:00:00Z');
const minutesAgo = (count: number) => new Date(now.getTime() - count * 60_000);

test('all banks are up to date, as of the one reached longest ago', () => {
  const both = [
    { state: 'healthy', bankReachedAt: minutesAgo(2) },
    { state: 'repair-soon', bankReachedAt: minutesAgo(30) },
  ];
  expect(freshnessOf(both, now)).toEqual({ banks: 'All 2 banks up to date', since: '30 minutes ago' });
});

test('a bank that needs a person, or was never reached, is not up to date', () => {
  const fresh = { state: 'healthy', bankReachedAt: minutesAgo(2) };
  const expected = { banks: '1 of 2 banks up to date', since: '2 minutes ago' };
  expect(freshnessOf([fresh, { state: 'needs-login', bankReachedAt: null }], now)).toEqual(expected);
  expect(freshnessOf([fresh, { state: 'healthy', bankReachedAt: null }], now)).toEqual(expected);
});

test('a bank that was not reached for two days is not up to date', () => {
  const [fresh, old] = [minutesAgo(2), minutesAgo(2 * 24 * 60)];
  const both = [fresh, old].map((bankReachedAt) => ({ state: 'healthy', bankReachedAt }));
  expect(freshnessOf(both, now)).toEqual({ banks: '1 of 2 banks up to date', since: '2 days ago' });
});

test('before the first answer of the first bank it says that figures are on their way', () => {
  expect(freshnessOf([{ state: 'healthy', bankReachedAt: null }], now)).toEqual({
    banks: 'The first figures are on their way',
    since: null,
  });
  expect(freshnessOf([], now)).toBeNull();
});
