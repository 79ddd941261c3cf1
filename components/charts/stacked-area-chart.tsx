import { useWriting } from '#writing';
import type { Day } from '@/lib/core/day';
import { formatMoneyShort } from '@/lib/core/format-money';
import { AmountAxis, Hints, TimeAxis, percent } from './axes';
import { ChartFigure } from './figure';
import { areaPath, FIELD, linePath } from './path';
import { type Domain, domainOf, timeTicks, spread, xOf, yOf } from './scale';
import { SeriesTable } from './series-table';
import { dataColor } from './slices';
import { type Band, type StackSeries, stack, stackTicks } from './stack';

type Props = {
  title: string;
  /** The days of all series, oldest first, none missing. */
  days: readonly Day[];
  /** What is owned (positive) and owed (negative), each with one value per day; the first lies nearest to zero. */
  series: readonly StackSeries[];
  currency: string;
  /** Days before this one are estimated and drawn lighter. */
  estimatedBefore?: Day;
  height?: string;
  sumLabel?: string;
};

/** What is owned above zero, what is owed below it, and the sum as a line. */
export function StackedAreaChart(props: Props) {
  const { title, days, series, currency, height = 'h-72', sumLabel = 'Net worth' } = props;
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { bands, sums } = stack(series, days.length);
  const ticks = stackTicks({ bands, sums });
  const domain = domainOf(ticks);
  const columns = [{ label: sumLabel, values: sums }, ...series];
  return (
    <ChartFigure title={title} table={<SeriesTable {...{ caption: title, days, columns, currency }} />}>
      <div className="pr-14 sm:pr-52">
        <div className={`relative mt-6 ${height}`}>
          <Hints ticks={ticks} domain={domain} />
          <Picture bands={bands} sums={sums} days={days} domain={domain} />
          <Estimate days={days} before={props.estimatedBefore} />
          <div className="absolute inset-y-0 left-full">
            <AmountAxis ticks={ticks} domain={domain} currency={currency} />
            <BandLabels bands={bands} sum={sums.at(-1) ?? null} domain={domain} {...{ currency, sumLabel }} />
          </div>
        </div>
        <TimeAxis ticks={timeTicks(first, last)} />
      </div>
      <Key bands={bands} />
    </ChartFigure>
  );
}

type PictureProps = {
  bands: readonly Band[];
  sums: readonly (number | null)[];
  days: readonly Day[];
  domain: Domain;
};

function Picture({ bands, sums, days, domain }: PictureProps) {
  const shown = sampled(days.length);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const x = (index: number) => xOf(days[index] ?? first, first, last);
  const edge = (band: Band, side: 'inner' | 'outer') =>
    shown.map((at) => ({ x: x(at), y: yOf(band.edges[at]?.[side] ?? 0, domain) }));
  const line = shown.flatMap((at) => {
    const sum = sums[at] ?? null;
    return sum === null ? [] : [{ x: x(at), y: yOf(sum, domain) }];
  });
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${FIELD} ${FIELD}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      {bands.map((band) => (
        <g key={band.id}>
          <path
            d={areaPath(edge(band, 'outer'), edge(band, 'inner'))}
            fill={dataColor(band.index)}
            fillOpacity={0.3}
          />
          <path
            d={linePath(edge(band, 'outer'))}
            fill="none"
            stroke={dataColor(band.index)}
            strokeWidth={0.75}
            vectorEffect="non-scaling-stroke"
          />
        </g>
      ))}
      <path
        d={linePath(line)}
        fill="none"
        stroke="var(--color-ink)"
        strokeWidth={2}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** A veil over the days that are worked out rather than reported, with the word for it. */
function Estimate({ days, before }: { days: readonly Day[]; before: Day | undefined }) {
  const [first, last] = [days[0], days.at(-1)];
  if (before === undefined || first === undefined || last === undefined || before <= first) return null;
  return (
    <div
      className="absolute inset-y-0 left-0 border-r border-dashed border-line-strong bg-paper/55"
      style={{ width: percent(Math.min(1, xOf(before, first, last))) }}
    >
      <span className="absolute -top-5 left-0 text-12 whitespace-nowrap text-ink-3">estimated</span>
    </div>
  );
}

type LabelProps = {
  bands: readonly Band[];
  sum: number | null;
  domain: Domain;
  currency: string;
  sumLabel: string;
};

/** Names at the right end of their bands, moved apart where bands are thin. */
function BandLabels({ bands, sum, domain, currency, sumLabel }: LabelProps) {
  const writing = useWriting();
  const labels = bands
    .map(({ id, label, index, edges }) => ({ id, label, color: dataColor(index), end: edges.at(-1) }))
    .filter(({ end }) => end !== undefined && end.inner !== end.outer)
    .map(({ end, ...rest }) => ({ ...rest, y: yOf(((end?.inner ?? 0) + (end?.outer ?? 0)) / 2, domain) }));
  if (sum !== null) {
    const short = formatMoneyShort({ amount: sum, currency }, writing);
    labels.push({ id: 'sum', label: `${sumLabel} ${short}`, color: 'var(--color-ink)', y: yOf(sum, domain) });
  }
  const places = spread(
    labels.map(({ y }) => y),
    0.07,
  );
  return labels.map(({ id, label, color }, index) => (
    <span
      key={id}
      className={`absolute left-16 hidden -translate-y-1/2 items-center gap-2 text-12 whitespace-nowrap sm:flex ${id === 'sum' ? 'font-semibold text-ink' : 'text-ink-2'}`}
      style={{ top: percent(places[index] ?? 0) }}
    >
      <span className={id === 'sum' ? 'h-0.5 w-2' : 'size-2 rounded-xs'} style={{ background: color }} />
      {label}
    </span>
  ));
}

/** The same names under the plot, where a phone has no room beside it. */
function Key({ bands }: { bands: readonly Band[] }) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2 sm:hidden">
      {bands.map(({ id, label, index }) => (
        <li key={id} className="flex items-center gap-1.5">
          <span className="size-2 rounded-xs" style={{ background: dataColor(index) }} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Evenly picked days, the last always among them, so that a long history stays a light picture. */
function sampled(length: number, limit = 200): number[] {
  const step = Math.max(1, Math.ceil(length / limit));
  const picked = Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step);
  return picked.at(-1) === length - 1 ? picked : [...picked, length - 1];
}
