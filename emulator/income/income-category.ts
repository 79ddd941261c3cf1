/** Which kind of income a row is, from what its bank and Plaid say of it; null for money that is no income. Pure. */
import { CounterpartyType, type CreditBankIncomeCategory } from 'plaid';
import { categoryIn } from '../categories/taxonomy';
import type { BankRow } from '../login';

export type IncomeKind = `${CreditBankIncomeCategory}`;

/** Plaid's own categories of version 2 that settle it. */
const BY_CATEGORY: Readonly<Record<string, IncomeKind>> = {
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

/** Words of the state's payments, which have no category of their own. */
const BENEFITS = /benefit|stimulus|\bsnap\b|\btanf\b|veterans affairs/i;

export function incomeKind(row: BankRow): IncomeKind | null {
  if (row.amount >= 0) return null;
  const { originalDescription } = row;
  const detailed = categoryIn('v2', row.category, originalDescription)?.detailed ?? '';
  const known = BY_CATEGORY[detailed];
  if (known) return known;
  if (detailed.startsWith('INCOME_')) return BENEFITS.test(originalDescription) ? 'BENEFIT_OTHER' : 'OTHER';
  return detailed.startsWith('TRANSFER_IN_') && row.counterparties.some(isApp)
    ? 'TRANSFER_FROM_APPLICATION'
    : null;
}

function isApp({ type }: BankRow['counterparties'][number]): boolean {
  return type === CounterpartyType.PaymentApp;
}
