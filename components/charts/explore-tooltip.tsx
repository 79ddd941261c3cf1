'use client';

import { useWriting } from '#writing';
import { MoneyText } from '@/components/ui/money-text';
import type { Day } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { dataColor } from './slices';
import type { StackSeries } from './stack';

type Props = {
  days: readonly Day[];
  series: readonly StackSeries[];
  sums: readonly (number | null)[];
  currency: string;
  /** Given by the chart: whether a day is under the pointer, and which. */
  active?: boolean;
  label?: string | number;
};

/** One day in figures: its sum, how that differs from the day drawn before it, and every part. */
export function DayBreakdown({ days, series, sums, currency, active = false, label }: Props) {
  const writing = useWriting();
  const at = days.findIndex((day) => day === label);
  const [day, sum] = [days[at], sums[at] ?? null];
  const [dayBefore, before] = [days[at - 1], sums[at - 1] ?? null];
  if (!active || day === undefined || sum === null) return null;
  return (
    <div className="min-w-52 rounded-lg bg-raised p-3 text-13 text-ink shadow-float">
      <p className="flex justify-between gap-6 font-semibold">
        {formatDay(day, writing)} {writing.dates !== 'iso' && day.slice(0, 4)}
        <MoneyText value={{ amount: sum, currency }} />
      </p>
      {dayBefore !== undefined && before !== null && before !== sum && (
        <p className="flex justify-between gap-6 text-ink-2">
          Since {formatDay(dayBefore, writing, { form: 'bare' })}
          <MoneyText value={{ amount: sum - before, currency }} kind="flow" />
        </p>
      )}
      <ul className="mt-2 grid gap-1 border-t border-line pt-2">
        {series.map(({ id, label: name, values }, index) => (
          <li key={id} className="flex items-center gap-2">
            <span className="size-2 rounded-xs" style={{ background: dataColor(index) }} />
            {name}
            <span className="ml-auto">
              <MoneyText value={{ amount: values[at] ?? 0, currency }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
