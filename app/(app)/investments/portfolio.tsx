import { Allocation } from '@/components/charts/allocation';
import { AccountList } from '@/components/investments/account-list';
import { PositionTable } from '@/components/investments/position-table';
import { NothingHere } from '@/components/products/nothing-here';
import { MoneyText } from '@/components/ui/money-text';
import { Section } from '@/components/ui/section';
import { listConnectionStates } from '@/db/queries/overview';
import { listProductStates } from '@/db/queries/products';
import type { Day } from '@/lib/core/day';
import { money } from '@/lib/core/money';
import { allocationByType } from '@/lib/investments/allocation';
import { absenceOf } from '@/lib/products/absence';
import { PORTFOLIO_COLUMNS } from './columns';
import { readPortfolio } from './read-portfolio';

/** Per currency: what is held on the left, how it is spread on the right. */
export async function Portfolio() {
  const { portfolios, hasHoldings, today } = await readPortfolio();
  if (!hasHoldings) return <NoHoldings />;
  return portfolios.map((portfolio, index) => (
    <div key={portfolio.value.currency} className="mt-8">
      {index > 0 && (
        <h2 className="mb-4 text-16 font-semibold">
          In {portfolio.value.currency}: <MoneyText value={portfolio.value} />
        </h2>
      )}
      <OneCurrency portfolio={portfolio} today={today} />
    </div>
  ));
}

type Portfolio = Awaited<ReturnType<typeof readPortfolio>>['portfolios'][number];

function OneCurrency({ portfolio, today }: { portfolio: Portfolio; today: Day }) {
  const { value, positions, accounts } = portfolio;
  const { currency } = value;
  const rest = accounts.reduce((sum, account) => sum + Math.max(0, account.rest.amount), 0);
  return (
    <div className={`grid gap-y-10 ${PORTFOLIO_COLUMNS}`}>
      {positions.length > 0 && (
        <Section title="Holdings">
          <PositionTable positions={positions} currency={currency} today={today} />
        </Section>
      )}
      <div className="grid content-start gap-10">
        <Section title="By kind">
          <Allocation
            label="Holdings by kind"
            parts={allocationByType(positions, money(rest, currency))}
            home={currency}
          />
        </Section>
        {accounts.length > 0 && (
          <Section title="By account">
            <AccountList accounts={accounts} currency={currency} />
          </Section>
        )}
      </div>
    </div>
  );
}

async function NoHoldings() {
  const { userId } = await readPortfolio();
  const [states, connections] = await Promise.all([
    listProductStates(userId, 'investments'),
    listConnectionStates(userId),
  ]);
  return (
    <NothingHere
      absence={absenceOf(states, connections.length > 0)}
      what="holdings"
      promise="Each security you hold will be here with its value, what it cost and how the whole is spread."
    />
  );
}
