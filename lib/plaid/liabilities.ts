import 'server-only';
import type {
  CreditCardLiability,
  LineOfCreditLiability,
  LoanLiability,
  MortgageLiability,
  StudentLoan,
} from 'plaid';
import { decimal } from '@/lib/core/money';
import { currencyOf, dayOrNull, decimalOrNull, minorOrNull } from './amounts';
import { callPlaid } from './client';
import {
  addressText,
  type BankLiability,
  blank,
  mapApr,
  numberEnd,
  origin,
  payments,
} from './liability-parts';

/** Each of the lists may be null, and the newer two may be missing (LIA-1, LIA-13). */
export async function pullLiabilities(
  accessToken: string,
): Promise<{ liabilities: BankLiability[]; requestId: string }> {
  const data = await callPlaid((api) => api.liabilitiesGet({ access_token: accessToken }));
  const currencies = new Map(data.accounts.map((of) => [of.account_id, currencyOf(of.balances)]));
  const currency = (accountId: string | null) => currencies.get(accountId ?? '') ?? 'USD';
  const { credit, mortgage, student, loan, line_of_credit } = data.liabilities;
  const liabilities = [
    ...(credit ?? []).map((of) => mapCredit(of, currency(of.account_id))),
    ...(mortgage ?? []).map((of) => mapMortgage(of, currency(of.account_id))),
    ...(student ?? []).map((of) => mapStudent(of, currency(of.account_id))),
    ...(loan ?? []).map((of) => mapLoan(of, currency(of.account_id))),
    ...(line_of_credit ?? []).map((of) => mapLineOfCredit(of, currency(of.account_id))),
  ];
  return { liabilities: liabilities.filter((of) => of !== null), requestId: data.request_id };
}

function mapCredit(of: CreditCardLiability, currency: string): BankLiability | null {
  if (!of.account_id) return null;
  return {
    ...blank(of.account_id, 'credit', currency),
    aprs: of.aprs.map((apr) => mapApr(apr, currency)),
    isOverdue: of.is_overdue,
    minimumPayment: minorOrNull(of.minimum_payment_amount, currency),
    ...payments(of, currency),
    statementBalance: minorOrNull(of.last_statement_balance, currency),
    statementDay: dayOrNull(of.last_statement_issue_date),
  };
}

function mapMortgage(of: MortgageLiability, currency: string): BankLiability {
  return {
    ...blank(of.account_id, 'mortgage', currency),
    interestRate: decimalOrNull(of.interest_rate.percentage),
    interestRateType: of.interest_rate.type,
    isOverdue: of.past_due_amount === null ? null : of.past_due_amount > 0,
    minimumPayment: minorOrNull(of.next_monthly_payment, currency),
    ...payments(of, currency),
    ...origin(of, currency),
    pastDueAmount: minorOrNull(of.past_due_amount, currency),
    payoffDay: dayOrNull(of.maturity_date),
    escrowBalance: minorOrNull(of.escrow_balance, currency),
    details: {
      numberEnd: numberEnd(of.account_number),
      lateFee: of.current_late_fee === null ? null : decimal(of.current_late_fee),
      hasPmi: of.has_pmi,
      hasPrepaymentPenalty: of.has_prepayment_penalty,
      loanType: of.loan_type_description,
      loanTerm: of.loan_term,
      property: addressText(of.property_address),
    },
  };
}

function mapStudent(of: StudentLoan, currency: string): BankLiability | null {
  if (!of.account_id) return null;
  return {
    ...blank(of.account_id, 'student', currency),
    interestRate: decimalOrNull(of.interest_rate_percentage),
    isOverdue: of.is_overdue,
    minimumPayment: minorOrNull(of.minimum_payment_amount, currency),
    ...payments(of, currency),
    ...origin(of, currency),
    statementBalance: minorOrNull(of.last_statement_balance, currency),
    statementDay: dayOrNull(of.last_statement_issue_date),
    outstandingInterest: minorOrNull(of.outstanding_interest_amount, currency),
    payoffDay: dayOrNull(of.expected_payoff_date),
    details: {
      numberEnd: numberEnd(of.account_number),
      loanName: of.loan_name,
      guarantor: of.guarantor,
      status: of.loan_status?.type ?? null,
      statusEnds: of.loan_status?.end_date ?? null,
      repaymentPlan: of.repayment_plan?.description ?? of.repayment_plan?.type ?? null,
      repaymentPlanType: of.repayment_plan?.description ? (of.repayment_plan.type ?? null) : null,
      sequenceNumber: of.sequence_number,
      paymentReference: of.payment_reference_number,
      pslfEstimatedEligibility: of.pslf_status?.estimated_eligibility_date ?? null,
      pslfPaymentsMade: of.pslf_status?.payments_made ?? null,
      pslfPaymentsRemaining: of.pslf_status?.payments_remaining ?? null,
      servicer: addressText(of.servicer_address),
      disbursements: of.disbursement_dates?.join(', ') ?? null,
    },
  };
}

/** A loan with an end, as for a car or a roof (LIA-13). */
export function mapLoan(of: LoanLiability, currency: string): BankLiability {
  return {
    ...blank(of.account_id, 'loan', currency),
    interestRate: decimalOrNull(of.interest_rate?.percentage),
    interestRateType: of.interest_rate?.type ?? null,
    minimumPayment: minorOrNull(of.next_payment_amount, currency),
    ...payments(of, currency),
    ...origin(of, currency),
    payoffDay: dayOrNull(of.maturity_date),
    details: {
      numberEnd: numberEnd(of.account_number),
      loanTermMonths: of.loan_term_months ?? null,
      paymentCount: of.payment_count ?? null,
      paymentFrequency: of.payment_frequency ?? null,
      compoundingPeriod: of.compounding_period ?? null,
      principalBalance: decimalOrNull(of.principal_balance),
      payoffAmount: decimalOrNull(of.payoff_amount),
    },
  };
}

/** Credit that is drawn and paid back at will (LIA-13). */
export function mapLineOfCredit(of: LineOfCreditLiability, currency: string): BankLiability {
  return {
    ...blank(of.account_id, 'line-of-credit', currency),
    aprs: (of.aprs ?? []).map((apr) => mapApr(apr, currency)),
    interestRate: decimalOrNull(of.interest_rate?.percentage),
    interestRateType: of.interest_rate?.type ?? null,
    isOverdue: of.past_due_amount == null ? null : of.past_due_amount > 0,
    minimumPayment: minorOrNull(of.minimum_payment_amount ?? of.next_payment_amount, currency),
    ...payments(of, currency),
    statementBalance: minorOrNull(of.last_statement_balance, currency),
    statementDay: dayOrNull(of.last_statement_issue_date),
    pastDueAmount: minorOrNull(of.past_due_amount, currency),
    details: {
      creditLimit: decimalOrNull(of.credit_limit),
      availableCredit: decimalOrNull(of.available_credit),
      principalBalance: decimalOrNull(of.principal_balance),
      nextPayment: decimalOrNull(of.next_payment_amount),
      financeCharges: decimalOrNull(of.finance_charges),
      drawPeriodEnds: of.draw_period_end_date ?? null,
    },
  };
}
