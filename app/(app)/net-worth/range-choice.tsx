import { Segment } from '@/components/ui/segment';
import { RANGES, rangeFrom, rangeName } from '@/lib/net-worth/range';
import { readWorth } from './read-worth';

type Props = { searchParams: Promise<{ range?: string | string[] }> };

export async function RangeChoice({ searchParams }: Props) {
  // A range of nothing is no choice.
  if ((await readWorth()).accounts.length === 0) return null;
  const current = rangeFrom((await searchParams).range);
  const options = RANGES.map((range) => ({
    label: rangeName(range),
    href: `/net-worth?range=${range}` as const,
    current: range === current,
  }));
  return <Segment label="Range" options={options} />;
}
