import 'server-only';
import type { Holding, InvestmentTransaction, Security } from 'plaid';
import type { Day } from '@/lib/core/day';
import { decimal, type Decimal } from '@/lib/core/money';
import { currencyOf, dayOrNull, decimalOrNull, flipped, minorOf, minorOrNull, readable } from './amounts';
import { callPlaid } from './client';

const PAGE = 500;
const MAX_RESTARTS = 3;

export type BankSecurity = {
  plaidSecurityId: string;
  name: string | null;
  ticker: string | null;
  type: string;
  subtype: string | null;
  sector: string | null;
  isCashEquivalent: boolean;
  closePrice: Decimal | null;
  closePriceDay: Day | null;
  currency: string | null;
  details: Record<string, string | null>;
};

export type BankHolding = {
  plaidAccountId: string;
  plaidSecurityId: string;
  quantity: Decimal;
  price: Decimal;
  priceDay: Day | null;
  value: number;
  costBasis: number | null;
  currency: string;
};

/** `amount` is our sign: cash that enters the account is positive (INV-10 flipped). */
export type BankInvestmentTransaction = {
  plaidInvestmentTransactionId: string;
  plaidAccountId: string;
  plaidSecurityId: string | null;
  day: Day;
  name: string;
  type: string;
  subtype: string | null;
  quantity: Decimal;
  price: Decimal;
  amount: number;
  fees: number | null;
  currency: string;
};

export type PulledHoldings = {
  holdings: BankHolding[];
  /** Rows with an amount beyond exact counting. */
  unreadable: number;
  securities: BankSecurity[];
  /** Typed in at Plaid by the person, so that much is missing (INV-16). */
  isFallback: boolean;
  requestId: string;
};

export async function pullHoldings(accessToken: string): Promise<PulledHoldings> {
  const data = await callPlaid((api) => api.investmentsHoldingsGet({ access_token: accessToken }));
  const holdings = data.holdings.flatMap((row) => readable(() => mapHolding(row)) ?? []);
  return {
    holdings,
    unreadable: data.holdings.length - holdings.length,
    securities: data.securities.map(mapSecurity),
    isFallback: data.is_investments_fallback_item ?? false,
    requestId: data.request_id,
  };
}

export type PulledActivity = {
  transactions: BankInvestmentTransaction[];
  securities: BankSecurity[];
  /** Rows without a day, or with an amount beyond exact counting. */
  unreadable: number;
  requestIds: string[];
};

/**
 * Every investment transaction from `first` to `last`. Pages move by offset over data that may change: a
 * total that differs between two pages starts the window over (INV-8).
 */
export async function pullInvestmentTransactions(
  accessToken: string,
  window: { first: Day; last: Day },
): Promise<PulledActivity> {
  for (let restart = 0; restart < MAX_RESTARTS; restart++) {
    const whole = await readWindow(accessToken, window);
    if (whole) return whole;
  }
  throw new Error('The investment transactions kept changing while they were read.');
}

async function readWindow(
  accessToken: string,
  window: { first: Day; last: Day },
): Promise<PulledActivity | null> {
  const rows = new Map<string, BankInvestmentTransaction>();
  const securities = new Map<string, BankSecurity>();
  const requestIds: string[] = [];
  let [total, unreadable]: [number | null, number] = [null, 0];
  for (let offset = 0; total === null || offset < total; ) {
    const data = await callPlaid((api) =>
      api.investmentsTransactionsGet({
        access_token: accessToken,
        start_date: window.first,
        end_date: window.last,
        // Where they were not asked for at Link, a call would wait for minutes; so it answers "not ready" (INV-9).
        options: { count: PAGE, offset, async_update: true },
      }),
    );
    if (total !== null && total !== data.total_investment_transactions) return null;
    total = data.total_investment_transactions;
    requestIds.push(data.request_id);
    for (const row of data.investment_transactions) {
      const mapped = readable(() => mapInvestmentTransaction(row));
      if (mapped) rows.set(mapped.plaidInvestmentTransactionId, mapped);
      else unreadable += 1;
    }
    for (const security of data.securities) securities.set(security.security_id, mapSecurity(security));
    if (data.investment_transactions.length === 0) break;
    offset += data.investment_transactions.length;
  }
  return { transactions: [...rows.values()], securities: [...securities.values()], unreadable, requestIds };
}

export function mapHolding(holding: Holding): BankHolding {
  const currency = currencyOf(holding);
  return {
    plaidAccountId: holding.account_id,
    plaidSecurityId: holding.security_id,
    quantity: decimal(holding.quantity),
    price: decimal(holding.institution_price),
    priceDay: dayOrNull(holding.institution_price_as_of),
    value: minorOf(holding.institution_value, currency),
    costBasis: minorOrNull(holding.cost_basis, currency),
    currency,
  };
}

function mapSecurity(security: Security): BankSecurity {
  return {
    plaidSecurityId: security.security_id,
    name: security.name,
    ticker: security.ticker_symbol,
    type: security.type ?? 'other',
    subtype: security.subtype ?? null,
    sector: security.sector ?? null,
    isCashEquivalent: security.is_cash_equivalent ?? false,
    closePrice: decimalOrNull(security.close_price),
    closePriceDay: dayOrNull(security.close_price_as_of),
    currency: security.iso_currency_code ?? security.unofficial_currency_code,
    details: { isin: security.isin, cusip: security.cusip, industry: security.industry ?? null },
  };
}

export function mapInvestmentTransaction(row: InvestmentTransaction): BankInvestmentTransaction | null {
  const currency = currencyOf(row);
  const day = dayOrNull(row.date);
  if (!day) return null;
  return {
    plaidInvestmentTransactionId: row.investment_transaction_id,
    plaidAccountId: row.account_id,
    plaidSecurityId: row.security_id,
    day,
    name: row.name,
    type: row.type,
    subtype: row.subtype ?? null,
    quantity: decimal(row.quantity),
    price: decimal(row.price),
    amount: flipped(row.amount, currency),
    fees: minorOrNull(row.fees, currency),
    currency,
  };
}
