/** Which securities does the person hold, over all accounts, at what value, cost and gain? */
import type { Day } from '@/lib/core/day';
import { groupBy } from '@/lib/core/group-by';
import type { Decimal } from '@/lib/core/money';
import { addDecimals } from '@/lib/core/decimals';
import { securityName } from './security-name';

/** One account's share of a security. `value` is the institution's own figure, `costBasis` the total cost (INV-3, INV-4). */
export type Holding = {
  accountId: string;
  accountName: string;
  securityId: string;
  quantity: Decimal;
  price: Decimal;
  priceDay: Day | null;
  value: number;
  costBasis: number | null;
  currency: string;
  name: string | null;
  ticker: string | null;
  type: string;
  isCashEquivalent: boolean;
};

export type Position<H extends Holding> = {
  securityId: string;
  currency: string;
  name: string;
  ticker: string | null;
  type: string;
  isCash: boolean;
  quantity: Decimal;
  value: number;
  /** Known only when it is known in every account. */
  cost: number | null;
  gain: number | null;
  /** The latest day of its prices. */
  priceDay: Day | null;
  holdings: H[];
};

/** One position per security and currency, the largest first, cash at the end of equals. */
export function positions<H extends Holding>(holdings: readonly H[]): Position<H>[] {
  return [...groupBy(holdings, ({ securityId, currency }) => `${securityId} ${currency}`).values()]
    .map(positionOf)
    .toSorted((a, b) => b.value - a.value || a.name.localeCompare(b.name));
}

/** Value less cost, where the cost is known and not zero: many banks send 0 for "unknown" (INV-4). */
export function gainOf({ value, costBasis }: { value: number; costBasis: number | null }): number | null {
  return costBasis === null || costBasis === 0 ? null : value - costBasis;
}

/** Sums over positions of one currency; the gain is of those whose cost is known, worth `costedValue` of the whole. */
export function gainTotals(list: readonly { value: number; cost: number | null }[]) {
  const costed = list.filter(({ cost }) => cost !== null);
  const cost = costed.reduce((sum, position) => sum + (position.cost ?? 0), 0);
  const costedValue = costed.reduce((sum, { value }) => sum + value, 0);
  return { cost, costedValue, gain: costedValue - cost, hasCost: costed.length > 0 };
}

function positionOf<H extends Holding>(holdings: readonly H[]): Position<H> {
  const [first] = holdings;
  if (first === undefined) throw new RangeError('A position has at least one holding.');
  const value = holdings.reduce((sum, holding) => sum + holding.value, 0);
  const isCash = isCashLike(first);
  const cost = isCash ? null : costOf(holdings);
  return {
    securityId: first.securityId,
    currency: first.currency,
    name: nameOf(first),
    ticker: first.ticker,
    type: first.type,
    isCash,
    quantity: addDecimals(holdings.map(({ quantity }) => quantity)),
    value,
    cost,
    gain: gainOf({ value, costBasis: cost }),
    priceDay: holdings.map(({ priceDay }) => priceDay).reduce(latest, null),
    holdings: holdings.toSorted((a, b) => b.value - a.value),
  };
}

function costOf(holdings: readonly Holding[]): number | null {
  if (holdings.some((holding) => gainOf(holding) === null)) return null;
  return holdings.reduce((sum, { costBasis }) => sum + (costBasis ?? 0), 0);
}

function isCashLike({ type, isCashEquivalent }: Holding): boolean {
  return type === 'cash' || isCashEquivalent;
}

function nameOf(holding: Holding): string {
  return securityName(holding) ?? (holding.type === 'cash' ? 'Cash' : 'Unnamed security');
}

function latest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
