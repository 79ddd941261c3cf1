/** How money moved, in the few words that European banks have for it (FLD-5); elsewhere nobody says. */
import { TransactionCode } from 'plaid';
import { findInstitution } from '../institutions/institutions';
import type { BankRow } from '../login';

/** By the beginning of the category, the closest first. */
const BY_CATEGORY: readonly (readonly [prefix: string, code: TransactionCode])[] = [
  ['TRANSFER_OUT_WITHDRAWAL', TransactionCode.Atm],
  ['BANK_FEES_INTEREST_CHARGE', TransactionCode.Interest],
  ['INCOME_INTEREST_EARNED', TransactionCode.Interest],
  ['BANK_FEES', TransactionCode.BankCharge],
  ['LOAN_PAYMENTS', TransactionCode.StandingOrder],
  ['TRANSFER', TransactionCode.Transfer],
  ['INCOME', TransactionCode.Transfer],
];

/** Whether a bank names codes: those of the United States and Canada do not. */
export function namesCodes(institutionId: string): boolean {
  const countries = findInstitution(institutionId)?.countries ?? ['US'];
  return !countries.some((country) => country === 'US' || country === 'CA');
}

export function transactionCodeOf({ category, channel, checkNumber }: BankRow): TransactionCode {
  if (checkNumber !== null) return TransactionCode.Cheque;
  const known = BY_CATEGORY.find(([prefix]) => category?.detailed.startsWith(prefix));
  if (known) return known[1];
  return channel === 'other' ? TransactionCode.DirectDebit : TransactionCode.Purchase;
}
