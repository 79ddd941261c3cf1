import { MoneyText } from '@/components/ui/money-text';
import { Section } from '@/components/ui/section';
import type { AccountGroup } from '@/lib/accounts/kinds';
import { type Account, AccountLine } from './account-line';

type Look = { home: string; now: Date };

/** One kind of account with its total per currency. */
export function AccountGroupSection({ group, home, now }: { group: AccountGroup<Account> } & Look) {
  return (
    <Section
      title={group.name}
      action={
        <span className="flex gap-4">
          {group.totals.map((total) => (
            <MoneyText key={total.currency} value={total} home={home} className="font-semibold text-ink" />
          ))}
        </span>
      }
    >
      <Lines accounts={group.accounts} home={home} now={now} />
    </Section>
  );
}

type ApartProps = { title: string; words: string; accounts: readonly Account[] } & Look;

/** Accounts that today's totals leave out, and why. */
export function AccountsApart({ title, words, accounts, home, now }: ApartProps) {
  if (accounts.length === 0) return null;
  return (
    <Section title={title} action={words}>
      <Lines accounts={accounts} home={home} now={now} />
    </Section>
  );
}

function Lines({ accounts, home, now }: { accounts: readonly Account[] } & Look) {
  return (
    <ul className="border-t border-line">
      {accounts.map((account) => (
        <AccountLine key={account.id} account={account} home={home} now={now} />
      ))}
    </ul>
  );
}
