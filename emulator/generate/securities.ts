/** The securities behind portfolios, each with its close of a day; cash is one of them (INV-6). */
import type { Security } from 'plaid';
import type { Day } from '@/lib/core/day';
import { securityIdFor, securityOn } from './instruments';
import { instrumentsOf, type PortfolioRecord } from './portfolio-record';
import { securityOf } from './security';

export const CASH_SECURITY_ID = securityIdFor('CUR:USD');

export function securitiesIn(records: readonly PortfolioRecord[], on: Day): Security[] {
  if (records.length === 0) return [];
  const held = records
    .flatMap(instrumentsOf)
    .map((instrument) => [instrument.securityId, securityOn(instrument, on)] as const);
  return [cash(), ...new Map(held).values()];
}

function cash(): Security {
  return securityOf({
    security_id: CASH_SECURITY_ID,
    name: 'U S Dollar',
    ticker_symbol: 'CUR:USD',
    type: 'cash',
    subtype: 'cash',
    close_price: 1,
    currency: 'USD',
  });
}
