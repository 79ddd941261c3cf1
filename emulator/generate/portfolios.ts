/** A brokerage account's year: money comes in, buys by plan, pays dividends, costs a fee, sells now and then. */
import { addDays, addMonthsTo, type Day } from '@/lib/core/day';
import { listed, type Ticker, TICKERS } from '../personas/listed-securities';
import { merchant } from '../personas/merchants';
import type { Portfolio } from '../personas/persona';
import { businessDay, dateInMonth, marketDay } from './calendar';
import { cents, type Life, type Strand } from './life';
import { bookedAtOnce } from './movement';
import { afterTrade, CASH, QUANTITY, type Standing, type Trade } from './positions';
import { walk } from './prices';

export type PortfolioRecord = {
  readonly portfolio: Portfolio;
  readonly openedOn: Day;
  readonly priceOf: (ticker: Ticker, on: Day) => number;
  readonly trades: Trade[];
  readonly standings: Standing[];
};

const DAYS_TO_ARRIVE = 2;

export function planPortfolio(portfolio: Portfolio, { span }: Life): PortfolioRecord {
  const walks = new Map(tickersOf(portfolio).map((ticker) => [ticker, walk(listed(ticker), span.end)]));
  const openedOn = marketDay(addMonthsTo(span.linkedOn, -portfolio.opened.monthsAgo));
  const priceOf = (ticker: Ticker, on: Day) => walks.get(ticker)?.(on) ?? 0;
  return { portfolio, openedOn, priceOf, trades: [], standings: [] };
}

export function portfolios(life: Life, records: readonly PortfolioRecord[]): Strand {
  return (today) => {
    for (const record of records) {
      if (today === record.openedOn) open(record, life.span.linkedOn);
      if (today <= record.openedOn) continue;
      contribute(life, record, today);
      sell(life, record, today);
      if (isQuarterDay(today, 15)) payDividends(record, today);
      if (isQuarterDay(today, 31)) chargeFee(record, today);
    }
  };
}

/** Every security the portfolio ever holds. */
export function tickersOf({ opened, contribution }: Portfolio): Ticker[] {
  const named = { ...opened.positions, ...contribution?.buys };
  return TICKERS.filter((ticker) => ticker in named);
}

function open(record: PortfolioRecord, linkedOn: Day): void {
  const { opened, worth } = record.portfolio;
  const on = record.openedOn;
  let inSecurities = 0;
  for (const ticker of tickersOf(record.portfolio)) {
    const units = Math.round((opened.positions[ticker] ?? 0) * QUANTITY);
    if (units === 0) continue;
    inSecurities += Math.round((units / QUANTITY) * record.priceOf(ticker, linkedOn) * 100) * (CASH / 100);
    trade(record, { on, kind: 'open', ticker, units, price: record.priceOf(ticker, on), amount: 0, fees: 0 });
  }
  const cash = worth === undefined ? Math.round(opened.cash * CASH) : Math.round(worth * CASH) - inSecurities;
  trade(record, { on, kind: 'deposit', ticker: null, units: 0, price: 0, amount: -cash, fees: 0 });
}

/** The leg at the paying bank, and two days later the cash here, which buys on the same day. */
function contribute({ book }: Life, record: PortfolioRecord, today: Day): void {
  const { contribution: gift, account } = record.portfolio;
  if (!gift) return;
  const sentOn = (on: Day) => on === businessDay(dateInMonth(on, gift.on));
  if (gift.from && sentOn(today) && arrival(today) > record.openedOn) {
    const key = `contribution ${account} ${today}`;
    book.write(
      gift.from,
      bookedAtOnce({ key, at: merchant(gift.out), cents: cents(gift.amount), on: today }),
    );
  }
  const sent = [2, 3, 4]
    .map((days) => addDays(today, -days))
    .find((on) => sentOn(on) && arrival(on) === today);
  if (!sent) return;
  const amount = -Math.round(gift.amount * CASH);
  trade(record, { on: today, kind: 'deposit', ticker: null, units: 0, price: 0, amount, fees: 0 });
  for (const ticker of tickersOf(record.portfolio)) {
    buy(record, ticker, (gift.amount * (gift.buys[ticker] ?? 0)) / 100, today);
  }
}

function arrival(sent: Day): Day {
  return businessDay(addDays(sent, DAYS_TO_ARRIVE));
}

function buy(record: PortfolioRecord, ticker: Ticker, dollars: number, on: Day): void {
  const price = record.priceOf(ticker, on);
  if (dollars <= 0 || price <= 0) return;
  const finest = listed(ticker).type === 'cryptocurrency' ? 1 : 10_000;
  const units = Math.floor(((dollars / price) * QUANTITY) / finest) * finest;
  const amount = Math.round((units / QUANTITY) * price * 100) * (CASH / 100);
  trade(record, { on, kind: 'buy', ticker, units, price, amount, fees: 0 });
}

function sell({ span }: Life, record: PortfolioRecord, today: Day): void {
  for (const { monthsAgo, ticker, percent } of record.portfolio.sells ?? []) {
    if (today !== marketDay(dateInMonth(addMonthsTo(span.linkedOn, -monthsAgo), 18))) continue;
    const held = record.standings.at(-1)?.positions.get(ticker)?.units ?? 0;
    const units = -Math.round((held * percent) / 100 / 10_000) * 10_000;
    const price = record.priceOf(ticker, today);
    const fees = Math.round(1.25 * CASH);
    const amount = Math.round((units / QUANTITY) * price * 100) * (CASH / 100) + fees;
    if (units < 0) trade(record, { on: today, kind: 'sell', ticker, units, price, amount, fees });
  }
}

function payDividends(record: PortfolioRecord, on: Day): void {
  for (const [ticker, { units }] of record.standings.at(-1)?.positions ?? []) {
    const value = (units / QUANTITY) * record.priceOf(ticker, on);
    const amount = -Math.round((value * listed(ticker).pays) / 4) * (CASH / 100);
    if (amount < 0) trade(record, { on, kind: 'dividend', ticker, units: 0, price: 0, amount, fees: 0 });
  }
}

function chargeFee(record: PortfolioRecord, on: Day): void {
  const amount = Math.round((record.portfolio.feePerQuarter ?? 0) * CASH);
  if (amount > 0) trade(record, { on, kind: 'fee', ticker: null, units: 0, price: 0, amount, fees: amount });
}

function isQuarterDay(today: Day, date: number): boolean {
  return Number(today.slice(5, 7)) % 3 === 0 && today === marketDay(dateInMonth(today, date));
}

function trade(record: PortfolioRecord, made: Trade): void {
  record.trades.push(made);
  record.standings.push(afterTrade(record.standings.at(-1), made));
}
