import { describe, expect, it } from 'vitest';
import { addDays, addMonthsTo, type Day, day } from '@/lib/core/day';
import { detectStreams, type StreamRow } from '@/emulator/recurring/detect';

const TODAY = day('2026-06-20');

function rows(days: readonly Day[], given: Partial<StreamRow> = {}): StreamRow[] {
  return days.map((date, index) => ({
    id: `${given.name ?? 'Netflix'}-${index}`,
    accountKey: 'checking',
    date,
    amount: 15.99,
    name: 'Netflix',
    merchantName: 'Netflix',
    category: 'ENTERTAINMENT_TV_AND_MOVIES',
    ...given,
  }));
}

const every = (gap: number, count: number, last = TODAY) =>
  Array.from({ length: count }, (_, index) => addDays(last, (index - count + 1) * gap));

const monthly = (count: number, last = day('2026-06-15')) =>
  Array.from({ length: count }, (_, index) => addMonthsTo(last, index - count + 1));

describe('a stream is found', () => {
  it.each([
    ['WEEKLY', every(7, 12), '2026-06-27'],
    ['BIWEEKLY', every(14, 12), '2026-07-04'],
    ['MONTHLY', monthly(12), '2026-07-15'],
    ['ANNUALLY', [day('2025-03-01'), day('2026-03-01')], '2027-03-01'],
    ['UNKNOWN', [day('2025-12-10'), day('2026-03-10'), day('2026-06-10')], null],
  ])('that comes %s', (cadence, days, next) => {
    const [stream] = detectStreams(rows(days), TODAY);
    expect(stream).toMatchObject({ cadence, status: 'MATURE', isActive: true, nextDay: next });
  });

  it('that comes on the 1st and the 15th', () => {
    const days = monthly(6, day('2026-06-01')).flatMap((first) => [first, addDays(first, 14)]);
    expect(detectStreams(rows(days), TODAY)[0]?.cadence).toBe('SEMI_MONTHLY');
  });

  it('through a price rise, a skipped month and changing numbers in its name', () => {
    const days = monthly(12).filter((_, index) => index !== 5);
    const bill = rows(days).map((row, index) => ({
      ...row,
      name: `POWER CO 00${index}`,
      merchantName: null,
      amount: index > 6 ? 17.99 : 15.99,
    }));
    const [stream] = detectStreams(bill, TODAY);
    expect(stream).toMatchObject({ cadence: 'MONTHLY', status: 'MATURE' });
    expect(stream?.last.amount).toBe(17.99);
    expect(stream?.averageAmount).toBeCloseTo(16.72, 1);
    expect(stream?.rows).toHaveLength(11);
  });

  it('early after two, and buried when the third never came', () => {
    const early = detectStreams(rows(monthly(2)), TODAY);
    expect(early[0]?.status).toBe('EARLY_DETECTION');
    const buried = detectStreams(rows(monthly(2, day('2026-03-15'))), TODAY);
    expect(buried[0]).toMatchObject({ status: 'TOMBSTONED', isActive: false, nextDay: null });
  });

  it('and ended when a ripe one stops', () => {
    const [stream] = detectStreams(rows(monthly(12, day('2026-02-15'))), TODAY);
    expect(stream).toMatchObject({ status: 'MATURE', isActive: false, nextDay: null });
  });

  it('apart by account and by direction', () => {
    const out = rows(monthly(6));
    const back = rows(monthly(6), { amount: -15.99, name: 'refund' });
    const other = rows(monthly(6), { accountKey: 'card' });
    expect(detectStreams([...out, ...back, ...other], TODAY)).toHaveLength(3);
  });
});

describe('no stream is found', () => {
  it('in days without a rhythm', () => {
    const days = [3, 10, 11, 40, 44, 71, 90].map((offset) => addDays(TODAY, offset - 100));
    expect(detectStreams(rows(days), TODAY)).toEqual([]);
  });

  it('in a habit with other amounts each week', () => {
    const coffee = rows(every(7, 12), { category: 'FOOD_AND_DRINK_COFFEE' });
    const varied = coffee.map((row, index) => ({ ...row, amount: 4 + (index % 6) / 10 }));
    expect(detectStreams(varied, TODAY)).toEqual([]);
  });

  it('in one occurrence', () => {
    expect(detectStreams(rows([TODAY]), TODAY)).toEqual([]);
  });
});
