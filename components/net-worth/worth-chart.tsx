import { ExploreButton } from '@/components/charts/explore-button';
import { StackedAreaChart } from '@/components/charts/stacked-area-chart';
import { KINDS, kindName } from '@/lib/net-worth/breakdown';
import { estimatedBefore, type HistoryDay, seriesByKind } from '@/lib/net-worth/history';

type Props = { history: readonly HistoryDay[]; currency: string; title: string };

/** What was owned above zero, what was owed below, the sum as a line; a pointer may ask each day. */
export function WorthChart({ history, currency, title }: Props) {
  const known = history.slice(history.findIndex(({ total }) => total !== null));
  const days = known.map(({ day }) => day);
  const series = seriesByKind(known, KINDS).map(({ kind, values }) => ({
    id: kind,
    label: kindName(kind),
    values,
  }));
  const before = estimatedBefore(known);
  return (
    <ExploreButton days={days} series={series} currency={currency}>
      <StackedAreaChart
        title={title}
        days={days}
        series={series}
        currency={currency}
        {...(before === undefined ? {} : { estimatedBefore: before })}
      />
    </ExploreButton>
  );
}
