import type { Route } from 'next';
import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import { subtypeName } from '@/lib/accounts/kinds';
import { money } from '@/lib/core/money';

export type SharedAccount = {
  id: string;
  name: string;
  mask: string | null;
  type: string;
  subtype: string | null;
  balance: number | null;
  currency: string;
  isClosed: boolean;
};

/** The accounts that a bank shares, with what each holds. */
export function AccountList({ accounts, home }: { accounts: readonly SharedAccount[]; home: string }) {
  return (
    <ul>
      {accounts.map((account) => (
        <li
          key={account.id}
          className="flex min-h-11 items-center gap-4 border-t border-line py-1 first:border-0"
        >
          <span className="min-w-0 flex-1">
            <Link href={`/accounts/${account.id}` as Route} className="hover:underline">
              {account.name}
            </Link>
            <span className="ml-2 text-13 whitespace-nowrap text-ink-3">{detailOf(account)}</span>
          </span>
          {account.balance === null ? (
            <span className="text-13 text-ink-3">not given</span>
          ) : (
            <MoneyText value={money(account.balance, account.currency)} home={home} />
          )}
        </li>
      ))}
    </ul>
  );
}

function detailOf({ mask, isClosed, ...account }: SharedAccount): string {
  const parts = [
    subtypeName(account),
    mask === null ? '' : `··${mask}`,
    isClosed ? '· no longer shared' : '',
  ];
  return parts.filter(Boolean).join(' ');
}
