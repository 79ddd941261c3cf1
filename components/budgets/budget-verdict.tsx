import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import type { Pace } from '@/lib/budgets/pace';
import type { BudgetMonth } from '@/lib/budgets/progress';
import type { Verdict } from '@/lib/budgets/verdict';
import { type Money, money } from '@/lib/core/money';
import type { Month } from '@/lib/core/month';
import { listHref } from '@/lib/transactions/address';

type Props = { verdict: Verdict | null; budget: BudgetMonth; pace: Pace; month: Month };

/** The month in one figure and one sentence, and what else belongs to it. */
export function BudgetVerdict({ verdict, budget, pace, month }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-3">
      {verdict ? <WithLimits verdict={verdict} /> : <WithoutLimits budget={budget} pace={pace} />}
      <p className="flex flex-wrap gap-x-6 text-ink-2">
        <Figure word="income" value={totalOf(budget.income.map(({ amount }) => amount))} />
        <Figure word="planned" value={budget.limited?.limit} />
        <Figure word="without a limit" value={budget.unlimited} />
        <Link href={listHref({ filter: { month } })} className="text-ink-3 hover:text-accent hover:underline">
          All rows
        </Link>
      </p>
    </div>
  );
}

function WithLimits({ verdict }: { verdict: Verdict }) {
  const { figure, words, isOver, daily, over } = verdict;
  return (
    <div>
      <p className={isOver ? 'text-attention' : ''}>
        <MoneyText value={figure} size="hero" />
      </p>
      <p className="mt-1 text-ink-2">
        {words}
        {daily && (
          <>
            ,{' '}
            <strong className="font-semibold text-ink">
              <MoneyText value={daily.amount} home={daily.amount.currency} /> a day for {daily.days}{' '}
              {daily.days === 1 ? 'day' : 'days'}
            </strong>
          </>
        )}
        .{over && ` ${over}`}
      </p>
    </div>
  );
}

function WithoutLimits({ budget, pace }: { budget: BudgetMonth; pace: Pace }) {
  return (
    <div>
      <p>
        <MoneyText value={budget.unlimited} size="hero" />
      </p>
      <p className="mt-1 text-ink-2">
        spent {pace.when === 'now' ? 'so far' : 'in this month'}. Set a limit for a category to see what is
        left of it.
      </p>
    </div>
  );
}

function Figure({ word, value }: { word: string; value: Money | null | undefined }) {
  if (!value || value.amount === 0) return null;
  return (
    <span>
      {word}{' '}
      <MoneyText value={value} home={value.currency} cents="never" className="font-semibold text-ink" />
    </span>
  );
}

function totalOf(values: readonly Money[]): Money | null {
  const [first] = values;
  return first
    ? money(
        values.reduce((sum, { amount }) => sum + amount, 0),
        first.currency,
      )
    : null;
}
