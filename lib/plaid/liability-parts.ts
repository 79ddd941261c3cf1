/** What all kinds of debt share: the shape we keep, and how its parts are read. */
import 'server-only';
import type { APR } from 'plaid';
import type { Day } from '@/lib/core/day';
import { decimal, type Decimal } from '@/lib/core/money';
import { dayOrNull, minorOrNull } from './amounts';

export type BankApr = {
  type: string;
  percentage: Decimal;
  balanceSubject: number | null;
  interestCharge: number | null;
};

/** Terms of one debt; amounts are positive, as the bank words them (what is owed, what was paid). */
export type BankLiability = {
  plaidAccountId: string;
  kind: 'credit' | 'mortgage' | 'student' | 'loan' | 'line-of-credit';
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

/** A loan's number opens doors on the telephone: its last four characters tell one loan from another. */
export function numberEnd(accountNumber: string | null | undefined): string | null {
  return accountNumber ? accountNumber.slice(-4) : null;
}

type Payments = {
  next_payment_due_date: string | null;
  last_payment_amount: number | null;
  last_payment_date: string | null;
};

export function payments(of: Payments, currency: string) {
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
  ytd_principal_paid?: number | null;
};

export function origin(of: Origin, currency: string) {
  return {
    originationDay: dayOrNull(of.origination_date),
    originationPrincipal: minorOrNull(of.origination_principal_amount, currency),
    ytdInterest: minorOrNull(of.ytd_interest_paid, currency),
    ytdPrincipal: minorOrNull(of.ytd_principal_paid, currency),
  };
}

export function mapApr(apr: APR, currency: string): BankApr {
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
  country?: string | null;
};

export function addressText(of: Address | null | undefined): string | null {
  const text = [of?.street, of?.city, of?.region, of?.postal_code, of?.country].filter(Boolean).join(', ');
  return text || null;
}

export function blank(plaidAccountId: string, kind: BankLiability['kind'], currency: string): BankLiability {
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
