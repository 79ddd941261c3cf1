import { Allocation } from '@/components/charts/allocation';
import { AreaChart } from '@/components/charts/area-chart';
import { BarList } from '@/components/charts/bar-list';
import { ExploreButton } from '@/components/charts/explore-button';
import { Sparkline } from '@/components/charts/sparkline';
import { StackedAreaChart } from '@/components/charts/stacked-area-chart';
import { Columns } from '@/components/layout/columns';
import { Page } from '@/components/layout/page';
import { Change } from '@/components/ui/change';
import { MoneyText } from '@/components/ui/money-text';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { money } from '@/lib/core/money';
import { DAYS, NET_WORTH, STACK, WITH_GAP } from './household';

const usd = (amount: number) => money(amount, 'USD');

export function DesignCharts() {
  return (
    <Page title="Saturday 21 November" actions={<span className="text-ink-3">Design</span>}>
      <Columns
        first={
          <Notice title="Harbor Bank needs you to sign in again." action={<a href="#content">Reconnect</a>}>
            Your history is safe.
          </Notice>
        }
        main={
          <>
            <Section title="Net worth" action="12 months">
              <MoneyText value={usd(29_421_837)} size="hero" />
              <Change
                value={usd(390_400)}
                against="this month: 2,610 saved, 1,538 market"
                className="mt-1 block"
              />
              <AreaChart
                title="Net worth rose by $38,600 in twelve months"
                points={NET_WORTH}
                currency="USD"
                estimatedLabel="estimated before you joined"
              />
            </Section>
            <Section title="November so far" action="All categories">
              <div className="mb-2 flex items-baseline justify-between">
                <MoneyText value={usd(318_642)} size="lead" home="USD" />
                <span className="text-ink-2">212 less than usual by the 21st</span>
              </div>
              <BarList label="Spending by category" home="USD" rows={ROWS} />
            </Section>
          </>
        }
        aside={
          <>
            <Section title="Holdings by kind">
              <Allocation label="Holdings by kind" parts={PARTS} home="USD" />
            </Section>
            <Section title="As a ring">
              <Allocation label="Holdings by kind" parts={PARTS.slice(0, 3)} home="USD" shape="donut" />
            </Section>
            <Section title="Everyday checking">
              <Sparkline points={NET_WORTH.slice(-90)} label="Balance over 90 days" />
            </Section>
          </>
        }
      />
      <Section title="All that is owned and owed" className="mt-12">
        <ExploreButton days={DAYS} series={STACK} currency="USD">
          <StackedAreaChart
            title="Assets rose and debts fell in twelve months"
            days={DAYS}
            series={STACK}
            currency="USD"
            {...(DAYS[92] ? { estimatedBefore: DAYS[92] } : {})}
          />
        </ExploreButton>
      </Section>
      <Section title="With days that nobody knows" className="mt-12">
        <AreaChart title="With a gap" points={WITH_GAP} currency="USD" showTitle />
      </Section>
    </Page>
  );
}

const ROWS = [
  { id: 'home', label: 'Home', value: usd(184_200), tick: usd(184_200), note: 'usual 1,842' },
  { id: 'food', label: 'Groceries', value: usd(51_238), tick: usd(64_000), note: 'usual 640' },
  {
    id: 'out',
    label: 'Eating out',
    value: usd(32_890),
    tick: usd(24_000),
    note: 'usual 240',
    tone: 'attention',
  },
  { id: 'bus', label: 'Transport', value: usd(18_745), tick: usd(23_000), note: 'usual 230' },
  { id: 'subs', label: 'Subscriptions and memberships', value: usd(12_493), note: 'usual 121' },
] as const;

const PARTS = ['Stock funds', 'Bond funds', 'Shares', 'Cash', 'Crypto', 'Gold', 'Options', 'Art'].map(
  (label, index) => ({ id: label, label, value: usd(Math.round(4_000_000 / (index + 1))) }),
);
