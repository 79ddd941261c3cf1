import { describe, expect, it } from 'vitest';
import { tableRows } from '@/components/charts/series-table';
import { addDays, day, eachDay } from '@/lib/core/day';

describe('tableRows', () => {
  it('lists every day of a short series, newest first', () => {
    expect(tableRows(eachDay(day('2025-01-01'), day('2025-01-03')))).toEqual([2, 1, 0]);
  });

  it('lists the last known day of each month of a long one', () => {
    const first = day('2025-01-15');
    const days = eachDay(first, day('2025-04-10'));
    expect(tableRows(days).map((index) => addDays(first, index))).toEqual([
      '2025-04-10',
      '2025-03-31',
      '2025-02-28',
      '2025-01-31',
    ]);
  });
});
