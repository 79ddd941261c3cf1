import { describe, expect, it } from 'vitest';
import { day } from '@/lib/core/day';
import { formatDay, formatDayNear, formatMonth, formatSince } from '@/lib/core/format-day';
import { month } from '@/lib/core/month';
import { PLAIN } from '@/lib/core/writing';

const today = day('2025-03-16');

describe('formatDay', () => {
  it('is written as people say it', () => {
    expect(formatDay(day('2025-03-14'), PLAIN)).toBe('Fri 14 Mar');
    expect(formatDay(day('2025-03-14'), PLAIN, { form: 'long' })).toBe('Friday 14 March');
    expect(formatDay(day('2025-03-04'), PLAIN, { form: 'bare' })).toBe('4 Mar');
  });

  it('names the year only when it is another one', () => {
    expect(formatDay(day('2024-12-31'), PLAIN, { today })).toBe('31 Dec 2024');
    expect(formatDay(day('2025-01-01'), PLAIN, { today })).toBe('Wed 1 Jan');
  });
});

describe('the person’s date form', () => {
  it.each([
    ['words', 'Fri 14 Mar', '14 Mar', '31 Dec 2024'],
    ['words-month-first', 'Fri, Mar 14', 'Mar 14', 'Dec 31, 2024'],
    ['day-month', 'Fri 14/03', '14/03', '31/12/2024'],
    ['month-day', 'Fri 03/14', '03/14', '12/31/2024'],
    ['iso', 'Fri 2025-03-14', '2025-03-14', '2024-12-31'],
  ] as const)('%s writes %s', (dates, short, bare, otherYear) => {
    expect(formatDay(day('2025-03-14'), { dates }, { today })).toBe(short);
    expect(formatDay(day('2025-03-14'), { dates }, { today, form: 'bare' })).toBe(bare);
    expect(formatDay(day('2024-12-31'), { dates }, { today })).toBe(otherYear);
  });
});

describe('formatDayNear', () => {
  it('is relative within a week and plain beyond it', () => {
    expect(formatDayNear(today, today, PLAIN)).toBe('today');
    expect(formatDayNear(day('2025-03-15'), today, PLAIN)).toBe('yesterday');
    expect(formatDayNear(day('2025-03-19'), today, PLAIN)).toBe('in 3 days');
    expect(formatDayNear(day('2025-03-23'), today, PLAIN)).toBe('in 7 days');
    expect(formatDayNear(day('2025-03-24'), today, PLAIN)).toBe('Mon 24 Mar');
  });
});

describe('formatMonth', () => {
  it('names the year unless it goes without saying', () => {
    expect(formatMonth(month('2025-03'))).toBe('March 2025');
    expect(formatMonth(month('2025-03'), { today })).toBe('March');
    expect(formatMonth(month('2024-11'), { today, form: 'short' })).toBe('Nov 2024');
  });
});

describe('formatSince', () => {
  const now = new Date('2025-03-16T12:00:00Z');
  const ago = (minutes: number) => formatSince(new Date(now.getTime() - minutes * 60_000), now);

  it('speaks in the largest whole unit', () => {
    expect(ago(0)).toBe('just now');
    expect(ago(1)).toBe('1 minute ago');
    expect(ago(125)).toBe('2 hours ago');
    expect(ago(3 * 1440)).toBe('3 days ago');
  });

  it('never says that something happened in the future when clocks differ', () => {
    expect(ago(-5)).toBe('just now');
  });
});
