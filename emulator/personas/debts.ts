/** What a household owes, and how it gets on with that: cards, loans, a lender till payday, overdrafts. */
import type { City } from '../generate/bank-row';
import type { MerchantKey } from './merchants';

export type CardHabit = {
  readonly account: string;
  readonly paidFrom: string;
  readonly statementOn: number;
  readonly pays: 'in full' | 'the minimum' | number;
  readonly purchaseApr: number;
  readonly cashApr: number;
  readonly transferApr: number;
  /** Payments left out, by the month in which they were due, told from the day of the link. */
  readonly misses?: readonly number[];
  readonly lateFee?: number;
};

export type Loan = {
  readonly account: string;
  readonly kind: 'mortgage' | 'student' | 'auto';
  readonly paidFrom: string;
  readonly payment: MerchantKey;
  /** Percent a year. */
  readonly rate: number;
  readonly terms: LoanTerms;
  /** Months before the link at which it was lent. */
  readonly ago: number;
  /** Date in the month on which it is paid. */
  readonly on: number;
  /** The kind of mortgage, or the student loan's name. */
  readonly called: string;
  /** Held back for tax and insurance by the lender. */
  readonly escrow?: number;
  readonly guarantor?: string;
  readonly servicer?: { readonly street: string; readonly city: City };
  /** Instalments that were due in some months and are all paid, each with a fee, in a later one. */
  readonly late?: { readonly due: readonly number[]; readonly paid: number; readonly fee: number };
};

/** How a loan began, how it stands on the day of the link, or how it grows while its student studies. */
type LoanTerms =
  | { readonly principal: number; readonly months: number }
  | { readonly left: number; readonly monthsLeft: number }
  | StudyTerms;

export type StudyTerms = {
  /** Months before the link (negative: after it) and what was lent then. */
  readonly lent: readonly { readonly ago: number; readonly amount: number }[];
  /** Months from the link to the end of studies, and from there to the first month of repayment. */
  readonly studiesEnd: number;
  readonly grace: number;
  readonly months: number;
  /** The state pays the interest until repayment begins. */
  readonly subsidised?: boolean;
};

/** An account that the bank lets go below nothing, for a fee a day, down to a line where it returns items. */
export type Overdraft = {
  readonly account: string;
  readonly allows: number;
  readonly fee: number;
  readonly returnFee: number;
};

/** Lent when the account falls below a line, taken back with its price two weeks later. */
export type PaydayAdvance = {
  readonly into: string;
  readonly below: number;
  readonly amount: number;
  readonly price: number;
};
