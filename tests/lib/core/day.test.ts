import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonthsTo, day, dayAt, daysBetween, eachDay, isDay, weekday } from '@/lib/core/day';
import { addMonths, daysIn, firstDayOf, isMonth, lastDayOf, month, monthOf } from '@/lib/core/month';

describe('day', () => {
  test('knows which days exist', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2026-13-01')).toBe(false);
    expect(isDay('2026-1-1')).toBe(false);
    expect(() => day('yesterday')).toThrow('is not a calendar day');
  });

  test('counts days across months, years and clock changes', () => {
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01');
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
    expect(eachDay(day('2025-12-30'), day('2026-01-02'))).toEqual([
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
    ]);
    expect(weekday(day('2026-11-21'))).toBe(6);
  });

  test('adding and measuring are inverse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20000, max: 20000 }),
        fc.integer({ min: -20000, max: 20000 }),
        (start, count) => {
          const from = addDays(day('2000-01-01'), start);
          expect(daysBetween(from, addDays(from, count))).toBe(count);
        },
      ),
    );
  });

  test('holds month ends', () => {
    expect(addMonthsTo(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonthsTo(day('2026-01-31'), -2)).toBe('2025-11-30');
  });

  test('takes the day from the person, not from the machine', () => {
    const instant = new Date('2026-11-21T03:00:00Z');
    expect(dayAt(instant, 'America/New_York')).toBe('2026-11-20');
    expect(dayAt(instant, 'Asia/Tokyo')).toBe('2026-11-21');
  });
});

describe('month', () => {
  test('has a first day, a last day and a length', () => {
    const february = month('2024-02');
    expect([firstDayOf(february), lastDayOf(february), daysIn(february)]).toEqual([
      '2024-02-01',
      '2024-02-29',
      29,
    ]);
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
    expect(monthOf(day('2026-11-21'))).toBe('2026-11');
    expect(isMonth('2026-00')).toBe(false);
  });
});
