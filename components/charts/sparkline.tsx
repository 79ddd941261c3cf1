import { FIELD, linePath } from './path';
import { domainOf, type Point, stretches, thin, xOf, yOf } from './scale';

type Props = {
  points: readonly Point[];
  /** What it says: "Balance over 90 days, from 1,200 to 1,950". */
  label: string;
  className?: string;
};

/** The shape of a value over time beside its figure: no axes, no colour of its own. */
export function Sparkline({ points, label, className = 'h-6 w-24 text-ink-3' }: Props) {
  const [first, last] = [points[0], points.at(-1)];
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (first === undefined || last === undefined || values.length < 2) return null;
  const domain = domainOf([Math.min(...values), Math.max(...values)]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${FIELD} ${FIELD}`}
      preserveAspectRatio="none"
      className={`overflow-visible ${className}`}
    >
      {stretches(thin(points, 60)).map((stretch) => (
        <path
          key={stretch.points[0]?.day}
          d={linePath(
            stretch.points.map(({ day, value }) => ({
              x: xOf(day, first.day, last.day),
              y: yOf(value, domain),
            })),
          )}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          strokeDasharray={stretch.estimated ? '3 3' : undefined}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
