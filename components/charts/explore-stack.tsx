'use client';

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useWriting } from '#writing';
import type { Day } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { formatMoneyShort } from '@/lib/core/format-money';
import { DayBreakdown } from './explore-tooltip';
import { dataColor } from './slices';
import { type StackSeries, stack, stackTicks } from './stack';

type Props = { days: readonly Day[]; series: readonly StackSeries[]; currency: string };

/** The stacked chart with a day under the pointer (or the arrow keys). Loaded on demand only. */
export function ExploreStack({ days, series, currency }: Props) {
  const writing = useWriting();
  const piled = stack(series, days.length);
  const { sums } = piled;
  const ticks = stackTicks(piled);
  const rows = days.map((day, at) => ({
    day,
    sum: sums[at] ?? null,
    ...Object.fromEntries(series.map(({ id, values }) => [`s-${id}`, values[at] ?? null])),
  }));
  return (
    <div className="mt-5 h-80 text-12">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={rows} stackOffset="sign" margin={{ top: 0, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            minTickGap={56}
            tickLine={false}
            axisLine={false}
            tick={AXIS}
            tickFormatter={(value: Day) => formatDay(value, writing, { form: 'bare' })}
          />
          <YAxis
            width={52}
            ticks={ticks}
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
            tickLine={false}
            axisLine={false}
            tick={AXIS}
            tickFormatter={(amount: number) =>
              formatMoneyShort({ amount: Math.round(amount), currency }, writing)
            }
          />
          <ReferenceLine y={0} stroke="var(--color-line-strong)" />
          {series.map(({ id, label }, index) => (
            <Area
              key={id}
              dataKey={`s-${id}`}
              name={label}
              stackId="all"
              type="linear"
              stroke={dataColor(index)}
              strokeWidth={0.75}
              fill={dataColor(index)}
              fillOpacity={0.3}
              isAnimationActive={false}
            />
          ))}
          <Line
            dataKey="sum"
            stroke="var(--color-ink)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
          <Tooltip
            isAnimationActive={false}
            content={<DayBreakdown {...{ days, series, sums, currency }} />}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

const AXIS = { fill: 'var(--color-ink-3)', fontSize: 12 };
