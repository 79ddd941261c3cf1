/** Which product sees which account (ACC-4). */
import type { Products } from 'plaid';
import type { LoginAccount } from '../login';

type Kind = Pick<LoginAccount, 'type' | 'subtype'>;

export function isTransactional({ type, subtype }: Kind): boolean {
  return type === 'depository' || type === 'credit' || (type === 'loan' && subtype === 'student');
}

export function isDebt({ type, subtype }: Kind): boolean {
  return type === 'credit' || (type === 'loan' && (subtype === 'student' || subtype === 'mortgage'));
}

export function isInvestment({ type }: Kind): boolean {
  return type === 'investment';
}

/** Recurring streams are looked for in checking, savings and credit-card accounts alone (REC-5). */
export function hasStreams({ type, subtype }: Kind): boolean {
  if (type === 'credit') return true;
  return type === 'depository' && (subtype === 'checking' || subtype === 'savings');
}

/** Whether an account has something to show for a product (ACC-4). */
export function fits(product: string, account: LoginAccount): boolean {
  if (product === 'transactions' || product === 'recurring_transactions') return isTransactional(account);
  if (product === 'liabilities') return isDebt(account);
  if (product === 'investments') return isInvestment(account);
  if (product === 'income_verification') return account.type === 'depository';
  return true;
}

/** Those of the products that some account has something to show for. */
export function fitting(products: readonly Products[], accounts: readonly LoginAccount[]): Products[] {
  return products.filter((product) => accounts.some((account) => fits(product, account)));
}
