import { useWriting } from '#writing';
import { formatMoneyShort } from '@/lib/core/format-money';
import { AmountAxis, axisDigits, Hints, TimeAxis, percent } from './axes';
import { ChartFigure } from './figure';
import { areaPath, FIELD, linePath, type Place } from './path';
import {
  domainOf,
  type KnownPoint,
  timeTicks,
  niceTicks,
  type Point,
  type Stretch,
  stretches,
  thin,
  xOf,
  yOf,
} from './scale';
import { SeriesTable } from './series-table';

type Props = {
  /** The finding: "Net worth rose by $38,200 in twelve months". */
  title: string;
  /** One per day, oldest first, minor units of `currency`; `null` leaves a gap. */
  points: readonly Point[];
  currency: string;
  /** The plot's height as a class. Default 176 px. */
  height?: string;
  /** Said above the estimated stretch, if there is one. */
  estimatedLabel?: string;
  showTitle?: boolean;
};

/** One value over time: a line over a soft area, estimates dashed, the latest value named at its end. */
export function AreaChart({
  title,
  points,
  currency,
  height = 'h-44',
  estimatedLabel = 'estimated',
  showTitle = false,
}: Props) {
  const writing = useWriting();
  const [first, last] = [points[0], points.at(-1)];
  const known = points.filter((point): point is KnownPoint => point.value !== null);
  const end = known.at(-1);
  if (first === undefined || last === undefined || end === undefined) return null;
  const ticks = niceTicks(known.map(({ value }) => value));
  const domain = domainOf(ticks);
  const place = ({ day, value }: KnownPoint) => ({ x: xOf(day, first.day, last.day), y: yOf(value, domain) });
  const at = place(end);
  const parts = stretches(thin(points));
  return (
    <ChartFigure title={title} showTitle={showTitle} table={<AreaTable {...{ title, points, currency }} />}>
      <div className="pr-14">
        <div className={`relative mt-7 ${height}`}>
          <Hints ticks={ticks} domain={domain} />
          <Lines parts={parts} place={place} floor={yOf(domain.min, domain)} />
          <EstimateLabel parts={parts} place={place} text={estimatedLabel} />
          <Dot {...at} />
          <div className="absolute inset-y-0 left-full">
            <AmountAxis ticks={ticks} domain={domain} currency={currency} avoid={at.y} />
            <EndLabel
              y={at.y}
              text={formatMoneyShort({ amount: end.value, currency }, writing, {
                digits: axisDigits(ticks, currency),
              })}
            />
          </div>
        </div>
        <TimeAxis ticks={timeTicks(first.day, last.day)} />
      </div>
    </ChartFigure>
  );
}

type Placed = { parts: readonly Stretch[]; place: (point: KnownPoint) => Place };

function Lines({ parts, place, floor }: Placed & { floor: number }) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${FIELD} ${FIELD}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible text-accent"
    >
      {parts.map(({ estimated, points }) => {
        const places = points.map(place);
        const base = places.map(({ x }) => ({ x, y: floor }));
        return (
          <g key={points[0]?.day} opacity={estimated ? 0.7 : 1}>
            <path d={areaPath(places, base)} fill="currentColor" opacity={estimated ? 0.05 : 0.09} />
            <path
              d={linePath(places)}
              fill="none"
              stroke="currentColor"
              strokeWidth={1.75}
              strokeLinejoin="round"
              strokeLinecap={estimated ? 'butt' : 'round'}
              strokeDasharray={estimated ? '3 3' : undefined}
              vectorEffect="non-scaling-stroke"
            />
          </g>
        );
      })}
    </svg>
  );
}

function EstimateLabel({ parts, place, text }: Placed & { text: string }) {
  const estimate = parts.find(({ estimated }) => estimated)?.points ?? [];
  const [from, to] = [estimate[0], estimate.at(-1)];
  if (from === undefined || to === undefined) return null;
  const right = place(to).x;
  // Centred over its stretch, but never past the left edge.
  return (
    <span
      className={`absolute -top-5 text-12 whitespace-nowrap text-ink-3 ${right > 0.3 ? '-translate-x-1/2' : ''}`}
      style={{ left: percent(right > 0.3 ? (place(from).x + right) / 2 : 0) }}
    >
      {text}
    </span>
  );
}

function Dot({ x, y }: Place) {
  return (
    <span
      className="absolute size-2 -translate-1/2 rounded-full bg-accent ring-2 ring-paper"
      style={{ left: percent(x), top: percent(y) }}
    />
  );
}

function EndLabel({ y, text }: { y: number; text: string }) {
  return (
    <span
      className="absolute left-2 -translate-y-1/2 text-12 font-semibold whitespace-nowrap text-accent"
      style={{ top: percent(y) }}
    >
      {text}
    </span>
  );
}

function AreaTable({ title, points, currency }: Pick<Props, 'title' | 'points' | 'currency'>) {
  return (
    <SeriesTable
      caption={title}
      currency={currency}
      days={points.map(({ day }) => day)}
      columns={[{ label: 'Value', values: points.map(({ value }) => value) }]}
    />
  );
}
