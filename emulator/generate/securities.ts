/** The securities behind portfolios, each with its close of a day; cash is one of them (INV-6). */
import type { Security } from 'plaid';
import type { Day } from '@/lib/core/day';
import { listed, type Ticker } from '../personas/listed-securities';
import { marketDay } from './calendar';
import { type PortfolioRecord, tickersOf } from './portfolios';
import { currencyCodes, securityOf } from './security';
import { idFor } from './seeded';

export const CASH_SECURITY_ID = idFor(37, 'security', 'CUR:USD', 'USD');

export function securityIdOf(ticker: Ticker): string {
  return idFor(37, 'security', ticker, 'USD');
}

export function securitiesIn(records: readonly PortfolioRecord[], on: Day): Security[] {
  if (records.length === 0) return [];
  const held = records.flatMap((record) =>
    tickersOf(record.portfolio).map((ticker) => [ticker, toSecurity(record, ticker, on)] as const),
  );
  return [cash(), ...new Map(held).values()];
}

function toSecurity(record: PortfolioRecord, ticker: Ticker, on: Day): Security {
  const { name, type, always, sector = null, industry = null } = listed(ticker);
  return securityOf({
    security_id: securityIdOf(ticker),
    name,
    ticker_symbol: ticker,
    type,
    sector,
    industry,
    close_price: record.priceOf(ticker, on),
    close_price_as_of: always ? on : marketDay(on),
    currency: 'USD',
  });
}

function cash(): Security {
  const facts = { security_id: CASH_SECURITY_ID, name: 'U S Dollar', ticker_symbol: 'CUR:USD', type: 'cash' };
  return { ...securityOf({ ...facts, close_price: 1, currency: 'USD' }), ...currencyCodes('USD') };
}
