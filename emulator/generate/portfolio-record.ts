/** The book of one brokerage account while its days are lived: what it may hold, what was traded, what stands. */
import { addMonthsTo, type Day } from '@/lib/core/day';
import { type Ticker, TICKERS } from '../personas/listed-securities';
import type { Portfolio } from '../personas/persona';
import { marketDay } from './calendar';
import { type Instrument, listedInstrument } from './instruments';
import type { Life } from './life';
import { optionInstrument } from './options';
import { afterTrade, type Position, type Standing, type Trade } from './positions';

export type PortfolioRecord = {
  readonly portfolio: Portfolio;
  readonly openedOn: Day;
  readonly listed: ReadonlyMap<Ticker, Instrument>;
  readonly options: readonly Instrument[];
  readonly trades: Trade[];
  readonly standings: Standing[];
};

export function planPortfolio(portfolio: Portfolio, { span }: Life): PortfolioRecord {
  const shares = new Map(tickersOf(portfolio).map((ticker) => [ticker, listedInstrument(ticker, span.end)]));
  const options = (portfolio.options ?? []).map((held) =>
    optionInstrument(held, shares.get(held.on) ?? listedInstrument(held.on, span.end), span.linkedOn),
  );
  const openedOn = marketDay(addMonthsTo(span.linkedOn, -portfolio.opened.monthsAgo));
  return { portfolio, openedOn, listed: shares, options, trades: [], standings: [] };
}

/** Every instrument the portfolio ever holds. */
export function instrumentsOf({ listed, options }: PortfolioRecord): Instrument[] {
  return [...listed.values(), ...options];
}

export function note(record: PortfolioRecord, made: Trade): void {
  record.trades.push(made);
  record.standings.push(afterTrade(record.standings.at(-1), made));
}

/** Cash that comes (negative, as Plaid counts) or leaves, for nothing in exchange. */
export function noteCash(
  record: PortfolioRecord,
  kind: Trade['kind'],
  amount: number,
  on: Day,
  of: Instrument | null = null,
): void {
  if (amount === 0) return;
  note(record, { on, kind, of, units: 0, price: 0, amount, fees: kind === 'fee' ? amount : 0 });
}

export function heldNow(record: PortfolioRecord, { symbol }: Instrument): number {
  return record.standings.at(-1)?.positions.get(symbol)?.units ?? 0;
}

export function cashNow(record: PortfolioRecord): number {
  return record.standings.at(-1)?.cash ?? 0;
}

export function positionsNow(record: PortfolioRecord): Position[] {
  return [...(record.standings.at(-1)?.positions.values() ?? [])];
}

function tickersOf({ opened, contribution }: Portfolio): Ticker[] {
  const named = { ...opened.positions, ...contribution?.buys };
  return TICKERS.filter((ticker) => ticker in named);
}
