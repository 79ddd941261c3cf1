/** Which product sees which account (ACC-4). */
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
