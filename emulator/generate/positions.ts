/**
 * Trades and the positions they make, in whole units: quantities in hundred-millionths, cash in
 * ten-thousandths of a dollar. What is held on a day is the sum of the trades until then (INV-2, INV-10).
 */
import type { Day } from '@/lib/core/day';
import type { Ticker } from '../personas/listed-securities';

export const QUANTITY = 100_000_000;
export const CASH = 10_000;

export type Trade = {
  readonly on: Day;
  readonly kind: 'open' | 'deposit' | 'buy' | 'sell' | 'dividend' | 'fee';
  readonly ticker: Ticker | null;
  /** Signed: what the position gains. */
  readonly units: number;
  readonly price: number;
  /** Signed as Plaid's amount: positive when cash leaves; fees are in it. */
  readonly amount: number;
  readonly fees: number;
};

export type Position = { readonly units: number; readonly cost: number };

export type Standing = {
  readonly since: Day;
  readonly cash: number;
  readonly positions: ReadonlyMap<Ticker, Position>;
};

/** The standing after one more trade; cost follows the average method. */
export function afterTrade(before: Standing | undefined, trade: Trade): Standing {
  const positions = new Map(before?.positions);
  const cash = (before?.cash ?? 0) - trade.amount;
  if (trade.ticker !== null && trade.units !== 0) {
    const held = positions.get(trade.ticker) ?? { units: 0, cost: 0 };
    const units = held.units + trade.units;
    positions.set(trade.ticker, { units, cost: costAfter(held, trade) });
    if (units === 0) positions.delete(trade.ticker);
  }
  return { since: trade.on, cash, positions };
}

function costAfter(held: Position, { units, price, amount, kind }: Trade): number {
  if (units < 0) return Math.round((held.cost * (held.units + units)) / held.units);
  return held.cost + (kind === 'open' ? Math.round((units / QUANTITY) * price * CASH) : amount);
}
