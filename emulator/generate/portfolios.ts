/** A brokerage account's year: money comes in, buys by plan, pays, splits, costs a fee, and now and then leaves. */
import { addDays, addMonthsTo, type Day } from '@/lib/core/day';
import type { Ticker } from '../personas/listed-securities';
import { merchant } from '../personas/merchants';
import { openBook } from './book';
import { businessDay, dateInMonth, marketDay } from './calendar';
import type { Instrument } from './instruments';
import { cents, type Life, type Strand } from './life';
import { bookedAtOnce } from './movement';
import { cashNow, heldNow, note, noteCash, type PortfolioRecord, positionsNow } from './portfolio-record';
import { CASH, QUANTITY, worthOf } from './positions';
import { buyFor, sellFor, sellUnits, split, tradeOption } from './trading';

const DAYS_TO_ARRIVE = 2;
/** Retirement plans are paid into, other accounts are topped up. */
const PLANS = /^(401[ak]|403B|457b|ira|roth|roth 401k|sep ira|simple ira|hsa|529|pension)$/;

export function portfolios(life: Life, records: readonly PortfolioRecord[]): Strand {
  return (today) => {
    for (const record of records) {
      if (today === record.openedOn) open(life, record);
      if (today > record.openedOn) live(life, record, today);
    }
  };
}

/** Splits come before the market opens; then what the day brings, and last what is owed for it. */
function live(life: Life, record: PortfolioRecord, today: Day): void {
  for (const of of record.listed.values()) split(record, of, today);
  contribute(life, record, today);
  sellByPlan(life, record, today);
  withdraw(life, record, today);
  for (const of of record.options) tradeOption(record, of, today);
  if (isQuarterDay(today, 15)) payDividends(record, today);
  payCoupons(record, today);
  payInterest(record, today);
  if (isQuarterDay(today, 31)) chargeFee(record, today);
}

function open(life: Life, record: PortfolioRecord): void {
  const { opened, worth } = record.portfolio;
  const cash = Math.round(opened.cash * CASH);
  openWith(
    record,
    worth === undefined ? cash : cashThatLeadsTo(Math.round(worth * CASH), cash, life, record),
  );
}

function openWith(record: PortfolioRecord, cash: number): void {
  const on = record.openedOn;
  for (const [ticker, of] of record.listed) {
    const units = Math.round((record.portfolio.opened.positions[ticker] ?? 0) * QUANTITY);
    if (units > 0) note(record, { on, kind: 'open', of, units, price: of.priceOn(on), amount: 0, fees: 0 });
  }
  note(record, { on, kind: 'deposit', of: null, units: 0, price: 0, amount: -cash, fees: 0 });
}

/** More cash in the beginning buys an option or pays a fee now and then, so that one try may not be enough. */
const TRIES = 5;

/** The first cash with which the account comes to its figure on the day of the link, found by living until then. */
function cashThatLeadsTo(worth: number, guess: number, life: Life, record: PortfolioRecord): number {
  let cash = guess;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const missing = worth - worthAfter(cash, life, record);
    if (missing === 0) break;
    cash += missing;
  }
  return cash;
}

function worthAfter(cash: number, life: Life, record: PortfolioRecord): number {
  const { linkedOn } = life.span;
  const trial = { ...record, trades: [], standings: [] };
  const unseen = { ...life, book: openBook() };
  openWith(trial, cash);
  for (let on = addDays(record.openedOn, 1); on <= linkedOn; on = addDays(on, 1)) live(unseen, trial, on);
  const held = positionsNow(trial).map(({ of, units }) => worthOf(units, of.priceOn(linkedOn)));
  return held.reduce((sum, value) => sum + value, cashNow(trial));
}

/** The leg at the paying bank, and two days later the cash here, which buys on the same day. */
function contribute({ book, persona }: Life, record: PortfolioRecord, today: Day): void {
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
  const subtype = persona.accounts.find(({ key }) => key === account)?.subtype ?? '';
  const kind = PLANS.test(subtype) ? 'contribution' : 'deposit';
  noteCash(record, kind, -Math.round(gift.amount * CASH), today);
  for (const [ticker, of] of record.listed) {
    buyFor(record, of, (gift.amount * (gift.buys[ticker] ?? 0)) / 100, today);
  }
}

function arrival(sent: Day): Day {
  return businessDay(addDays(sent, DAYS_TO_ARRIVE));
}

function sellByPlan({ span }: Life, record: PortfolioRecord, today: Day): void {
  for (const { monthsAgo, ticker, percent } of record.portfolio.sells ?? []) {
    const of = record.listed.get(ticker);
    if (!of || today !== marketDay(dateInMonth(addMonthsTo(span.linkedOn, -monthsAgo), 18))) continue;
    sellUnits(record, of, Math.round((heldNow(record, of) * percent) / 100 / 10_000) * 10_000, today);
  }
}

/** Sold, taken out on the same day, and two days later at the bank; left out where there is not enough. */
function withdraw({ book }: Life, record: PortfolioRecord, today: Day): void {
  const { withdrawal: taken, account } = record.portfolio;
  if (!taken || today !== businessDay(dateInMonth(today, taken.on))) return;
  for (const [ticker, of] of record.listed) {
    sellFor(record, of, (taken.amount * (taken.sells[ticker] ?? 0)) / 100, today);
  }
  const amount = Math.round(taken.amount * CASH);
  if (amount > cashNow(record)) return;
  noteCash(record, 'withdrawal', amount, today);
  const key = `withdrawal ${account} ${today}`;
  const leg = { key, at: merchant(taken.in), cents: -cents(taken.amount), on: arrival(today) };
  book.write(taken.to, bookedAtOnce(leg));
}

/** Paid in cash on every kind of share; where the plan says so it buys more of the same at once. */
function payDividends(record: PortfolioRecord, on: Day): void {
  for (const { of, units } of positionsNow(record)) {
    if (!of.listing || of.listing.bond) continue;
    const value = (units / QUANTITY) * of.priceOn(on);
    const dollars = Math.round((value * of.listing.pays) / 4) / 100;
    noteCash(record, 'dividend', -Math.round(dollars * CASH), on, of);
    if (reinvests(record, of)) buyFor(record, of, dollars, on, 'reinvestment');
  }
}

function reinvests({ portfolio }: PortfolioRecord, { symbol }: Instrument): boolean {
  return (portfolio.reinvests ?? []).some((ticker: Ticker) => ticker === symbol);
}

/** Half the year's interest on the day of the month that the bond ends on, and on the one half a year away. */
function payCoupons(record: PortfolioRecord, on: Day): void {
  for (const { of, units } of positionsNow(record)) {
    const bond = of.listing?.bond;
    if (!bond || !of.listing || Number(on.slice(5, 7)) % 6 !== Number(bond.maturesOn.slice(5, 7)) % 6)
      continue;
    if (on !== businessDay(dateInMonth(on, Number(bond.maturesOn.slice(8))))) continue;
    const coupon = (units / QUANTITY) * bond.faceValue * of.listing.pays;
    noteCash(record, 'interest', -Math.round(coupon / 2) * (CASH / 100), on, of);
  }
}

function payInterest(record: PortfolioRecord, on: Day): void {
  if (on !== dateInMonth(on, 31)) return;
  const earned = Math.round((cashNow(record) * (record.portfolio.cashYield ?? 0)) / 120_000);
  if (earned > 0) noteCash(record, 'interest', -earned * (CASH / 100), on);
}

/** As far as there is cash for it. */
function chargeFee(record: PortfolioRecord, on: Day): void {
  const fee = Math.round((record.portfolio.feePerQuarter ?? 0) * CASH);
  noteCash(record, 'fee', Math.min(fee, cashNow(record)), on);
}

function isQuarterDay(today: Day, date: number): boolean {
  return Number(today.slice(5, 7)) % 3 === 0 && today === marketDay(dateInMonth(today, date));
}
