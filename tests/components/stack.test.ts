import { describe, expect, it } from 'vitest';
import { slicesOf } from '@/components/charts/slices';
import { stack } from '@/components/charts/stack';
import { money } from '@/lib/core/money';

describe('stack', () => {
  it('piles what is owned up and what is owed down, and sums both', () => {
    const { bands, sums } = stack(
      [
        { id: 'cash', label: 'Cash', values: [100, 200] },
        { id: 'funds', label: 'Funds', values: [50, null] },
        { id: 'card', label: 'Card', values: [-30, -10] },
      ],
      2,
    );
    expect(bands.map(({ edges }) => edges[0])).toEqual([
      { inner: 0, outer: 100 },
      { inner: 100, outer: 150 },
      { inner: 0, outer: -30 },
    ]);
    expect(sums).toEqual([120, 190]);
  });

  it('has no sum for a day that nobody knows', () => {
    expect(stack([{ id: 'cash', label: 'Cash', values: [null, 5] }], 2).sums).toEqual([null, 5]);
  });
});

describe('slicesOf', () => {
  const parts = [7, 1, 5, 3, 2, 4, 6].map((amount) => ({
    id: `p${amount}`,
    label: `Part ${amount}`,
    value: money(amount * 100, 'USD'),
  }));

  it('names the largest five and gathers the rest, adding up to the whole', () => {
    const slices = slicesOf(parts);
    expect(slices.map(({ id }) => id)).toEqual(['p7', 'p6', 'p5', 'p4', 'p3', 'other']);
    expect(slices.reduce((sum, { value }) => sum + value.amount, 0)).toBe(2800);
    expect(slices.reduce((sum, { ratio }) => sum + ratio, 0)).toBeCloseTo(1);
  });

  it('names a single one that is left over, and leaves out what has no share', () => {
    expect(slicesOf(parts.slice(0, 6)).some(({ isOther }) => isOther)).toBe(false);
    expect(slicesOf([{ id: 'short', label: 'Short', value: money(-5, 'USD') }])).toEqual([]);
  });
});
