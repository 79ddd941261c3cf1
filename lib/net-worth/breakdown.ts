/** What makes up the net worth of today, by kind of account and per currency? (ACC-7) */
import { groupBy } from '@/lib/core/group-by';
import { type Money, money, totals } from '@/lib/core/money';
import type { AccountKind } from './history';

export type Standing = { id: string; type: AccountKind; balance: number | null; currency: string };

export type KindGroup<A extends Standing> = { kind: AccountKind; total: Money; accounts: A[] };

/** `net`, what is owned, what is owed, and the groups in reading order, all of one currency. */
export type Breakdown<A extends Standing> = {
  currency: string;
  net: Money;
  assets: Money;
  debts: Money;
  groups: KindGroup<A>[];
};

/** Assets before debts, nearest to hand first: also the order of the chart's bands. */
export const KINDS: readonly AccountKind[] = ['depository', 'investment', 'other', 'credit', 'loan'];

const NAMES: Record<AccountKind, string> = {
  depository: 'Cash',
  investment: 'Investments',
  other: 'Other',
  credit: 'Cards',
  loan: 'Loans',
};

export function kindName(kind: AccountKind): string {
  return NAMES[kind];
}

/**
 * One breakdown per currency, the person's own first, the others by size. Accounts without a balance are
 * listed and count as nothing.
 */
export function breakdowns<A extends Standing>(accounts: readonly A[], home: string): Breakdown<A>[] {
  const byCurrency = groupBy(accounts, ({ currency }) => currency);
  return totals(accounts.map(worthOf))
    .toSorted((a, b) => Number(b.currency === home) - Number(a.currency === home))
    .map((net) => breakdownOf(net, byCurrency.get(net.currency) ?? []));
}

function breakdownOf<A extends Standing>(net: Money, accounts: readonly A[]): Breakdown<A> {
  const { currency } = net;
  const isDebt = ({ type }: A) => type === 'credit' || type === 'loan';
  const groups = KINDS.map((kind) => accounts.filter(({ type }) => type === kind))
    .filter((group) => group.length > 0)
    .map((group) => groupOf(group, currency));
  return {
    currency,
    net,
    assets: sum(
      accounts.filter((account) => !isDebt(account)),
      currency,
    ),
    debts: sum(accounts.filter(isDebt), currency),
    groups,
  };
}

function groupOf<A extends Standing>(accounts: A[], currency: string): KindGroup<A> {
  const [first] = accounts;
  return {
    kind: first?.type ?? 'other',
    total: sum(accounts, currency),
    accounts: accounts.toSorted(bySize),
  };
}

function sum(accounts: readonly Standing[], currency: string): Money {
  return totals(accounts.map(worthOf))[0] ?? money(0, currency);
}

function worthOf({ balance, currency }: Standing): Money {
  return money(balance ?? 0, currency);
}

function bySize(a: Standing, b: Standing): number {
  return Math.abs(b.balance ?? 0) - Math.abs(a.balance ?? 0);
}
