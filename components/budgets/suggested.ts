import { money, toDecimal } from '@/lib/core/money';

/** A suggestion as one would type it: "412.50"; null where there is nothing to learn from. */
export function suggested(amount: number | undefined, currency: string): string | null {
  return amount === undefined ? null : toDecimal(money(amount, currency));
}
