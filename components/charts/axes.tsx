import { useWriting } from '#writing';
import { formatDay, formatMonth } from '@/lib/core/format-day';
import { formatMoneyShort } from '@/lib/core/format-money';
import { PLAIN } from '@/lib/core/writing';
import { type DayTick, type Domain, type MonthTick, yOf } from './scale';

/** Three or four faint horizontals; the line at zero is a little stronger. */
export function Hints({ ticks, domain }: { ticks: readonly number[]; domain: Domain }) {
  return ticks.map((tick) => (
    <div
      key={tick}
      className={`absolute inset-x-0 border-t ${tick === 0 && domain.min < 0 ? 'border-line-strong' : 'border-line'}`}
      style={{ top: percent(yOf(tick, domain)) }}
    />
  ));
}

/** How many digits tell the marks of an axis apart: three, and more where they lie close on a large amount. */
export function axisDigits(ticks: readonly number[], currency: string): number {
  const areApart = (digits: number) =>
    new Set(ticks.map((amount) => formatMoneyShort({ amount, currency }, PLAIN, { digits }))).size ===
    ticks.length;
  return [3, 4, 5, 6].find(areApart) ?? 6;
}

type AmountLabels = { ticks: readonly number[]; domain: Domain; currency: string; avoid?: number };

/** Round amounts beside their hints, unless hidden; the one that would touch the label at `avoid` (a share from the top) gives way. */
export function AmountAxis({ ticks, domain, currency, avoid }: AmountLabels) {
  const writing = useWriting();
  if (writing.hidden) return null;
  const digits = axisDigits(ticks, currency);
  return ticks
    .filter((tick) => avoid === undefined || Math.abs(yOf(tick, domain) - avoid) > 0.1)
    .map((tick) => (
      <span
        key={tick}
        className="absolute left-2 -translate-y-1/2 text-12 whitespace-nowrap text-ink-3"
        style={{ top: percent(yOf(tick, domain)) }}
      >
        {formatMoneyShort({ amount: tick, currency }, writing, { digits })}
      </span>
    ));
}

/** Days or months under the plot; every second one only where there is room. */
export function TimeAxis({ ticks }: { ticks: readonly (MonthTick | DayTick)[] }) {
  const writing = useWriting();
  return (
    <div className="relative mt-2 h-4 text-12 text-ink-3">
      {ticks.map((tick, index) => (
        <span
          key={tick.x}
          className={`absolute whitespace-nowrap ${tick.x < 0.04 ? '' : tick.x > 0.96 ? '-translate-x-full' : '-translate-x-1/2'} ${tick.minor ? 'hidden sm:inline' : ''}`}
          style={{ left: percent(tick.x) }}
        >
          {'month' in tick
            ? axisMonth(tick.month, index === 0)
            : formatDay(tick.day, writing, { form: 'bare' })}
        </span>
      ))}
    </div>
  );
}

/** "Feb", and "Jan 2026" where a year begins, so that two years are never one. */
function axisMonth(month: MonthTick['month'], isFirst: boolean): string {
  const text = formatMonth(month, { form: 'short' });
  return !isFirst && month.endsWith('-01') ? text : text.slice(0, -5);
}

export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
