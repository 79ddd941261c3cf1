import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import type { AccountTotal, InvestmentAccount } from '@/lib/investments/account-totals';

type Props = { accounts: readonly AccountTotal<InvestmentAccount>[]; currency: string };

/** Each account's own balance, and what of it the holdings do not explain (ACC-8). */
export function AccountList({ accounts, currency }: Props) {
  return (
    <ul aria-label={`Investment accounts in ${currency}`}>
      {accounts.map(({ id, name, value, rest }) => (
        <li key={id} className="border-t border-line first:border-0">
          <Link
            href={`/accounts/${id}`}
            className="-mx-2 flex min-h-row items-center justify-between gap-4 rounded-lg px-2 py-row-pad hover:bg-hover"
          >
            <span className="min-w-0">
              <span className="block truncate">{name}</span>
              {rest.amount !== 0 && <Rest rest={rest} currency={currency} />}
            </span>
            <MoneyText value={value} home={currency} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

type RestProps = { rest: AccountTotal<InvestmentAccount>['rest']; currency: string };

function Rest({ rest, currency }: RestProps) {
  const amount = <MoneyText value={{ ...rest, amount: Math.abs(rest.amount) }} home={currency} />;
  return (
    <span className="block truncate text-13 text-ink-3">
      {rest.amount > 0 ? <>{amount} of it cash and other</> : <>holdings add up to {amount} more</>}
    </span>
  );
}
