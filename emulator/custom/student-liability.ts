/** What the Liabilities product says of a custom user's student loan: the file first, then its plan (LIA-4). */
import { type StudentLoan, StudentLoanStatusTypeEnum, StudentRepaymentPlanTypeEnum } from 'plaid';
import type { Day } from '@/lib/core/day';
import { hash } from '../generate/seeded';
import type { Liability } from '../login';
import type { CustomLiability } from './schema';
import { monthAt, type StudentMonth, type StudentPlan } from './student-plan';

export function studentLiability(file: CustomLiability, plan: StudentPlan, day: Day): Liability {
  const next = plan.months.find(({ on, payment }) => on > day && payment > 0);
  const isRepaying = next !== undefined && plan.months.find(({ payment }) => payment > 0) !== next;
  const facts: Omit<StudentLoan, 'account_id'> = {
    ...paid(plan, day),
    ...named(file),
    account_number: String(4_000_000_000 + (hash(JSON.stringify(file)) % 1_000_000_000)),
    disbursement_dates: [plan.originatedOn],
    expected_payoff_date: file.expected_payoff_date ?? plan.months.at(-1)?.on ?? null,
    interest_rate_percentage: plan.rate,
    loan_status: {
      end_date: file.loan_status?.end_date ?? null,
      type: statusOf(file.loan_status?.type, isRepaying, next),
    },
    minimum_payment_amount: file.minimum_payment_amount ?? (isRepaying ? next.payment / 100 : 0),
    next_payment_due_date: isRepaying ? next.on : null,
    origination_date: plan.originatedOn,
    origination_principal_amount: plan.principal / 100,
    outstanding_interest_amount: (monthAt(plan, day)?.outstanding ?? 0) / 100,
  };
  return { kind: 'student', facts };
}

/** What the file alone knows. */
function named(file: CustomLiability) {
  const { pslf_status: pslf } = file;
  return {
    guarantor: file.guarantor ?? null,
    is_overdue: file.is_overdue ?? false,
    loan_name: file.loan_name ?? null,
    payment_reference_number: file.payment_reference_number ?? null,
    pslf_status: {
      estimated_eligibility_date: pslf?.estimated_eligibility_date ?? null,
      payments_made: pslf?.payments_made ?? null,
      payments_remaining: pslf?.payments_remaining ?? null,
    },
    repayment_plan: {
      description: file.repayment_plan_description ?? 'Standard Repayment',
      type: repaymentPlan(file.repayment_plan_type),
    },
    sequence_number: file.sequence_number ?? '1',
    servicer_address: servicerOf(file),
  };
}

function paid({ months }: StudentPlan, day: Day) {
  const last = months.findLast(({ on, payment }) => on <= day && payment > 0);
  const thisYear = months.filter(({ on }) => on <= day && on.slice(0, 4) === day.slice(0, 4));
  const sum = (part: 'interestPaid' | 'principalPaid') =>
    thisYear.reduce((total, month) => total + month[part], 0);
  const statement = months.findLast(({ on }) => on <= day);
  return {
    last_payment_amount: last ? last.payment / 100 : null,
    last_payment_date: last?.on ?? null,
    last_statement_balance: statement ? (statement.left + statement.outstanding) / 100 : null,
    last_statement_issue_date: statement?.on ?? null,
    ytd_interest_paid: sum('interestPaid') / 100,
    ytd_principal_paid: sum('principalPaid') / 100,
  };
}

function statusOf(named: string | undefined, isRepaying: boolean, next: StudentMonth | undefined) {
  const found = Object.values(StudentLoanStatusTypeEnum).find((status) => status === named);
  if (found) return found;
  if (isRepaying) return StudentLoanStatusTypeEnum.Repayment;
  return next ? StudentLoanStatusTypeEnum.InGrace : StudentLoanStatusTypeEnum.PaidInFull;
}

function repaymentPlan(named: string | undefined): StudentRepaymentPlanTypeEnum {
  const found = Object.values(StudentRepaymentPlanTypeEnum).find((plan) => plan === named);
  return (
    found ??
    (named === undefined ? StudentRepaymentPlanTypeEnum.Standard : StudentRepaymentPlanTypeEnum.Other)
  );
}

function servicerOf({ servicer_address: address }: CustomLiability) {
  const {
    city = null,
    region = null,
    street = null,
    postal_code = null,
    country = null,
  } = address?.data ?? {};
  return { city, region, street, postal_code, country };
}
