/** A brokerage account as its broker shows it: holdings of a day, and the trades that made them. */
import { InvestmentTransactionSubtype as Subtype, InvestmentTransactionType as Type } from 'plaid';
import type { Day } from '@/lib/core/day';
import type { LoginAccount, LoginHolding, LoginInvestmentTransaction } from '../login';
import { listed, type Ticker } from '../personas/listed-securities';
import { type AccountFacts, accountShell } from './account';
import { marketDay } from './calendar';
import type { PortfolioRecord } from './portfolios';
import { CASH, type Position, QUANTITY, type Standing, type Trade } from './positions';
import { CASH_SECURITY_ID, securityIdOf } from './securities';
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
  const positions = [...standing.positions].map(([ticker, position]) =>
    toHolding(record, ticker, position, day),
  );
  return standing.cash > 0 ? [...positions, cashHolding(standing.cash / CASH, day)] : positions;
}

function toHolding(
  record: PortfolioRecord,
  ticker: Ticker,
  { units, cost }: Position,
  day: Day,
): LoginHolding {
  const price = record.priceOf(ticker, day);
  const quantity = units / QUANTITY;
  return {
    security_id: securityIdOf(ticker),
    quantity,
    institution_price: price,
    institution_price_as_of: listed(ticker).always ? day : marketDay(day),
    institution_price_datetime: null,
    institution_value: Math.round(quantity * price * 100) / 100,
    cost_basis: cost / CASH,
    ...currencyCodes('USD'),
  };
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
  buy: [Type.Buy, Subtype.Buy, 'BUY'],
  sell: [Type.Sell, Subtype.Sell, 'SELL'],
  dividend: [Type.Cash, Subtype.Dividend, 'DIVIDEND'],
  fee: [Type.Fee, Subtype.ManagementFee, 'MANAGEMENT FEE'],
} as const;

function toTransaction(trade: Trade, index: number): LoginInvestmentTransaction {
  const [type, subtype, word] = CODES[trade.kind];
  const isCash = trade.ticker === null;
  return {
    key: `${trade.kind} ${trade.ticker ?? 'cash'} ${trade.on} ${index}`,
    security_id: isCash ? CASH_SECURITY_ID : securityIdOf(trade.ticker),
    date: trade.on,
    name: isCash ? word : `${word} ${listed(trade.ticker).name}`,
    quantity: isCash ? -trade.amount / CASH : trade.units / QUANTITY,
    amount: trade.amount === 0 ? 0 : trade.amount / CASH,
    price: isCash ? 1 : trade.price,
    fees: trade.fees / CASH,
    type,
    subtype,
    ...currencyCodes('USD'),
  };
}
