import { describe, expect, test } from 'vitest';
import { day } from '@/lib/core/day';
import { expectedDays, nextDay, type Rhythm } from '@/lib/recurring/next-day';

const stream = (frequency: string, firstDay: string, lastDay: string, predicted?: string): Rhythm => ({
  frequency,
  firstDay: day(firstDay),
  lastDay: day(lastDay),
  predictedNextDay: predicted === undefined ? null : day(predicted),
});

describe('the next day of a stream', () => {
  test("takes the bank's prediction while it lies ahead", () => {
    expect(nextDay(stream('monthly', '2026-01-05', '2026-03-05', '2026-04-07'), day('2026-04-07'))).toBe(
      '2026-04-07',
    );
  });

  test('counts a prediction that has passed on by the rhythm', () => {
    expect(nextDay(stream('monthly', '2026-01-05', '2026-03-05', '2026-04-07'), day('2026-04-08'))).toBe(
      '2026-05-07',
    );
  });

  test('counts weeks and fortnights on from the last day until it is not in the past', () => {
    expect(nextDay(stream('weekly', '2026-01-02', '2026-03-06'), day('2026-03-21'))).toBe('2026-03-27');
    expect(nextDay(stream('biweekly', '2026-01-02', '2026-03-06'), day('2026-03-20'))).toBe('2026-03-20');
  });

  test('comes back to the month end after a short month', () => {
    expect(nextDay(stream('monthly', '2026-01-31', '2026-02-28'), day('2026-03-01'))).toBe('2026-03-31');
    expect(nextDay(stream('monthly', '2026-01-31', '2026-03-31'), day('2026-04-01'))).toBe('2026-04-30');
    expect(nextDay(stream('monthly', '2026-01-28', '2026-02-28'), day('2026-03-01'))).toBe('2026-03-28');
  });

  test('knows the two days of a semi-monthly stream', () => {
    expect(nextDay(stream('semi-monthly', '2026-01-01', '2026-03-15'), day('2026-03-16'))).toBe('2026-04-01');
    expect(nextDay(stream('semi-monthly', '2026-01-01', '2026-03-16'), day('2026-03-17'))).toBe('2026-04-01');
    expect(nextDay(stream('semi-monthly', '2026-01-15', '2026-02-28'), day('2026-03-01'))).toBe('2026-03-15');
    expect(nextDay(stream('semi-monthly', '2026-01-15', '2026-03-15'), day('2026-03-16'))).toBe('2026-03-31');
    expect(nextDay(stream('semi-monthly', '2026-01-05', '2026-03-20'), day('2026-03-21'))).toBe('2026-04-05');
  });

  test('keeps 29 February for the years that have it', () => {
    const yearly = stream('annually', '2024-02-29', '2026-02-28');
    expect(nextDay(yearly, day('2026-03-01'))).toBe('2027-02-28');
    expect(nextDay(yearly, day('2027-03-01'))).toBe('2028-02-29');
  });

  test('has none for an unknown rhythm, unless the bank predicts one', () => {
    expect(nextDay(stream('unknown', '2026-01-01', '2026-03-01'), day('2026-03-02'))).toBeNull();
    expect(nextDay(stream('unknown', '2026-01-01', '2026-03-01', '2026-03-09'), day('2026-03-02'))).toBe(
      '2026-03-09',
    );
  });

  test('lists each time within a fortnight', () => {
    expect(
      expectedDays(stream('weekly', '2026-01-02', '2026-03-06'), day('2026-03-10'), day('2026-03-24')),
    ).toEqual(['2026-03-13', '2026-03-20']);
    expect(
      expectedDays(stream('monthly', '2026-01-02', '2026-03-02'), day('2026-03-10'), day('2026-03-24')),
    ).toEqual([]);
  });
});
