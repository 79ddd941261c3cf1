import Link from 'next/link';
import { AreaChart } from '@/components/charts/area-chart';
import { WorthFigure } from '@/components/net-worth/worth-figure';
import { MoneyText } from '@/components/ui/money-text';
import { Section } from '@/components/ui/section';
import { readHistories, readMovement, readWorth } from '../net-worth/read-worth';

/** Net worth, how it moved this month, and its last twelve months. */
export async function Worth() {
  const { byCurrency, accounts, today } = await readWorth();
  const [lead, ...others] = byCurrency;
  if (lead === undefined) return null;
  const [movement, histories] = await Promise.all([readMovement(lead.currency), readHistories('12m')]);
  const isNew = new Set(movement?.newAccountIds);
  const history = histories[0]?.history ?? [];
  return (
    <Section title="Net worth" action={<Link href="/net-worth">Full history</Link>}>
      <WorthFigure
        net={lead.net}
        movement={movement}
        newNames={accounts.filter(({ id }) => isNew.has(id)).map(({ name }) => name)}
        today={today}
      />
      {others.length > 0 && (
        <p className="mt-1 text-13 text-ink-3">
          {others.map(({ currency, net }, index) => (
            <span key={currency}>
              {index > 0 && ' and '}
              <MoneyText value={net} />
            </span>
          ))}{' '}
          in other currencies, not added in.
        </p>
      )}
      {history.length > 1 && (
        <AreaChart
          title="Net worth over 12 months"
          points={history.map(({ day, total, isEstimated }) => ({
            day,
            value: total,
            estimated: isEstimated,
          }))}
          currency={lead.currency}
          height="h-32"
        />
      )}
    </Section>
  );
}
