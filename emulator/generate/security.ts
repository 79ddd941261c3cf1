/** A security in Plaid's full shape from the few things that are known of it (INV-5). */
import type { Security } from 'plaid';
import { isOfficial } from '@/lib/core/currency';

export type SecurityFacts = Pick<Security, 'security_id' | 'name' | 'ticker_symbol' | 'type'> &
  Partial<
    Pick<
      Security,
      | 'isin'
      | 'cusip'
      | 'sedol'
      | 'close_price'
      | 'close_price_as_of'
      | 'sector'
      | 'industry'
      | 'subtype'
      | 'market_identifier_code'
      | 'fixed_income'
      | 'option_contract'
      | 'update_datetime'
    >
  > & {
    readonly currency: string;
  };

export function securityOf({ currency, ...facts }: SecurityFacts): Security {
  return {
    isin: null,
    cusip: null,
    sedol: null,
    institution_security_id: null,
    institution_id: null,
    proxy_security_id: null,
    is_cash_equivalent: facts.type === 'cash',
    close_price: null,
    close_price_as_of: null,
    market_identifier_code: null,
    sector: null,
    industry: null,
    cfi_code: null,
    figi: null,
    option_contract: null,
    fixed_income: null,
    update_datetime: null,
    ...facts,
    ...currencyCodes(currency),
  };
}

/** Just one of the two codes is ever set (GEN-10). */
export function currencyCodes(currency: string) {
  return isOfficial(currency)
    ? { iso_currency_code: currency, unofficial_currency_code: null }
    : { iso_currency_code: null, unofficial_currency_code: currency };
}
