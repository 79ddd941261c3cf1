/** What does a debt cost a year, and in which words? */
import type { Decimal } from '@/lib/core/money';
import { formatRate } from '@/lib/core/format-percent';
import type { Writing } from '@/lib/core/writing';

export type Apr = { type: string; percentage: Decimal };
export type Rated = { aprs: readonly Apr[]; interestRate: Decimal | null; interestRateType: string | null };

export type Rate = { rate: string; note: string };

const APR_NAMES: Record<string, string> = {
  purchase_apr: 'Purchases',
  cash_apr: 'Cash advances',
  balance_transfer_apr: 'Balance transfers',
  penalty_apr: 'Penalty',
  special: 'Special offer',
};

/** "Purchases", "Cash advances"; an unknown kind by its own words (GEN-7). */
export function aprName(type: string): string {
  const words = type.replace(/[_-]/g, ' ').replace(/ apr$/, '');
  return APR_NAMES[type.replaceAll('-', '_')] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The rate that matters day to day: a loan's own, a card's for purchases, else its first; null when unknown. */
export function leadingRate({ aprs, interestRate, interestRateType }: Rated, writing: Writing): Rate | null {
  if (interestRate !== null)
    return { rate: formatRate(interestRate, writing), note: interestRateType ?? 'a year' };
  const apr = aprs.find(({ type }) => aprName(type) === 'Purchases') ?? aprs[0];
  if (apr === undefined) return null;
  return { rate: formatRate(apr.percentage, writing), note: `on ${aprName(apr.type).toLowerCase()}` };
}
