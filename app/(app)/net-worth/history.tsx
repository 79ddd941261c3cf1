import { WorthChart } from '@/components/net-worth/worth-chart';
import { Section } from '@/components/ui/section';
import { rangeFrom, rangeName } from '@/lib/net-worth/range';
import { readHistories } from './read-worth';

type Props = { searchParams: Promise<{ range?: string | string[] }> };

/** One chart per currency: they are never added. */
export async function History({ searchParams }: Props) {
  const range = rangeFrom((await searchParams).range);
  const histories = (await readHistories(range)).filter(({ history }) => history.length > 1);
  const over = range === 'all' ? 'since the first known day' : `over ${rangeName(range)}`;
  return histories.map(({ breakdown: { currency }, history }, index) => (
    <Section
      key={currency}
      title={histories.length > 1 ? `In ${currency}` : 'Day by day'}
      className={index > 0 ? 'mt-10' : ''}
    >
      <WorthChart history={history} currency={currency} title={`Net worth in ${currency} ${over}`} />
    </Section>
  ));
}
