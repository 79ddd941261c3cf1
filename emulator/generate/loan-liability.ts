/** What the Liabilities product says of a loan on a day, from its plan alone (LIA-3, LIA-4). */
import {
  type MortgageLiability,
  type StudentLoan,
  StudentLoanStatusTypeEnum,
  StudentRepaymentPlanTypeEnum,
} from 'plaid';
import { addMonthsTo, type Day, daysBetween } from '@/lib/core/day';
import type { Liability } from '../login';
import type { Persona } from '../personas/persona';
import type { City } from './bank-row';
import { dateInMonth } from './calendar';
import { leftOn, type LoanInstalment, type LoanPlan } from './loans';
import { hash } from './seeded';
import { accrued } from './study-loans';

/** Days after which an instalment that is not there costs its fee. */
const PATIENCE = 15;

/** Null for a car loan, which the product does not know. */
export function loanLiability(plan: LoanPlan, persona: Persona): (day: Day) => Liability | null {
  const { kind } = plan.loan;
  if (kind === 'auto') return () => null;
  return (day) =>
    kind === 'mortgage'
      ? { kind, facts: mortgageFacts(plan, persona, day) }
      : { kind, facts: studentFacts(plan, persona, day) };
}

function mortgageFacts(plan: LoanPlan, persona: Persona, day: Day): Omit<MortgageLiability, 'account_id'> {
  const { loan, originatedOn, instalments } = plan;
  const { number, ...common } = commonFacts(plan, day);
  return {
    ...common,
    account_number: number,
    current_late_fee: lateFeesOn(plan, day) / 100,
    escrow_balance: loan.escrow ?? null,
    has_pmi: false,
    has_prepayment_penalty: false,
    interest_rate: { percentage: loan.rate, type: 'fixed' },
    loan_type_description: loan.called,
    loan_term: `${Math.round(instalments.length / 12)} year`,
    maturity_date: instalments.at(-1)?.on ?? originatedOn,
    next_monthly_payment: (nextOf(plan, day)?.payment ?? 0) / 100,
    past_due_amount: sumOf(overdueOn(plan, day)) / 100,
    property_address: addressOf(persona.street, persona.city),
  };
}

function studentFacts(plan: LoanPlan, persona: Persona, day: Day): Omit<StudentLoan, 'account_id'> {
  const { loan, lent, instalments } = plan;
  const { number, ...common } = commonFacts(plan, day);
  const next = nextOf(plan, day);
  const due = next ? next.payment / 100 : 0;
  const overdue = overdueOn(plan, day);
  const issuedOn = statementOn(plan, day);
  return {
    ...common,
    account_number: number,
    disbursement_dates: lent.flatMap(({ on }) => (on <= day ? [on] : [])),
    expected_payoff_date: instalments.at(-1)?.on ?? null,
    guarantor: loan.guarantor ?? null,
    interest_rate_percentage: loan.rate,
    is_overdue: overdue.length > 0,
    last_statement_balance: leftOn(plan, issuedOn) / 100,
    last_statement_issue_date: issuedOn,
    loan_name: loan.called,
    loan_status: statusOn(plan, day),
    minimum_payment_amount: due + sumOf(overdue) / 100,
    outstanding_interest_amount: outstandingOn(plan, day) / 100,
    payment_reference_number: number,
    pslf_status: { estimated_eligibility_date: null, payments_made: null, payments_remaining: null },
    repayment_plan: { description: 'Standard Repayment', type: StudentRepaymentPlanTypeEnum.Standard },
    sequence_number: '1',
    servicer_address: addressOf(loan.servicer?.street ?? persona.street, loan.servicer?.city ?? persona.city),
  };
}

function commonFacts(plan: LoanPlan, day: Day) {
  const { loan, originatedOn, instalments } = plan;
  const last = instalments.findLast(({ on }) => on <= day);
  const thisYear = instalments.filter(({ on }) => on <= day && on.slice(0, 4) === day.slice(0, 4));
  const sum = (part: 'interest' | 'principal') =>
    thisYear.reduce((total, paid) => total + paid[part], 0) / 100;
  return {
    number: String(3_000_000_000 + (hash(`${loan.account} ${originatedOn}`) % 1_000_000_000)),
    last_payment_amount: last ? (last.payment + last.fee) / 100 : null,
    last_payment_date: last?.on ?? null,
    next_payment_due_date: nextOf(plan, day)?.dueOn ?? null,
    origination_date: originatedOn,
    origination_principal_amount: lentBy(plan, day) / 100,
    ytd_interest_paid: sum('interest'),
    ytd_principal_paid: sum('principal'),
  };
}

/** What is due next; nothing as long as its student studies (LIA-7). */
function nextOf({ instalments, capitalised }: LoanPlan, day: Day): LoanInstalment | undefined {
  if (capitalised && day < capitalised.on) return undefined;
  return instalments.find(({ dueOn }) => dueOn > day);
}

function overdueOn({ instalments }: LoanPlan, day: Day): readonly LoanInstalment[] {
  return instalments.filter(({ dueOn, on }) => dueOn < day && on > day);
}

function lateFeesOn(plan: LoanPlan, day: Day): number {
  const charged = overdueOn(plan, day).filter(({ dueOn }) => daysBetween(dueOn, day) > PATIENCE);
  return charged.reduce((sum, { fee }) => sum + fee, 0);
}

function sumOf(instalments: readonly LoanInstalment[]): number {
  return instalments.reduce((sum, { payment }) => sum + payment, 0);
}

function lentBy({ lent }: LoanPlan, day: Day): number {
  const parts = lent.filter(({ on }, index) => index === 0 || on <= day);
  return parts.reduce((sum, part) => sum + part.cents, 0);
}

/** Statements are struck when an instalment is paid; before the first, monthly. */
function statementOn({ instalments, originatedOn, loan }: LoanPlan, day: Day): Day {
  const last = instalments.findLast(({ on }) => on <= day);
  if (last) return last.on;
  const thisMonth = dateInMonth(day, loan.on);
  const struck = thisMonth <= day ? thisMonth : dateInMonth(addMonthsTo(thisMonth, -1), loan.on);
  return struck < originatedOn ? originatedOn : struck;
}

function statusOn(
  { studiesEndOn, capitalised, instalments }: LoanPlan,
  day: Day,
): StudentLoan['loan_status'] {
  const { Delinquent, InGrace, InSchool, PaidInFull, Repayment } = StudentLoanStatusTypeEnum;
  if (studiesEndOn && day < studiesEndOn) return { type: InSchool, end_date: studiesEndOn };
  if (capitalised && day < capitalised.on) return { type: InGrace, end_date: capitalised.on };
  if (instalments.some(({ dueOn, on }) => dueOn < day && on > day))
    return { type: Delinquent, end_date: null };
  return { type: instalments.some(({ on }) => on > day) ? Repayment : PaidInFull, end_date: null };
}

/** Interest that is neither paid nor part of what is owed: of years of study, else since the last payment. */
function outstandingOn(plan: LoanPlan, day: Day): number {
  const { capitalised, loan, lent, instalments, originatedOn } = plan;
  const isSubsidised = 'subsidised' in loan.terms && loan.terms.subsidised;
  if (capitalised && day < capitalised.on) return isSubsidised ? 0 : accrued(lent, loan.rate, day);
  const since = instalments.findLast(({ on }) => on <= day)?.on ?? capitalised?.on ?? originatedOn;
  return Math.round((leftOn(plan, day) * loan.rate * Math.max(0, daysBetween(since, day))) / 36_500);
}

function addressOf(street: string, { city, region, postalCode, country }: City) {
  return { street, city, region, postal_code: postalCode, country };
}
