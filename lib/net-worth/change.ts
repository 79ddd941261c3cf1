/** How much did it move since a day? Like is compared with like: accounts that were not known then are left out. */
import type { Day } from '@/lib/core/day';
import { type Money, money } from '@/lib/core/money';
import type { Standing } from './breakdown';
import type { AccountKind, BalanceOn } from './history';

export type Movement = {
  /** The day whose end it is measured against. */
  since: Day;
  change: Money;
  /** The worth then, of the accounts that are compared. */
  base: Money;
  /** The same change by kind of account, the largest first, without the kinds that stood still. */
  byKind: { kind: AccountKind; change: Money }[];
  /** Ids of today's accounts that were not known then, and so are not in `change`. */
  newAccountIds: string[];
};

/**
 * `then` is every account as of one day, `now` the open accounts of today. An account closed in between
 * counts then and is nothing now. Null when nothing in this currency was known then.
 */
export function movement(
  then: readonly BalanceOn[],
  now: readonly Standing[],
  currency: string,
): Movement | null {
  const before = then.filter((row) => row.currency === currency);
  const [first] = before;
  if (first === undefined) return null;
  const known = new Set(before.map(({ accountId }) => accountId));
  const today = now.filter((account) => account.currency === currency);
  const byKind = changeByKind(
    before,
    today.filter(({ id }) => known.has(id)),
  );
  const base = before.reduce((sum, { balance }) => sum + balance, 0);
  const change = [...byKind.values()].reduce((sum, amount) => sum + amount, 0);
  return {
    since: first.day,
    change: money(change, currency),
    base: money(base, currency),
    byKind: [...byKind]
      .filter(([, amount]) => amount !== 0)
      .map(([kind, amount]) => ({ kind, change: money(amount, currency) }))
      .toSorted((a, b) => Math.abs(b.change.amount) - Math.abs(a.change.amount)),
    newAccountIds: today.filter(({ id }) => !known.has(id)).map(({ id }) => id),
  };
}

function changeByKind(before: readonly BalanceOn[], after: readonly Standing[]): Map<AccountKind, number> {
  const byKind = new Map<AccountKind, number>();
  const count = (kind: AccountKind, amount: number) => byKind.set(kind, (byKind.get(kind) ?? 0) + amount);
  for (const { type, balance } of before) count(type, -balance);
  for (const { type, balance } of after) count(type, balance ?? 0);
  return byKind;
}
