import { useWriting } from '#writing';
import Link from 'next/link';
import { Bar } from '@/components/ui/bar';
import { cn } from '@/components/ui/cn';
import type { FormAction } from '@/components/ui/form-action';
import { MoneyText } from '@/components/ui/money-text';
import { type Pace, perDay } from '@/lib/budgets/pace';
import type { BudgetLine } from '@/lib/budgets/progress';
import { formatMoney } from '@/lib/core/format-money';
import { toDecimal } from '@/lib/core/money';
import type { Month } from '@/lib/core/month';
import { listHref } from '@/lib/transactions/address';
import { LimitForm } from './limit-form';
import { suggested } from './suggested';

export type RowForms = {
  month: Month;
  home: string;
  /** Average spending by category, in minor units. */
  suggestions: ReadonlyMap<string, number>;
  changeLimit: FormAction;
  endLimit: FormAction;
};

type Props = { line: BudgetLine; pace: Pace } & RowForms;

const GRID =
  'relative grid min-h-row grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-2 border-b border-line pt-3 ' +
  'md:border-0 md:pt-0 md:grid-cols-[minmax(0,9rem)_minmax(0,1fr)_6rem_5.5rem_6rem_4.5rem] md:gap-x-4 ' +
  'xl:grid-cols-[minmax(0,10rem)_minmax(0,1fr)_6.5rem_5.5rem_6.5rem_6rem_5rem]';

/** One category: spent, the limit, what is left, and the rows behind it one click away. */
export function BudgetRow({ line, pace, month, home, suggestions, changeLimit, endLimit }: Props) {
  const { hidden } = useWriting();
  const { category, spent, limit, left } = line;
  const isOver = left !== null && left.amount < 0;
  const daily = left && pace.when === 'now' ? perDay(left, pace) : null;
  const rows = listHref({ filter: { categoryId: category.id, month } });
  return (
    <li className={GRID}>
      <Link href={rows} className="truncate hover:text-accent hover:underline">
        {category.name}
      </Link>
      <LineBar line={line} pace={pace} />
      <Link
        href={rows}
        className={cn(
          'text-right hover:text-accent hover:underline md:col-span-1 md:col-start-3',
          limit === null && 'col-span-2',
        )}
      >
        <MoneyText value={spent} home={home} />
      </Link>
      {limit && (
        <span className="text-13 text-ink-3 md:col-start-4">
          of <MoneyText value={limit} home={home} cents="auto" className="[&_*]:text-inherit" />
        </span>
      )}
      <span
        className={cn(
          'col-start-1 row-start-3 text-13 md:col-start-5 md:row-start-1 md:text-right md:text-14 md:font-medium',
          isOver && 'font-medium text-attention [&_*]:text-inherit',
        )}
      >
        {left === null ? (
          <span className="text-ink-3 md:hidden">no limit</span>
        ) : (
          <>
            <MoneyText value={left} home={home} />
            <span className="text-ink-3 md:sr-only"> {isOver ? 'over' : 'left'}</span>
          </>
        )}
      </span>
      <span className="hidden text-13 text-ink-3 xl:col-start-6 xl:row-start-1 xl:block">
        {isOver && 'over'}
        {daily && (
          <>
            <MoneyText value={daily} home={home} className="[&_*]:text-inherit" /> a day
          </>
        )}
      </span>
      <div className="col-span-2 col-start-2 row-start-3 -mr-2 justify-self-end md:col-span-1 md:col-start-6 md:row-start-1 xl:col-start-7">
        <LimitForm
          key={`${month}-${limit?.amount}`}
          categoryId={category.id}
          name={category.name}
          month={month}
          limit={limit && (hidden ? '' : toDecimal(limit))}
          suggestion={hidden ? null : suggested(suggestions.get(category.id), home)}
          changeLimit={changeLimit}
          endLimit={endLimit}
        />
      </div>
    </li>
  );
}

/** The bar runs to the limit, or to what was spent when that is more; the tick is the month's pace. */
function LineBar({ line: { spent, limit, left }, pace }: { line: BudgetLine; pace: Pace }) {
  const writing = useWriting();
  const place = 'col-span-3 row-start-2 mt-2 md:mt-0 md:col-span-1 md:col-start-2 md:row-start-1';
  if (limit === null || left === null) return <span className={cn('hidden md:block', place)} />;
  const ratio = limit.amount === 0 ? (spent.amount > 0 ? 1 : 0) : spent.amount / limit.amount;
  return (
    <Bar
      ratio={ratio}
      tone={left.amount < 0 ? 'attention' : 'accent'}
      label={`${formatMoney(spent, writing)} of ${formatMoney(limit, writing)} spent`}
      className={place}
      {...(pace.when === 'now' ? { tick: pace.ratio } : {})}
    />
  );
}
