import { useWriting } from '#writing';
import { MoneyText } from '@/components/ui/money-text';
import { PercentText } from '@/components/ui/percent-text';
import { formatPercent } from '@/lib/core/format-percent';
import { percent } from './axes';
import { dataColor, type Part, type Slice, slicesOf } from './slices';

type Props = {
  /** What is shared out: "Holdings by kind". */
  label: string;
  parts: readonly Part[];
  home?: string;
  /** `donut` where there is a square of room; otherwise a bar, which is easier to compare. */
  shape?: 'bar' | 'donut';
};

/** How a whole is shared out: at most five parts and the rest, each with its share and amount. */
export function Allocation({ label, parts, home, shape = 'bar' }: Props) {
  const writing = useWriting();
  const slices = slicesOf(parts);
  const sentence = slices.map((slice) => `${slice.label} ${formatPercent(slice.ratio, writing)}`).join(', ');
  const Shape = shape === 'bar' ? AllocationBar : Donut;
  return (
    <div className={shape === 'donut' ? 'flex flex-wrap items-center gap-8' : ''}>
      <div role="img" aria-label={`${label}: ${sentence}`}>
        <Shape slices={slices} />
      </div>
      <ul aria-label={label} className={shape === 'donut' ? 'min-w-60 flex-1' : 'mt-3'}>
        {slices.map((slice, index) => (
          <li key={slice.id} className="flex h-9 items-center gap-2.5 border-t border-line first:border-0">
            <span
              aria-hidden
              className="size-2 shrink-0 rounded-xs"
              style={{ background: dataColor(index, slice.isOther) }}
            />
            <span className="truncate">{slice.label}</span>
            <PercentText ratio={slice.ratio} className="ml-auto text-13 text-ink-3" />
            <MoneyText value={slice.value} className="w-28 text-right" {...(home ? { home } : {})} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function AllocationBar({ slices }: { slices: readonly Slice[] }) {
  return (
    <div className="flex h-3 gap-px overflow-hidden rounded-sm">
      {slices.map(({ id, ratio, isOther }, index) => (
        <div
          key={id}
          className="min-w-0.5"
          style={{ width: percent(ratio), background: dataColor(index, isOther) }}
        />
      ))}
    </div>
  );
}

const RADIUS = 40;
const ROUND = 2 * Math.PI * RADIUS;

function Donut({ slices }: { slices: readonly Slice[] }) {
  return (
    <svg aria-hidden viewBox="0 0 100 100" className="size-36 -rotate-90">
      {slices.map(({ id, ratio, isOther }, index) => {
        const before = slices.slice(0, index).reduce((sum, slice) => sum + slice.ratio, 0);
        return (
          <circle
            key={id}
            cx="50"
            cy="50"
            r={RADIUS}
            fill="none"
            stroke={dataColor(index, isOther)}
            strokeWidth="13"
            strokeDasharray={`${Math.max(0.5, ratio * ROUND - 0.8).toFixed(2)} ${ROUND.toFixed(2)}`}
            strokeDashoffset={(-before * ROUND).toFixed(2)}
          />
        );
      })}
    </svg>
  );
}
