import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AreaChart } from '@/components/charts/area-chart';
import type { Point } from '@/components/charts/scale';
import { StackedAreaChart } from '@/components/charts/stacked-area-chart';
import { addDays, day } from '@/lib/core/day';

const points: Point[] = [100_000, 120_000, null, 150_000].map((value, index) => ({
  day: addDays(day('2025-03-01'), index),
  value,
  estimated: index < 1,
}));

describe('AreaChart', () => {
  const markup = renderToStaticMarkup(<AreaChart title="It rose by $500" points={points} currency="USD" />);

  it('is a picture with a sentence and a table behind it', () => {
    expect(markup).toContain('role="img" aria-label="It rose by $500"');
    expect(markup).toContain('value="1500.00"');
    expect(markup).toContain('not known');
  });

  it('dashes the estimate, leaves the gap, and names the latest value', () => {
    expect(markup.match(/stroke-dasharray/g)).toHaveLength(1);
    expect(markup.match(/<g /g)).toHaveLength(3);
    expect(markup).toContain('1.5k');
  });

  it('is nothing at all without a known day', () => {
    expect(renderToStaticMarkup(<AreaChart title="None" points={[]} currency="USD" />)).toBe('');
  });
});

describe('StackedAreaChart', () => {
  it('shows assets, debts and their sum in its table', () => {
    const days = [day('2025-03-01'), day('2025-03-02')];
    const series = [
      { id: 'cash', label: 'Cash', values: [90_000, 95_000] },
      { id: 'card', label: 'Cards', values: [-40_000, -30_000] },
    ];
    const markup = renderToStaticMarkup(
      <StackedAreaChart title="It rose" days={days} series={series} currency="USD" />,
    );
    expect(markup).toContain('value="650.00"');
    expect(markup).toContain('value="-300.00"');
    expect(markup).toContain('Net worth 650');
  });
});
