import 'server-only';
import type { APR, CreditCardLiability, MortgageLiability, StudentLoan } from 'plaid';
import type { Day } from '@/lib/core/day';
import { decimal, type Decimal } from '@/lib/core/money';
import { currencyOf, dayOrNull, decimalOrNull, minorOrNull } from './amounts';
import { callPlaid } from './client';

export type BankApr = {
  type: string;
  percentage: Decimal;
  balanceSubject: number | null;
  interestCharge: number | null;
};

/** Terms of one debt; amounts are positive, as the bank words them (what is owed, what was paid). */
export type BankLiability = {
  plaidAccountId: string;
  kind: 'credit' | 'mortgage' | 'student';
  currency: string;
  aprs: BankApr[];
  interestRate: Decimal | null;
  interestRateType: string | null;
  isOverdue: boolean | null;
  minimumPayment: number | null;
  nextDueDay: Day | null;
  lastPaymentAmount: number | null;
  lastPaymentDay: Day | null;
  statementBalance: number | null;
  statementDay: Day | null;
  pastDueAmount: number | null;
  originationDay: Day | null;
  originationPrincipal: number | null;
  outstandingInterest: number | null;
  payoffDay: Day | null;
  ytdInterest: number | null;
  ytdPrincipal: number | null;
  escrowBalance: number | null;
  details: Record<string, string | number | boolean | null>;
};

/** Each of the three lists may be null (LIA-1). */
export async function pullLiabilities(
  accessToken: string,
): Promise<{ liabilities: BankLiability[]; requestId: string }> {
  const data = await callPlaid((api) => api.liabilitiesGet({ access_token: accessToken }));
  const currencies = new Map(data.accounts.map((of) => [of.account_id, currencyOf(of.balances)]));
  const currency = (accountId: string | null) => currencies.get(accountId ?? '') ?? 'USD';
  const { credit, mortgage, student } = data.liabilities;
  const liabilities = [
    ...(credit ?? []).map((of) => mapCredit(of, currency(of.account_id))),
    ...(mortgage ?? []).map((of) => mapMortgage(of, currency(of.account_id))),
    ...(student ?? []).map((of) => mapStudent(of, currency(of.account_id))),
  ];
  return { liabilities: liabilities.filter((of) => of !== null), requestId: data.request_id };
}

export function mapCredit(of: CreditCardLiability, currency: string): BankLiability | null {
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

export function mapMortgage(of: MortgageLiability, currency: string): BankLiability {
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
      lateFee: of.current_late_fee === null ? null : decimal(of.current_late_fee),
      hasPmi: of.has_pmi,
      hasPrepaymentPenalty: of.has_prepayment_penalty,
      loanType: of.loan_type_description,
      loanTerm: of.loan_term,
      property: addressText(of.property_address),
    },
  };
}

export function mapStudent(of: StudentLoan, currency: string): BankLiability | null {
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
      loanName: of.loan_name,
      guarantor: of.guarantor,
      status: of.loan_status?.type ?? null,
      statusEnds: of.loan_status?.end_date ?? null,
      repaymentPlan: of.repayment_plan?.description ?? of.repayment_plan?.type ?? null,
      sequenceNumber: of.sequence_number,
      paymentReference: of.payment_reference_number,
      pslfEstimatedEligibility: of.pslf_status?.estimated_eligibility_date ?? null,
      servicer: addressText(of.servicer_address),
      disbursements: of.disbursement_dates?.join(', ') ?? null,
    },
  };
}

type Payments = {
  next_payment_due_date: string | null;
  last_payment_amount: number | null;
  last_payment_date: string | null;
};

function payments(of: Payments, currency: string) {
  return {
    nextDueDay: dayOrNull(of.next_payment_due_date),
    lastPaymentAmount: minorOrNull(of.last_payment_amount, currency),
    lastPaymentDay: dayOrNull(of.last_payment_date),
  };
}

type Origin = {
  origination_date: string | null;
  origination_principal_amount: number | null;
  ytd_interest_paid: number | null;
  ytd_principal_paid: number | null;
};

function origin(of: Origin, currency: string) {
  return {
    originationDay: dayOrNull(of.origination_date),
    originationPrincipal: minorOrNull(of.origination_principal_amount, currency),
    ytdInterest: minorOrNull(of.ytd_interest_paid, currency),
    ytdPrincipal: minorOrNull(of.ytd_principal_paid, currency),
  };
}

function mapApr(apr: APR, currency: string): BankApr {
  return {
    type: apr.apr_type,
    percentage: decimal(apr.apr_percentage),
    balanceSubject: minorOrNull(apr.balance_subject_to_apr, currency),
    interestCharge: minorOrNull(apr.interest_charge_amount, currency),
  };
}

type Address = {
  street?: string | null;
  city?: string | null;
  region?: string | null;
  postal_code?: string | null;
};

function addressText(of: Address | null | undefined): string | null {
  const text = [of?.street, of?.city, of?.region, of?.postal_code].filter(Boolean).join(', ');
  return text || null;
}

function blank(plaidAccountId: string, kind: BankLiability['kind'], currency: string): BankLiability {
  return {
    plaidAccountId,
    kind,
    currency,
    aprs: [],
    interestRate: null,
    interestRateType: null,
    isOverdue: null,
    minimumPayment: null,
    nextDueDay: null,
    lastPaymentAmount: null,
    lastPaymentDay: null,
    statementBalance: null,
    statementDay: null,
    pastDueAmount: null,
    originationDay: null,
    originationPrincipal: null,
    outstandingInterest: null,
    payoffDay: null,
    ytdInterest: null,
    ytdPrincipal: null,
    escrowBalance: null,
    details: {},
  };
}
