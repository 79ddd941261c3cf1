/** Buying, selling and what is done with options: each a trade whose cash and units belong together. */
import type { Day } from '@/lib/core/day';
import type { Instrument } from './instruments';
import { cashNow, heldNow, note, type PortfolioRecord } from './portfolio-record';
import { CASH, QUANTITY, worthOf } from './positions';

const SALE_FEE = Math.round(1.25 * CASH);
const CONTRACT = 100;
const CONTRACT_FEE = Math.round(0.65 * CASH);
/** The finest part of a share that brokers keep, and that of a coin. */
const SHARE_GRAIN = QUANTITY / 10_000;
const COIN_GRAIN = 1;

/** As many units as so many dollars buy; none where they buy none. */
export function buyFor(
  record: PortfolioRecord,
  of: Instrument,
  dollars: number,
  on: Day,
  kind: 'buy' | 'reinvestment' = 'buy',
): void {
  const price = of.priceOn(on);
  const grain = of.listing?.type === 'cryptocurrency' ? COIN_GRAIN : SHARE_GRAIN;
  const units = price > 0 ? Math.floor(((dollars / price) * QUANTITY) / grain) * grain : 0;
  if (units > 0) note(record, { on, kind, of, units, price, amount: worthOf(units, price), fees: 0 });
}

/** Sells so many units, or all there are, where they bring more than the fee that is kept back. */
export function sellUnits(record: PortfolioRecord, of: Instrument, wanted: number, on: Day): void {
  const units = -Math.min(wanted, heldNow(record, of));
  const price = of.priceOn(on);
  const amount = worthOf(units, price) + SALE_FEE;
  if (amount < 0) note(record, { on, kind: 'sell', of, units, price, amount, fees: SALE_FEE });
}

/** Enough units to bring so many dollars after the fee. */
export function sellFor(record: PortfolioRecord, of: Instrument, dollars: number, on: Day): void {
  const price = of.priceOn(on);
  if (dollars <= 0 || price <= 0) return;
  const units = Math.ceil(((dollars + SALE_FEE / CASH) / price) * (QUANTITY / SHARE_GRAIN)) * SHARE_GRAIN;
  sellUnits(record, of, units, on);
}

/** Two for one: as many again, for nothing. */
export function split(record: PortfolioRecord, of: Instrument, on: Day): void {
  const units = heldNow(record, of) * (of.splitOn(on) - 1);
  if (units > 0) note(record, { on, kind: 'split', of, units, price: 0, amount: 0, fees: 0 });
}

/** Buys an option on its day where there is cash for it, and ends it on its last: sold, or let go. */
export function tradeOption(record: PortfolioRecord, of: Instrument, on: Day): void {
  if (on === of.option?.boughtOn) buyContracts(record, of, of.option.held.contracts, on);
  if (on === of.option?.expiresOn) close(record, of, on);
}

function buyContracts(record: PortfolioRecord, of: Instrument, contracts: number, on: Day): void {
  const price = of.priceOn(on);
  const units = contracts * CONTRACT * QUANTITY;
  const fees = contracts * CONTRACT_FEE;
  const amount = worthOf(units, price) + fees;
  if (amount <= cashNow(record)) note(record, { on, kind: 'buy', of, units, price, amount, fees });
}

function close(record: PortfolioRecord, of: Instrument, on: Day): void {
  const held = heldNow(record, of);
  const price = of.priceOn(on);
  if (held === 0) return;
  if (worthOf(held, price) > SALE_FEE) return sellUnits(record, of, held, on);
  note(record, { on, kind: 'expiry', of, units: -held, price: 0, amount: 0, fees: 0 });
}
