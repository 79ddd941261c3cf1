/** A brokerage account as its broker shows it: holdings of a day, and the trades that made them. */
import { InvestmentTransactionSubtype as Subtype, InvestmentTransactionType as Type } from 'plaid';
import type { Day } from '@/lib/core/day';
import type { LoginAccount, LoginHolding, LoginInvestmentTransaction } from '../login';
import { type AccountFacts, accountShell } from './account';
import { monthsBetween } from './calendar';
import type { PortfolioRecord } from './portfolio-record';
import { CASH, type Position, QUANTITY, type Standing, type Trade, worthOf } from './positions';
import { CASH_SECURITY_ID } from './securities';
import { currencyCodes } from './security';

export function brokerageAccount(facts: AccountFacts, record: PortfolioRecord): LoginAccount {
  const holdingsOn = (day: Day) => holdings(record, day);
  return {
    ...accountShell(facts),
    holdingsOn,
    investmentTransactions: record.trades.map(toTransaction),
    balancesOn(day) {
      const value = holdingsOn(day).reduce(
        (sum, { institution_value }) => sum + Math.round(institution_value * CASH),
        0,
      );
      const cash = (standingOn(record, day)?.cash ?? 0) / CASH;
      return { available: facts.namesAvailable === false ? null : cash, current: value / CASH, limit: null };
    },
  };
}

function standingOn({ standings }: PortfolioRecord, day: Day): Standing | undefined {
  return standings.findLast(({ since }) => since <= day);
}

function holdings(record: PortfolioRecord, day: Day): LoginHolding[] {
  const standing = standingOn(record, day);
  if (!standing) return [];
  const positions = [...standing.positions.values()].map((position) => ({
    ...toHolding(position, day),
    ...vestedIn(record, position, day),
  }));
  return standing.cash > 0 ? [...positions, cashHolding(standing.cash / CASH, day)] : positions;
}

/** An option is counted in shares, a hundred to the contract, so that its value is quantity times price, too (INV-6). */
function toHolding({ of, units, cost }: Position, day: Day): LoginHolding {
  const price = of.priceOn(day);
  return {
    security_id: of.securityId,
    quantity: units / QUANTITY,
    institution_price: price,
    institution_price_as_of: of.pricedOn(day),
    institution_price_datetime: null,
    institution_value: worthOf(units, price) / CASH,
    cost_basis: cost / CASH,
    ...currencyCodes('USD'),
  };
}

/** Whole units of a share that vests, as far as its months have come; nothing of any other. */
function vestedIn({ portfolio, openedOn }: PortfolioRecord, { of, units }: Position, day: Day) {
  const { vests } = portfolio;
  if (!vests || vests.ticker !== of.symbol) return {};
  const share = Math.min(1, monthsBetween(openedOn, day) / vests.overMonths);
  const vested = Math.floor((units * share) / QUANTITY) * QUANTITY;
  return { vested_quantity: vested / QUANTITY, vested_value: worthOf(vested, of.priceOn(day)) / CASH };
}

function cashHolding(cash: number, day: Day): LoginHolding {
  return {
    security_id: CASH_SECURITY_ID,
    quantity: cash,
    institution_price: 1,
    institution_price_as_of: day,
    institution_price_datetime: null,
    institution_value: cash,
    cost_basis: cash,
    ...currencyCodes('USD'),
  };
}

const CODES = {
  open: [Type.Transfer, Subtype.Transfer, 'TRANSFER IN'],
  deposit: [Type.Cash, Subtype.Deposit, 'CASH DEPOSIT'],
  contribution: [Type.Cash, Subtype.Contribution, 'CONTRIBUTION'],
  withdrawal: [Type.Cash, Subtype.Withdrawal, 'WITHDRAWAL'],
  buy: [Type.Buy, Subtype.Buy, 'BUY'],
  sell: [Type.Sell, Subtype.Sell, 'SELL'],
  reinvestment: [Type.Buy, Subtype.DividendReinvestment, 'REINVEST'],
  dividend: [Type.Cash, Subtype.Dividend, 'DIVIDEND'],
  interest: [Type.Cash, Subtype.Interest, 'INTEREST'],
  split: [Type.Transfer, Subtype.Split, 'STOCK SPLIT'],
  expiry: [Type.Transfer, Subtype.Expire, 'EXPIRED'],
  fee: [Type.Fee, Subtype.ManagementFee, 'MANAGEMENT FEE'],
} as const;

function toTransaction(trade: Trade, index: number): LoginInvestmentTransaction {
  const [type, subtype, word] = CODES[trade.kind];
  const { of } = trade;
  return {
    key: `${trade.kind} ${of?.symbol ?? 'cash'} ${trade.on} ${index}`,
    security_id: of?.securityId ?? CASH_SECURITY_ID,
    date: trade.on,
    name: of ? `${word} ${of.name}` : word,
    quantity: of ? trade.units / QUANTITY : -trade.amount / CASH,
    amount: trade.amount === 0 ? 0 : trade.amount / CASH,
    price: of ? trade.price : 1,
    fees: trade.fees / CASH,
    type,
    subtype,
    ...currencyCodes('USD'),
  };
}
