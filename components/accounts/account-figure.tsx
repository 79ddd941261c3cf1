import { MoneyText } from '@/components/ui/money-text';
import { subtypeName } from '@/lib/accounts/kinds';
import { formatSince } from '@/lib/core/format-day';
import { money } from '@/lib/core/money';
import type { Account } from './account-line';

type Detailed = Account & {
  officialName: string | null;
  available: number | null;
  creditLimit: number | null;
  bankReachedAt: Date | null;
  isHidden: boolean;
  /** As the bank has them (IDN-1); empty where it does not say. */
  ownerNames: string[];
};

const NAMES = new Intl.ListFormat('en', { type: 'conjunction' });

/** The figure that leads an account's page, and one line that says what it is. */
export function AccountFigure({ account, now }: { account: Detailed; now: Date }) {
  const { balance, currency, institutionName, officialName, name, mask, ownerNames } = account;
  const words = [institutionName, officialName === name ? null : officialName, subtypeName(account)];
  return (
    <div>
      {balance === null ? (
        <p className="text-28 font-semibold text-ink-3">Balance not given</p>
      ) : (
        <p>
          <MoneyText value={money(balance, currency)} size="hero" />
        </p>
      )}
      <p className="mt-2 text-ink-2">
        {words.filter(Boolean).join(', ')}
        {mask && <span className="text-ink-3"> ··{mask}</span>}
      </p>
      {ownerNames.length > 0 && (
        <p className="mt-1 text-13 text-ink-3">In the name of {NAMES.format(ownerNames)}</p>
      )}
      <p className="mt-1 flex flex-wrap gap-x-6 text-13 text-ink-3">
        <Aside word="available" amount={account.available} currency={currency} />
        <Aside word="limit" amount={account.creditLimit} currency={currency} />
        <span>{freshness(account, now)}</span>
      </p>
    </div>
  );
}

function Aside({ word, amount, currency }: { word: string; amount: number | null; currency: string }) {
  if (amount === null) return null;
  return (
    <span>
      {word} <MoneyText value={money(amount, currency)} className="text-ink-2" />
    </span>
  );
}

function freshness({ closedAt, isHidden, balanceAt, bankReachedAt }: Detailed, now: Date): string {
  if (closedAt !== null) return 'Closed. Its history stays, today’s totals leave it out.';
  if (isHidden) return 'Hidden. No total and no list counts it.';
  const at = balanceAt ?? bankReachedAt;
  return at === null ? 'No balance yet' : `balance of ${formatSince(at, now)}`;
}
