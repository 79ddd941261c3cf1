import { describe, expect, test } from 'vitest';
import { type Day, day, eachDay } from '@/lib/core/day';
import { breakdowns } from '@/lib/net-worth/breakdown';
import { movement } from '@/lib/net-worth/change';
import { type BalanceOn, estimatedBefore, heldBack, historyByCurrency } from '@/lib/net-worth/history';
import { daysOf, rangeFrom, spanOf } from '@/lib/net-worth/range';

const on = (date: string, accountId: string, balance: number, given: Partial<BalanceOn> = {}): BalanceOn => ({
  day: day(date),
  accountId,
  type: 'depository',
  balance,
  currency: 'USD',
  isEstimated: false,
  isReplayed: false,
  ...given,
});

const DAYS: Day[] = eachDay(day('2026-03-01'), day('2026-03-03'));

describe('the history of net worth', () => {
  test('sums by kind and in all, debts below zero', () => {
    const history = historyByCurrency(
      [
        on('2026-03-01', 'checking', 100_00, { isEstimated: true }),
        on('2026-03-02', 'checking', 150_00),
        on('2026-03-02', 'savings', 50_00),
        on('2026-03-02', 'card', -30_00, { type: 'credit' }),
        on('2026-03-03', 'checking', 150_00),
      ],
      DAYS,
    ).get('USD');
    expect(history).toEqual([
      { day: '2026-03-01', byKind: { depository: 100_00 }, total: 100_00, isEstimated: true },
      {
        day: '2026-03-02',
        byKind: { depository: 200_00, credit: -30_00 },
        total: 170_00,
        isEstimated: false,
      },
      { day: '2026-03-03', byKind: { depository: 150_00 }, total: 150_00, isEstimated: false },
    ]);
    expect(estimatedBefore(history ?? [])).toBe('2026-03-02');
  });

  test('leaves a gap where nothing is known', () => {
    const history = historyByCurrency([on('2026-03-03', 'checking', 1_00)], DAYS).get('USD') ?? [];
    expect(history.map(({ total }) => total)).toEqual([null, null, 1_00]);
  });

  test('keeps currencies apart', () => {
    const rows = [on('2026-03-01', 'a', 1_00), on('2026-03-01', 'b', 500, { currency: 'JPY' })];
    const history = historyByCurrency(rows, DAYS);
    expect([...history].map(([currency, days]) => [currency, days[0]?.total])).toEqual([
      ['USD', 1_00],
      ['JPY', 500],
    ]);
  });

  test('holds a first report backwards, but not an account that a transaction opened later', () => {
    const days = ['2026-01-01', '2026-02-01', '2026-03-01'].map(day);
    const replayed = { isReplayed: true, isEstimated: true };
    const rows = [
      on('2026-01-01', 'checking', 100_00, replayed),
      on('2026-02-01', 'card', -5_00, { ...replayed, type: 'credit' }),
      on('2026-03-01', 'opened', 20_00, replayed),
      on('2026-03-01', 'mortgage', -900_00, { type: 'loan' }),
    ];
    const held = heldBack(rows, days, day('2026-01-01')).map((row) => [
      row.accountId,
      row.day,
      row.isEstimated,
    ]);
    expect(held).toEqual([
      ['card', '2026-01-01', true],
      ['mortgage', '2026-01-01', true],
      ['mortgage', '2026-02-01', true],
      ['checking', '2026-01-01', true],
      ['card', '2026-02-01', true],
      ['opened', '2026-03-01', true],
      ['mortgage', '2026-03-01', false],
    ]);
  });
});

describe('net worth today', () => {
  test('is a plain sum by kind, with the own currency first', () => {
    const result = breakdowns(
      [
        { id: 'yen', type: 'depository', balance: 900_000, currency: 'JPY' },
        { id: 'card', type: 'credit', balance: -40_00, currency: 'USD' },
        { id: 'paid-too-much', type: 'credit', balance: 5_00, currency: 'USD' },
        { id: 'checking', type: 'depository', balance: 100_00, currency: 'USD' },
        { id: 'unknown', type: 'loan', balance: null, currency: 'USD' },
      ],
      'USD',
    );
    expect(result.map(({ currency, net }) => [currency, net.amount])).toEqual([
      ['USD', 65_00],
      ['JPY', 900_000],
    ]);
    expect(result[0]?.assets.amount).toBe(100_00);
    expect(result[0]?.debts.amount).toBe(-35_00);
    expect(result[0]?.groups.map(({ kind, total }) => [kind, total.amount])).toEqual([
      ['depository', 100_00],
      ['credit', -35_00],
      ['loan', 0],
    ]);
  });

  test('moved by what the same accounts moved; a new account is not a gain', () => {
    const then = [on('2026-02-28', 'checking', 100_00), on('2026-02-28', 'closed', 20_00)];
    const now = [
      { id: 'checking', type: 'depository' as const, balance: 150_00, currency: 'USD' },
      { id: 'new', type: 'investment' as const, balance: 9_000_00, currency: 'USD' },
    ];
    expect(movement(then, now, 'USD')).toEqual({
      since: '2026-02-28',
      change: { amount: 30_00, currency: 'USD' },
      base: { amount: 120_00, currency: 'USD' },
      byKind: [{ kind: 'depository', change: { amount: 30_00, currency: 'USD' } }],
      newAccountIds: ['new'],
    });
    expect(movement(then, now, 'EUR')).toBeNull();
  });
});

describe('the range', () => {
  test('begins where something is known', () => {
    expect(spanOf('3m', day('2026-05-31'), day('2025-01-01'))).toEqual({
      first: '2026-02-28',
      last: '2026-05-31',
      step: 1,
    });
    expect(spanOf('3m', day('2026-05-31'), day('2026-05-01')).first).toBe('2026-05-01');
  });

  test('samples a long history and always shows today', () => {
    const span = spanOf('all', day('2026-05-31'), day('2024-06-01'));
    const days = daysOf(span);
    expect(span.step).toBe(4);
    expect(days.at(-1)).toBe('2026-05-31');
    expect(days.at(-2)).toBe('2026-05-27');
    expect(days[0]).toBe('2024-06-02');
    expect(days.length).toBeLessThanOrEqual(200);
  });

  test('reads its name from the address and falls back to a year', () => {
    expect(rangeFrom('1m')).toBe('1m');
    expect(rangeFrom(['1m'])).toBe('12m');
    expect(rangeFrom(undefined)).toBe('12m');
  });
});
