/** What a list of transactions adds up to: money in, money out and the net, per currency. */
import { categoryOf } from '@/lib/categories/taxonomy';
import { groupBy } from '@/lib/core/group-by';
import { type Money, money } from '@/lib/core/money';

type CategorySum = { categoryId: string; currency: string; count: number; moneyIn: number; moneyOut: number };

export type Summary = {
  count: number;
  /** Rows that moved money between a person's own pockets and are not in the sums. */
  transferCount: number;
  totals: { moneyIn: Money; moneyOut: Money; net: Money }[];
};

/**
 * Transfers are neither income nor spending (FLD-13), so they stay out of the sums, unless there is nothing
 * else: then they are what was asked for.
 */
export function summarise(sums: readonly CategorySum[]): Summary {
  const counted = sums.filter(({ categoryId }) => categoryOf(categoryId).kind !== 'transfer');
  const shown = counted.length > 0 ? counted : sums;
  const all = countOf(sums);
  const byCurrency = [...groupBy(shown, ({ currency }) => currency)];
  const byCount = byCurrency.sort((a, b) => countOf(b[1]) - countOf(a[1]) || a[0].localeCompare(b[0]));
  return {
    count: all,
    transferCount: all - countOf(shown),
    totals: byCount.map(([currency, parts]) => {
      const moneyIn = parts.reduce((sum, part) => sum + part.moneyIn, 0);
      const moneyOut = parts.reduce((sum, part) => sum + part.moneyOut, 0);
      return {
        moneyIn: money(moneyIn, currency),
        moneyOut: money(moneyOut, currency),
        net: money(moneyIn + moneyOut, currency),
      };
    }),
  };
}

function countOf(sums: readonly CategorySum[]): number {
  return sums.reduce((total, { count }) => total + count, 0);
}
