/** Is what is due covered? Follows the cash at hand through the coming days to its lowest point. */
import type { Day } from '@/lib/core/day';

type Coming = { day: Day; amount: number | null; currency: string };
type CashAccount = { type: string; subtype: string | null; balance: number | null; currency: string };

export type Coverage = {
  /** The smallest amount left, and the day it is reached. */
  lowest: number;
  day: Day;
  isCovered: boolean;
};

/**
 * Of one currency, by day: on each, what leaves is counted before what comes, since a bank may book it so.
 * Null when nothing of a known amount leaves.
 */
export function coverage(cash: number, coming: readonly Coming[], currency: string): Coverage | null {
  const moves = coming
    .flatMap(({ day, amount, currency: of }) => (of === currency && amount !== null ? [{ day, amount }] : []))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.amount - b.amount);
  let left = cash;
  let lowest: Coverage | null = null;
  for (const { day, amount } of moves) {
    left += amount;
    if (amount < 0 && (lowest === null || left < lowest.lowest))
      lowest = { lowest: left, day, isCovered: left >= 0 };
  }
  return lowest;
}

/** What bills are paid from: checking accounts, or all cash accounts where none is called so. Null when there is none. */
export function cashAtHand(accounts: readonly CashAccount[], currency: string): number | null {
  const cash = accounts.filter((account) => account.type === 'depository' && account.currency === currency);
  const checking = cash.filter(({ subtype }) => subtype === 'checking');
  const counted = checking.length > 0 ? checking : cash;
  if (counted.length === 0) return null;
  return counted.reduce((sum, { balance }) => sum + (balance ?? 0), 0);
}
