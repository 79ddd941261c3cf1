/**
 * Trades and the positions they make, in whole units: quantities in hundred-millionths, cash in
 * ten-thousandths of a dollar. What is held on a day is the sum of the trades until then (INV-2, INV-10).
 */
import type { Day } from '@/lib/core/day';
import type { Instrument } from './instruments';

export const QUANTITY = 100_000_000;
export const CASH = 10_000;

export type Trade = {
  readonly on: Day;
  readonly kind:
    | 'open'
    | 'deposit'
    | 'contribution'
    | 'withdrawal'
    | 'buy'
    | 'sell'
    | 'reinvestment'
    | 'dividend'
    | 'interest'
    | 'split'
    | 'expiry'
    | 'fee';
  /** Null for cash alone. */
  readonly of: Instrument | null;
  /** Signed: what the position gains. */
  readonly units: number;
  readonly price: number;
  /** Signed as Plaid's amount: positive when cash leaves; fees are in it. */
  readonly amount: number;
  readonly fees: number;
};

export type Position = { readonly of: Instrument; readonly units: number; readonly cost: number };

export type Standing = {
  readonly since: Day;
  readonly cash: number;
  /** By symbol. */
  readonly positions: ReadonlyMap<string, Position>;
};

/** The standing after one more trade; cost follows the average method. */
export function afterTrade(before: Standing | undefined, trade: Trade): Standing {
  const positions = new Map(before?.positions);
  const cash = (before?.cash ?? 0) - trade.amount;
  const { of, on: since } = trade;
  if (of === null || trade.units === 0) return { since, cash, positions };
  const held = positions.get(of.symbol) ?? { of, units: 0, cost: 0 };
  const units = held.units + trade.units;
  if (units === 0) positions.delete(of.symbol);
  else positions.set(of.symbol, { of, units, cost: costAfter(held, trade) });
  return { since, cash, positions };
}

/** A split changes no cost; what came over from elsewhere cost what it was worth then. */
function costAfter(held: Position, { units, price, amount, kind }: Trade): number {
  if (units < 0) return Math.round((held.cost * (held.units + units)) / held.units);
  return held.cost + (kind === 'open' ? worthOf(units, price) : amount);
}

/** What so many units come to at a price, to the cent. */
export function worthOf(units: number, price: number): number {
  return Math.round((units / QUANTITY) * price * 100) * (CASH / 100);
}
