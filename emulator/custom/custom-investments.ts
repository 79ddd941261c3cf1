/** A custom user's holdings and investment transactions: the file's figures, and what follows from them. */
import Big from 'big.js';
import {
  InvestmentTransactionSubtype,
  InvestmentTransactionType,
  type OptionContract,
  type Security,
} from 'plaid';
import type { Day } from '@/lib/core/day';
import { currencyCodes, securityOf } from '../generate/security';
import { idFor } from '../generate/seeded';
import type { LoginHolding, LoginInvestmentTransaction } from '../login';
import type { CustomAccount, CustomHolding, CustomInvestmentTransaction, CustomSecurity } from './schema';

const CRYPTO = ['BTC', 'ETH', 'DOGE', 'SOL', 'LTC', 'ADA', 'XRP', 'USDC', 'USDT'];

/** The exchanges' own way to write an option: six letters at most, a date, call or put, and the price in thousandths. */
const OPTION = /^([A-Z]{1,6})(\d{2})(\d{2})(\d{2})([CP])(\d{8})$/;

const CODES = {
  buy: [InvestmentTransactionType.Buy, InvestmentTransactionSubtype.Buy],
  sell: [InvestmentTransactionType.Sell, InvestmentTransactionSubtype.Sell],
  cancel: [InvestmentTransactionType.Cancel, InvestmentTransactionSubtype.Trade],
  fee: [InvestmentTransactionType.Fee, InvestmentTransactionSubtype.AccountFee],
  transfer: [InvestmentTransactionType.Transfer, InvestmentTransactionSubtype.Transfer],
} as const;

/** Price, cost and quantity pass through untouched, cost also where the file means it per unit (C-26). */
export function customHolding(holding: CustomHolding, fallback: string, linkedOn: Day): LoginHolding {
  const currency = holding.currency ?? holding.security.currency ?? fallback;
  return {
    security_id: securityId(holding.security, currency),
    quantity: holding.quantity,
    institution_price: holding.institution_price,
    institution_price_as_of: holding.institution_price_as_of ?? linkedOn,
    institution_price_datetime: null,
    institution_value: times(holding.quantity, holding.institution_price),
    cost_basis: holding.cost_basis ?? null,
    ...currencyCodes(currency),
  };
}

/** The file gives no amount: it is quantity times price with the fees, signed as cash leaves (INV-10). */
export function customInvestmentTransaction(
  row: CustomInvestmentTransaction,
  index: number,
  fallback: string,
): LoginInvestmentTransaction {
  const currency = row.currency ?? row.security?.currency ?? fallback;
  const amount = Number(new Big(row.quantity).times(row.price).plus(row.fees ?? 0));
  const [type, subtype] = row.type === 'cash' ? cashCodes(amount) : CODES[row.type];
  return {
    key: `investment ${index}`,
    security_id: row.security ? securityId(row.security, currency) : null,
    date: row.date,
    name: row.name,
    quantity: row.quantity,
    amount,
    price: row.price,
    fees: row.fees ?? null,
    type,
    subtype,
    ...currencyCodes(currency),
  };
}

/** Every security that the account names, once. */
export function customSecurities(account: CustomAccount): Security[] {
  const fallback = account.currency ?? 'USD';
  const held = (account.holdings ?? []).map((holding) =>
    toSecurity(holding.security, holding.currency ?? holding.security.currency ?? fallback, holding),
  );
  const traded = (account.investment_transactions ?? []).flatMap(({ security, currency }) =>
    security ? [toSecurity(security, currency ?? security.currency ?? fallback)] : [],
  );
  return [...new Map([...traded, ...held].map((security) => [security.security_id, security])).values()];
}

function toSecurity(named: CustomSecurity, currency: string, held?: CustomHolding): Security {
  const ticker = named.ticker_symbol ?? null;
  return securityOf({
    security_id: securityId(named, currency),
    name: named.name ?? ticker ?? named.isin ?? named.cusip ?? named.sedol ?? null,
    ticker_symbol: ticker,
    type: typeOf(ticker),
    option_contract: optionIn(ticker),
    isin: named.isin ?? null,
    cusip: named.cusip ?? null,
    sedol: named.sedol ?? null,
    close_price: held?.institution_price ?? null,
    close_price_as_of: held?.institution_price_as_of ?? null,
    currency: named.currency ?? currency,
  });
}

/** Shared over people and banks, as Plaid's are (INV-7). */
function securityId(named: CustomSecurity, currency: string): string {
  const known = named.ticker_symbol ?? named.cusip ?? named.isin ?? named.sedol ?? named.name ?? '';
  return idFor(37, 'security', known, named.currency ?? currency);
}

function typeOf(ticker: string | null): string {
  if (ticker === null) return 'other';
  const code = ticker.replace(/^CUR:/, '');
  if (CRYPTO.includes(code)) return 'cryptocurrency';
  if (ticker.startsWith('CUR:') || ticker === 'USD') return 'cash';
  return OPTION.test(ticker) ? 'derivative' : 'equity';
}

/** The ticker of an option says all of it: what it is on, until when, to buy or sell, and at which price. */
function optionIn(ticker: string | null): OptionContract | null {
  const [, underlying, year, month, date, kind, strike] = OPTION.exec(ticker ?? '') ?? [];
  if (!underlying || !strike) return null;
  return {
    contract_type: kind === 'C' ? 'call' : 'put',
    expiration_date: `20${year}-${month}-${date}`,
    strike_price: Number(strike) / 1000,
    underlying_security_ticker: underlying,
  };
}

function cashCodes(amount: number) {
  const subtype = amount < 0 ? InvestmentTransactionSubtype.Deposit : InvestmentTransactionSubtype.Withdrawal;
  return [InvestmentTransactionType.Cash, subtype] as const;
}

function times(quantity: number, price: number): number {
  return Number(new Big(quantity).times(price));
}
