/**
 * What is an investment account worth, and how much of it do its holdings explain? The account's own balance
 * counts, never both (ACC-8); what the holdings leave over is cash and other.
 */
import { groupBy } from '@/lib/core/group-by';
import { type Money, money, totals } from '@/lib/core/money';

export type InvestmentAccount = { id: string; name: string; balance: number | null; currency: string };

export type AccountTotal<A extends InvestmentAccount> = A & {
  value: Money;
  held: Money;
  /** Value less holdings of the same currency; negative when the holdings add up to more. */
  rest: Money;
  /** Holdings in other currencies than the account's; the balance does not tell whether it contains them. */
  foreign: Money[];
};

type Held = { accountId: string; value: number; currency: string };

/** Largest account first. Without a balance from the bank the holdings stand in for it. */
export function accountTotals<A extends InvestmentAccount>(
  accounts: readonly A[],
  holdings: readonly Held[],
): AccountTotal<A>[] {
  const byAccount = groupBy(holdings, ({ accountId }) => accountId);
  return accounts
    .map((account) => totalOf(account, byAccount.get(account.id) ?? []))
    .toSorted((a, b) => b.value.amount - a.value.amount || a.name.localeCompare(b.name));
}

function totalOf<A extends InvestmentAccount>(account: A, holdings: readonly Held[]): AccountTotal<A> {
  const { currency, balance } = account;
  const sums = totals(holdings.map((holding) => money(holding.value, holding.currency)));
  const held = sums.find((sum) => sum.currency === currency) ?? money(0, currency);
  const value = balance === null ? held : money(balance, currency);
  return {
    ...account,
    value,
    held,
    rest: money(value.amount - held.amount, currency),
    foreign: sums.filter((sum) => sum.currency !== currency),
  };
}
