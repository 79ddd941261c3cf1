import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Initials } from '@/components/ui/initials';
import { MoneyText } from '@/components/ui/money-text';
import { categoryOf } from '@/lib/categories/taxonomy';
import type { Day } from '@/lib/core/day';
import { money } from '@/lib/core/money';
import type { ListHref } from '@/lib/transactions/address';
import { CategoryDot } from './category-dot';
import { CategorySelect } from './category-select';
import type { FormAction } from '@/components/ui/form-action';

export type Transaction = {
  id: string;
  day: Day;
  name: string;
  logoUrl: string | null;
  amount: number;
  currency: string;
  categoryId: string;
  isPending: boolean;
  note: string | null;
  accountName: string;
};

type Props = {
  transaction: Transaction;
  home: string;
  isOpen: boolean;
  href: ListHref;
  changeCategory: FormAction;
};

const GRID =
  'relative grid min-h-row-2 grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-3 py-row-pad ' +
  'sm:min-h-row sm:grid-cols-[2rem_minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)_7rem] sm:py-0';

/** One transaction on one line; on a phone, category and account stand under the name and the amount. */
export function TransactionLine({ transaction, home, isOpen, href, changeCategory }: Props) {
  const { id, name, logoUrl, amount, currency, categoryId, isPending, note, accountName } = transaction;
  // Money that comes in from one's own pocket is no income, so it is not green.
  const isTransfer = categoryOf(categoryId).kind === 'transfer';
  return (
    <li
      className={cn('-mx-2 rounded-lg px-2 hover:bg-hover', isOpen && 'bg-accent-soft hover:bg-accent-soft')}
    >
      <div className={cn(GRID, 'border-b border-line')}>
        <Initials name={name} logo={logoUrl} className="row-span-2 sm:row-span-1" />
        <div className="flex min-w-0 items-baseline gap-2">
          {/* The link covers the whole row; the category control lies above it. */}
          <Link
            href={href}
            scroll={false}
            prefetch={false}
            aria-current={isOpen ? 'true' : undefined}
            className="truncate after:absolute after:inset-0 after:content-['']"
          >
            {name}
          </Link>
          {isPending && <Badge tone="tentative">pending</Badge>}
          {note && <span className="truncate text-13 text-ink-3">{note}</span>}
        </div>
        <MoneyText
          value={money(amount, currency)}
          kind="flow"
          home={home}
          className={cn('text-right sm:col-start-5', isTransfer && 'text-ink')}
        />
        <div className="col-start-2 flex min-w-0 items-center gap-2 sm:col-start-3 sm:row-start-1">
          <CategoryDot categoryId={categoryId} />
          <span className="truncate text-13 text-ink-2 sm:hidden">{categoryOf(categoryId).name}</span>
          <CategorySelect
            key={categoryId}
            transactionId={id}
            categoryId={categoryId}
            name={name}
            action={changeCategory}
            className="hidden sm:block"
          />
        </div>
        <span className="max-w-36 truncate text-right text-13 text-ink-3 sm:col-start-4 sm:row-start-1 sm:max-w-none sm:text-left">
          {accountName}
        </span>
      </div>
    </li>
  );
}
