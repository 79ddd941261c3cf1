import Link from 'next/link';
import { Initials } from '@/components/ui/initials';
import { MoneyText } from '@/components/ui/money-text';
import { categoryOf } from '@/lib/categories/taxonomy';
import { money } from '@/lib/core/money';

type Transaction = {
  id: string;
  name: string;
  logoUrl: string | null;
  amount: number;
  currency: string;
  categoryId: string;
  isPending: boolean;
};

/** The newest few transactions; each opens in the ledger. */
export function LatestList({ rows, home }: { rows: readonly Transaction[]; home: string }) {
  return (
    <ul aria-label="Latest transactions">
      {rows.map(({ id, name, logoUrl, amount, currency, categoryId, isPending }) => (
        <li key={id} className="border-t border-line first:border-0">
          <Link
            href={`/transactions?open=${id}`}
            prefetch={false}
            className="-mx-2 grid min-h-row-2 grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-3 rounded-lg px-2 py-row-pad hover:bg-hover"
          >
            <Initials name={name} logo={logoUrl} />
            <span className="min-w-0">
              <span className="block truncate">{name}</span>
              <span className="block truncate text-13 text-ink-3">
                {categoryOf(categoryId).name}
                {isPending && ' · pending'}
              </span>
            </span>
            <MoneyText
              value={money(amount, currency)}
              kind="flow"
              home={home}
              // Money that comes in from one's own pocket is no income, so it is not green.
              {...(categoryOf(categoryId).kind === 'transfer' ? { className: 'text-ink' } : {})}
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}
