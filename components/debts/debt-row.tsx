import { useWriting } from '#writing';
import { ChevronDown } from 'lucide-react';
import { Bar } from '@/components/ui/bar';
import { cn } from '@/components/ui/cn';
import { MoneyText } from '@/components/ui/money-text';
import type { Day } from '@/lib/core/day';
import { formatPercent } from '@/lib/core/format-percent';
import { formatMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';
import { dueOf } from '@/lib/debts/due';
import { owed, utilisation } from '@/lib/debts/owed';
import { leadingRate } from '@/lib/debts/rate';
import { DebtFacts, type Terms } from './debt-facts';

export type Debt = {
  accountId: string;
  name: string;
  mask: string | null;
  institutionName: string;
  balance: number | null;
  creditLimit: number | null;
  currency: string;
  /** Null where the bank gives the balance only. */
  terms: Terms | null;
};

type Props = { debt: Debt; today: Day; home: string };

const GRID =
  'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 py-3 ' +
  'sm:grid-cols-[minmax(0,1fr)_7rem_14rem_9rem]';

export function DebtRow({ debt, today, home }: Props) {
  const { terms, accountId } = debt;
  const line = <Line debt={debt} today={today} home={home} />;
  return (
    <li className="border-t border-line first:border-0">
      {terms === null ? (
        <div className={GRID}>{line}</div>
      ) : (
        <details className="group">
          <summary className={cn(GRID, '-mx-2 list-none rounded-lg px-2 hover:bg-hover')}>{line}</summary>
          <DebtFacts terms={terms} currency={debt.currency} accountId={accountId} today={today} />
        </details>
      )}
    </li>
  );
}

function Line({ debt, today, home }: Props) {
  const { name, mask, institutionName, terms } = debt;
  const balance = owed(debt);
  return (
    <>
      <span className="min-w-0">
        <span className="flex items-center gap-1.5">
          <span className="truncate font-medium">{name}</span>
          {terms !== null && (
            <ChevronDown
              aria-hidden
              className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-180"
            />
          )}
        </span>
        <span className="block truncate text-13 text-ink-3">
          {[institutionName, mask].filter(Boolean).join(' · ')}
        </span>
        <Utilisation debt={debt} />
      </span>
      <RateWords terms={terms} />
      <DueWords terms={terms} currency={debt.currency} today={today} />
      <span className="text-right text-16 font-semibold">
        {balance === null ? (
          <span className="text-13 font-normal text-ink-3">not known</span>
        ) : (
          <>
            <MoneyText value={money(Math.abs(balance.amount), balance.currency)} home={home} />
            {balance.amount < 0 && (
              <span className="block text-13 font-normal text-ink-3">in your favour</span>
            )}
          </>
        )}
      </span>
    </>
  );
}

function RateWords({ terms }: { terms: Terms | null }) {
  const writing = useWriting();
  const leading = terms && leadingRate(terms, writing);
  return (
    <span className="order-4 text-right sm:order-none">
      {leading && (
        <>
          <span className="block">{leading.rate}</span>
          <span className="block text-13 text-ink-3">{leading.note}</span>
        </>
      )}
    </span>
  );
}

/** Said in words and, where it needs a person, in red. */
function DueWords({ terms, currency, today }: { terms: Terms | null; currency: string; today: Day }) {
  const writing = useWriting();
  if (terms === null) {
    return <span className="order-3 text-13 text-ink-3 sm:order-none">The bank gives no terms</span>;
  }
  const { state, words } = dueOf(terms, today, writing);
  const minimum = state === 'none' ? null : terms.minimumPayment;
  return (
    <span className="order-3 text-13 sm:order-none">
      <span
        className={cn(
          'block',
          state === 'overdue' && 'font-semibold text-danger',
          state === 'soon' && 'font-medium text-ink',
          state === 'none' && 'text-ink-3',
        )}
      >
        {words}
      </span>
      {minimum !== null && (
        <span className="block text-ink-3">
          {terms.kind === 'mortgage' || terms.kind === 'loan' ? 'payment ' : 'minimum '}
          <MoneyText value={money(minimum, currency)} home={currency} />
          {terms.kind === 'credit' && terms.statementBalance !== null && (
            <>
              {' of '}
              <MoneyText value={money(terms.statementBalance, currency)} home={currency} />
            </>
          )}
        </span>
      )}
    </span>
  );
}

function Utilisation({ debt }: { debt: Debt }) {
  const writing = useWriting();
  const share = utilisation(debt);
  if (share === null || debt.creditLimit === null) return null;
  const limit = formatMoney(money(debt.creditLimit, debt.currency), writing, { cents: 'auto' });
  const words = `${formatPercent(share, writing, { digits: 0 })} of ${limit} used`;
  return (
    <span className="mt-1.5 flex max-w-80 flex-wrap items-center gap-x-3 text-13 text-ink-3">
      <Bar ratio={share} label={words} tone={share > 1 ? 'danger' : 'accent'} className="w-28 shrink-0" />
      <span>{words}</span>
    </span>
  );
}
