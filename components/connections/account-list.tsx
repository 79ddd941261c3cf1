import type { Route } from 'next';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
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
  isHidden: boolean;
  closedAt: Date | null;
};

/** The accounts that a bank shares, with what each holds; open ones first, then those it serves no more. */
export function AccountList({ accounts, home }: { accounts: readonly SharedAccount[]; home: string }) {
  const open = accounts.filter(({ closedAt }) => closedAt === null);
  const closed = accounts.filter(({ closedAt }) => closedAt !== null);
  return (
    <ul>
      {[...open, ...closed].map((account) => (
        <li
          key={account.id}
          className="flex min-h-row items-center gap-4 border-t border-line py-1 first:border-0"
        >
          <span className="min-w-0 flex-1">
            <Link href={`/accounts/${account.id}` as Route} className="mr-2 hover:underline">
              {account.name}
            </Link>
            <span className="mr-2 text-13 whitespace-nowrap text-ink-3">{detailOf(account)}</span>
            {account.isHidden && <Badge>hidden</Badge>}
            {account.closedAt !== null && <Badge>no longer shared</Badge>}
          </span>
          {account.balance === null ? (
            <span className="text-13 text-ink-3">not given</span>
          ) : (
            <MoneyText
              value={money(account.balance, account.currency)}
              home={home}
              {...(account.closedAt === null ? {} : { className: 'text-ink-3' })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Its kind, unless the name says it already, and the end of its number. */
function detailOf({ mask, name, ...account }: SharedAccount): string {
  const kind = subtypeName(account);
  const isSaid = name.toLowerCase().includes(kind.toLowerCase());
  return [isSaid ? '' : kind, mask === null ? '' : `··${mask}`].filter(Boolean).join(' ');
}
