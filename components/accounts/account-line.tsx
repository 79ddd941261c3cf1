import type { Route } from 'next';
import Link from 'next/link';
import { Initials } from '@/components/ui/initials';
import { MoneyText } from '@/components/ui/money-text';
import { subtypeName } from '@/lib/accounts/kinds';
import { formatSince } from '@/lib/core/format-day';
import { money } from '@/lib/core/money';

export type Account = {
  id: string;
  name: string;
  mask: string | null;
  type: string;
  subtype: string | null;
  currency: string;
  balance: number | null;
  balanceAt: Date | null;
  closedAt: Date | null;
  institutionName: string;
  institutionLogo: string | null;
};

type Props = { account: Account; home: string; now: Date };

/** One account: whose it is, which it is, what is in it and how fresh that is. */
export function AccountLine({ account, home, now }: Props) {
  const { id, name, mask, institutionName, institutionLogo, balance, currency } = account;
  return (
    <li className="relative -mx-2 rounded-lg px-2 hover:bg-hover">
      <div className="grid min-h-row-2 grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line py-2 sm:min-h-row sm:grid-cols-[2rem_minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)_9rem] sm:py-0">
        <Initials name={institutionName} logo={institutionLogo} className="row-span-2 sm:row-span-1" />
        <span className="flex min-w-0 items-baseline gap-2">
          <Link
            href={`/accounts/${id}` as Route}
            className="truncate after:absolute after:inset-0 after:content-['']"
          >
            {name}
          </Link>
          {mask && <span className="text-13 whitespace-nowrap text-ink-3">··{mask}</span>}
        </span>
        <span className="text-right sm:col-start-5">
          {balance === null ? (
            <span className="text-13 text-ink-3">not given</span>
          ) : (
            <MoneyText value={money(balance, currency)} home={home} />
          )}
        </span>
        <span className="col-start-2 truncate text-13 text-ink-2 sm:col-start-3 sm:row-start-1">
          {institutionName}
          <span className="text-ink-3"> {lowered(subtypeName(account))}</span>
        </span>
        <span className="text-right text-13 text-ink-3 sm:col-start-4 sm:row-start-1 sm:text-left">
          {freshness(account, now)}
        </span>
      </div>
    </li>
  );
}

function freshness({ balanceAt, closedAt }: Account, now: Date): string {
  if (closedAt !== null) return 'closed';
  return balanceAt === null ? 'no balance yet' : formatSince(balanceAt, now);
}

/** "savings", but "IRA". */
function lowered(name: string): string {
  return name === name.toUpperCase() ? name : name.toLowerCase();
}
