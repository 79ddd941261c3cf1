/** What the Liabilities product says of a loan on a day, from its plan alone (LIA-3, LIA-4). */
import {
  type MortgageLiability,
  type StudentLoan,
  StudentLoanStatusTypeEnum,
  StudentRepaymentPlanTypeEnum,
} from 'plaid';
import { type Day, daysBetween } from '@/lib/core/day';
import type { Liability } from '../login';
import type { Persona } from '../personas/persona';
import type { City } from './bank-row';
import { leftOn, type LoanPlan } from './loans';
import { hash } from './seeded';

export function loanLiability(plan: LoanPlan, persona: Persona): (day: Day) => Liability {
  return (day) =>
    plan.loan.kind === 'mortgage'
      ? { kind: 'mortgage', facts: mortgageFacts(plan, persona, day) }
      : { kind: 'student', facts: studentFacts(plan, persona, day) };
}

function mortgageFacts(plan: LoanPlan, persona: Persona, day: Day): Omit<MortgageLiability, 'account_id'> {
  const { loan, originatedOn, instalments } = plan;
  const { number, ...common } = commonFacts(plan, day);
  return {
    ...common,
    account_number: number,
    current_late_fee: 0,
    escrow_balance: loan.escrow ?? null,
    has_pmi: false,
    has_prepayment_penalty: false,
    interest_rate: { percentage: loan.rate, type: 'fixed' },
    loan_type_description: loan.called,
    loan_term: `${Math.round(instalments.length / 12)} year`,
    maturity_date: instalments.at(-1)?.on ?? originatedOn,
    next_monthly_payment: (nextOf(plan, day)?.payment ?? 0) / 100,
    past_due_amount: 0,
    property_address: addressOf(persona.street, persona.city),
  };
}

function studentFacts(plan: LoanPlan, persona: Persona, day: Day): Omit<StudentLoan, 'account_id'> {
  const { loan, originatedOn, instalments } = plan;
  const { number, ...common } = commonFacts(plan, day);
  const next = nextOf(plan, day);
  const due = next ? next.payment / 100 : 0;
  const statementOn = instalments.findLast(({ on }) => on <= day)?.on ?? originatedOn;
  const { Repayment, PaidInFull } = StudentLoanStatusTypeEnum;
  return {
    ...common,
    account_number: number,
    disbursement_dates: [originatedOn],
    expected_payoff_date: instalments.at(-1)?.on ?? null,
    guarantor: loan.guarantor ?? null,
    interest_rate_percentage: loan.rate,
    is_overdue: false,
    last_statement_balance: due,
    last_statement_issue_date: statementOn,
    loan_name: loan.called,
    loan_status: { end_date: null, type: next ? Repayment : PaidInFull },
    minimum_payment_amount: due,
    outstanding_interest_amount: accruedSince(plan, statementOn, day) / 100,
    payment_reference_number: number,
    pslf_status: { estimated_eligibility_date: null, payments_made: null, payments_remaining: null },
    repayment_plan: { description: 'Standard Repayment', type: StudentRepaymentPlanTypeEnum.Standard },
    sequence_number: '1',
    servicer_address: addressOf(loan.servicer?.street ?? persona.street, loan.servicer?.city ?? persona.city),
  };
}

function commonFacts(plan: LoanPlan, day: Day) {
  const { loan, originatedOn, principal, instalments } = plan;
  const last = instalments.findLast(({ on }) => on <= day);
  const thisYear = instalments.filter(({ on }) => on <= day && on.slice(0, 4) === day.slice(0, 4));
  const sum = (part: 'interest' | 'principal') =>
    thisYear.reduce((total, paid) => total + paid[part], 0) / 100;
  return {
    number: String(3_000_000_000 + (hash(`${loan.account} ${originatedOn}`) % 1_000_000_000)),
    last_payment_amount: last ? last.payment / 100 : null,
    last_payment_date: last?.on ?? null,
    next_payment_due_date: nextOf(plan, day)?.on ?? null,
    origination_date: originatedOn,
    origination_principal_amount: principal / 100,
    ytd_interest_paid: sum('interest'),
    ytd_principal_paid: sum('principal'),
  };
}

function nextOf({ instalments }: LoanPlan, day: Day) {
  return instalments.find(({ on }) => on > day);
}

/** Simple interest by the day on what is still owed. */
function accruedSince(plan: LoanPlan, since: Day, day: Day): number {
  return Math.round((leftOn(plan, day) * plan.loan.rate * Math.max(0, daysBetween(since, day))) / 36_500);
}

function addressOf(street: string, { city, region, postalCode, country }: City) {
  return { street, city, region, postal_code: postalCode, country };
}
