/** Which kind of income a row is, from what its bank and Plaid say of it; null for money that is no income. Pure. */
import type { CreditBankIncomeCategory } from 'plaid';
import type { BankRow } from '../login';

export type IncomeKind = `${CreditBankIncomeCategory}`;

/** Plaid's own categories (PFC v1 and v2) that settle it. */
const BY_CATEGORY: Readonly<Record<string, IncomeKind>> = {
  INCOME_WAGES: 'SALARY',
  INCOME_SALARY: 'SALARY',
  INCOME_CONTRACTOR: 'GIG_ECONOMY',
  INCOME_GIG_ECONOMY: 'GIG_ECONOMY',
  INCOME_RENTAL: 'RENTAL',
  INCOME_CHILD_SUPPORT: 'CHILD_SUPPORT',
  INCOME_MILITARY: 'MILITARY',
  INCOME_LONG_TERM_DISABILITY: 'LONG_TERM_DISABILITY',
  INCOME_RETIREMENT_PENSION: 'RETIREMENT',
  INCOME_INTEREST_EARNED: 'BANK_INTEREST',
  INCOME_TAX_REFUND: 'TAX_REFUND',
  INCOME_UNEMPLOYMENT: 'UNEMPLOYMENT',
  TRANSFER_IN_DEPOSIT: 'CASH_DEPOSIT',
  TRANSFER_IN_TRANSFER_IN_FROM_APPS: 'TRANSFER_FROM_APPLICATION',
};

/** Words of bank lines, for categories that leave it open; the first that fits holds. */
const BY_WORDS: readonly (readonly [words: RegExp, kind: IncomeKind])[] = [
  [/unemploy|\bUI BEN/i, 'UNEMPLOYMENT'],
  [/child ?supp/i, 'CHILD_SUPPORT'],
  [/\bSSDI|disab/i, 'LONG_TERM_DISABILITY'],
  [/\bSSA|social sec|pension|retire|annuity/i, 'RETIREMENT'],
  [/\bDFAS|military|army|navy/i, 'MILITARY'],
  [/\brent\b|tenant/i, 'RENTAL'],
  [/uber|lyft|doordash|instacart|grubhub|upwork|fiverr|etsy/i, 'GIG_ECONOMY'],
  [/\bSNAP|benefit|stimulus|\bVA\b/i, 'BENEFIT_OTHER'],
];

const APPS = /venmo|zelle|cash ?app|paypal/i;

export function incomeKind(row: BankRow): IncomeKind | null {
  if (row.amount >= 0) return null;
  const detailed = row.category?.detailed ?? '';
  const known = BY_CATEGORY[detailed];
  if (known && known !== 'SALARY') return known;
  const words = `${row.name} ${row.originalDescription}`;
  const said = BY_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  if (detailed.startsWith('INCOME_')) return said ?? known ?? 'OTHER';
  const byApp = APPS.test(words) || row.counterparties.some(({ type }) => String(type) === 'payment_app');
  return detailed.startsWith('TRANSFER_IN') && byApp ? 'TRANSFER_FROM_APPLICATION' : null;
}
