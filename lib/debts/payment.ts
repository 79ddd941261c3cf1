/** What is left to pay by the next due day? */
import type { Day } from '@/lib/core/day';

/** Amounts as owed or paid, positive minor units. */
export type Statement = {
  kind: 'credit' | 'mortgage' | 'student' | 'loan' | 'line-of-credit';
  nextDueDay: Day | null;
  minimumPayment: number | null;
  statementBalance: number | null;
  statementDay: Day | null;
  lastPaymentAmount: number | null;
  lastPaymentDay: Day | null;
};

/**
 * A card's statement less what was paid since it was issued; a loan's payment as the servicer asks for it.
 * Null when no payment is expected, or the bank names no amount.
 */
export function amountDue(debt: Statement): number | null {
  if (debt.nextDueDay === null) return null;
  if (debt.kind !== 'credit') return debt.minimumPayment;
  if (debt.statementBalance === null) return debt.minimumPayment;
  return Math.max(0, debt.statementBalance - paidSinceStatement(debt));
}

function paidSinceStatement({ statementDay, lastPaymentDay, lastPaymentAmount }: Statement): number {
  const isAfter = statementDay !== null && lastPaymentDay !== null && lastPaymentDay >= statementDay;
  return isAfter ? (lastPaymentAmount ?? 0) : 0;
}
