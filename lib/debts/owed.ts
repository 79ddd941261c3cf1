/** What is owed, as a debt screen says it: our balances are negative for debts, and are turned round here only. */
import { type Money, money, negate } from '@/lib/core/money';

/** Positive is owed; negative means that the bank owes the person. Null when the bank gives no balance. */
export function owed(account: { balance: number | null; currency: string }): Money | null {
  return account.balance === null ? null : negate(money(account.balance, account.currency));
}

/** Share of a card's limit in use, never below zero; null without a balance or a limit. */
export function utilisation(card: { balance: number | null; creditLimit: number | null }): number | null {
  if (card.balance === null || card.creditLimit === null || card.creditLimit <= 0) return null;
  return Math.max(0, -card.balance / card.creditLimit);
}
