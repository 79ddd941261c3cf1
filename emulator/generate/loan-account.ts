/** A loan as its lender shows it: the balance is what the plan leaves to pay. */
import type { Day } from '@/lib/core/day';
import type { LoginAccount, Movement } from '../login';
import type { Persona } from '../personas/persona';
import { type AccountFacts, accountShell } from './account';
import { loanLiability } from './loan-liability';
import { leftOn, type LoanPlan } from './loans';

export function loanAccount(
  facts: AccountFacts,
  plan: LoanPlan,
  persona: Persona,
  movements: readonly Movement[],
): LoginAccount {
  const balancesOn = (day: Day) => ({ available: null, current: leftOn(plan, day) / 100, limit: null });
  return { ...accountShell(facts), movements, balancesOn, liabilityOn: loanLiability(plan, persona) };
}
