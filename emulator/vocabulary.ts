/** Plaid's closed lists of words, as far as requests are checked against them. */
import { type CountryCode, Products } from 'plaid';

const PRODUCTS: ReadonlySet<string> = new Set<`${Products}`>([
  'assets',
  'auth',
  'balance',
  'balance_plus',
  'beacon',
  'cra_base_report',
  'cra_cashflow_insights',
  'cra_home_lending',
  'cra_income_insights',
  'cra_lend_score',
  'cra_monitoring',
  'cra_network_insights',
  'cra_partner_insights',
  'cra_plaid_credit_score',
  'cra_qualify',
  'credit_details',
  'employment',
  'identity',
  'identity_match',
  'identity_verification',
  'income',
  'income_verification',
  'investments',
  'investments_auth',
  'layer',
  'liabilities',
  'pay_by_bank',
  'payment_initiation',
  'processor_identity',
  'processor_payments',
  'profile',
  'protect_linked_bank',
  'protect_transactions',
  'recurring_transactions',
  'signal',
  'standing_orders',
  'statements',
  'transactions',
  'transactions_refresh',
  'transfer',
]);

const COUNTRIES: ReadonlySet<string> = new Set<`${CountryCode}`>([
  'AT',
  'BE',
  'CA',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GB',
  'IE',
  'IT',
  'LT',
  'LV',
  'NL',
  'NO',
  'PL',
  'PT',
  'SE',
  'US',
]);

export function isProduct(text: string): text is Products {
  return PRODUCTS.has(text);
}

export function isCountry(text: string): text is CountryCode {
  return COUNTRIES.has(text);
}

/** The products that the emulator itself asks about; Plaid's client has them as an enum. */
export const TRANSACTIONS = Products.Transactions;
export const LIABILITIES = Products.Liabilities;
export const INVESTMENTS = Products.Investments;
export const ASSETS = Products.Assets;
export const STATEMENTS = Products.Statements;
export const IDENTITY = Products.Identity;
export const AUTH = Products.Auth;
export const CRA_BASE_REPORT = Products.CraBaseReport;
export const INCOME_VERIFICATION = Products.IncomeVerification;
