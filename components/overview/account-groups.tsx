import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import { type AccountGroup, subtypeName } from '@/lib/accounts/kinds';
import { formatSince } from '@/lib/core/format-day';
import { money } from '@/lib/core/money';

type Account = {
  id: string;
  name: string;
  mask: string | null;
  type: string;
  subtype: string | null;
  balance: number | null;
  currency: string;
  balanceAt: Date | null;
};

type Props = { groups: readonly AccountGroup<Account>[]; now: Date; home: string };

/** Accounts by what they are for, each with its balance and how old that is. */
export function AccountGroups({ groups, now, home }: Props) {
  return (
    <div className="gap-x-14 sm:columns-2">
      {groups.map(({ kind, name, accounts, totals }) => (
        <section key={kind} className="mb-5 break-inside-avoid">
          <h3 className="flex h-8 items-center justify-between gap-4 border-b border-line text-13 text-ink-2">
            {name}
            <span>
              {totals.map((total, index) => (
                <span key={total.currency}>
                  {index > 0 && ' and '}
                  <MoneyText value={total} home={home} />
                </span>
              ))}
            </span>
          </h3>
          <ul>
            {accounts.map((account) => (
              <AccountLine key={account.id} account={account} now={now} home={home} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function AccountLine({ account, now, home }: { account: Account; now: Date; home: string }) {
  const { id, name, mask, balance, currency, balanceAt } = account;
  const age = balanceAt === null ? 'not reported yet' : formatSince(balanceAt, now);
  return (
    <li>
      <Link
        href={`/accounts/${id}`}
        className="-mx-2 flex min-h-row-2 items-center justify-between gap-4 rounded-lg px-2 py-row-pad hover:bg-hover"
      >
        <span className="min-w-0">
          <span className="block truncate">{name}</span>
          <span className="block truncate text-13 text-ink-3">
            {[subtypeName(account), mask, age].filter(Boolean).join(' · ')}
          </span>
        </span>
        {balance === null ? (
          <span className="text-13 text-ink-3">not known</span>
        ) : (
          <MoneyText value={money(balance, currency)} home={home} />
        )}
      </Link>
    </li>
  );
}
