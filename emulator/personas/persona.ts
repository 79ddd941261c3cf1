/**
 * A household as data that reads like prose: who they are, what they earn, owe, own and do. Amounts are
 * plain dollars; who is paid is a key of the merchant table. Life is lived from it by `generate/household`.
 */
import type { City } from '../generate/bank-row';
import type { MerchantKey } from './merchants';
import type { Ticker } from './listed-securities';

export type Persona = {
  readonly seed: string;
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly street: string;
  readonly city: City;
  readonly accounts: readonly PersonaAccount[];
  readonly paychecks: readonly Paycheck[];
  readonly bills: readonly Bill[];
  readonly habits: readonly Habit[];
  readonly trips: readonly Trip[];
  readonly transfers: readonly StandingTransfer[];
  readonly cushion?: Cushion;
  readonly savings: readonly SavingsInterest[];
  readonly cards: readonly CardHabit[];
  readonly loans: readonly Loan[];
  readonly portfolios: readonly Portfolio[];
};

export type PersonaAccount = {
  readonly key: string;
  readonly institution: string;
  readonly name: string;
  readonly officialName: string | null;
  readonly mask: string;
  readonly type: 'depository' | 'credit' | 'loan' | 'investment';
  readonly subtype: string;
  /** What it held, or what was owed on it, before the first day of the story. */
  readonly opening: number;
  readonly limit?: number;
  readonly namesAvailable?: boolean;
};

export type Paycheck = {
  readonly from: MerchantKey;
  readonly into: string;
  readonly net: number;
  readonly on: 'every other Friday' | 'the other Friday' | 'the 15th and last';
  /** Percent more from each January on. */
  readonly raise?: number;
};

export type Bill = {
  readonly to: MerchantKey;
  readonly from: string;
  readonly amount: number;
  /** Share of the amount that winter adds and summer takes away (negative: the other way round). */
  readonly winter?: number;
  /** Share by which the amount wanders from bill to bill. */
  readonly varies?: number;
  readonly every: 'week' | 'month' | 'quarter' | 'half year' | 'year';
  /** Date in the month; for weekly bills the weekday (0 is Sunday). */
  readonly on: number;
  /** The months of quarterly to yearly bills count from this one (1 is January). */
  readonly month?: number;
  readonly line?: string;
  /** All told in months from the day of the link; negative is before it. */
  readonly rise?: { readonly at: number; readonly to: number };
  readonly begins?: number;
  readonly cancelled?: number;
  readonly skipped?: number;
  /** Money that comes in on the same rhythm: a tax refund, a benefit. */
  readonly income?: boolean;
};

export type Habit = {
  readonly at: readonly MerchantKey[];
  readonly from: string;
  readonly timesAMonth: number;
  readonly between: readonly [low: number, high: number];
  readonly when?: 'weekdays' | 'weekends';
  /** Percent of visits that are followed by money back within two weeks. */
  readonly refunds?: number;
  /** Round to whole twenties, as a cash machine does. */
  readonly twenties?: boolean;
};

/** A journey: rows of one stretch of days, each year in the same month. */
export type Trip = {
  readonly month: number;
  readonly from: string;
  readonly days: number;
  readonly booked: readonly {
    readonly at: MerchantKey;
    readonly amount: number;
    readonly daysBefore: number;
  }[];
  readonly daily: readonly MerchantKey[];
  readonly between: readonly [low: number, high: number];
  readonly place: City;
  /** Percent that the card adds abroad. */
  readonly foreignFee?: number;
};

export type StandingTransfer = {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly on: number;
  readonly out: MerchantKey;
  readonly in: MerchantKey;
  /** Days until the other bank has it. */
  readonly takes?: number;
};

/** Keeps an account between two lines by moving round amounts from and to savings. */
export type Cushion = {
  readonly account: string;
  readonly savings: string;
  readonly floor: number;
  readonly ceiling: number;
};

export type SavingsInterest = { readonly account: string; readonly apy: number };

export type CardHabit = {
  readonly account: string;
  readonly paidFrom: string;
  readonly statementOn: number;
  readonly pays: 'in full' | 'the minimum' | number;
  readonly purchaseApr: number;
  readonly cashApr: number;
  readonly transferApr: number;
};

export type Loan = {
  readonly account: string;
  readonly kind: 'mortgage' | 'student';
  readonly paidFrom: string;
  readonly payment: MerchantKey;
  /** Percent a year. */
  readonly rate: number;
  /** How it began, or how it stands on the day of the link. */
  readonly terms:
    | { readonly principal: number; readonly months: number }
    | { readonly left: number; readonly monthsLeft: number };
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
};

export type Portfolio = {
  readonly account: string;
  /** Positions that came over from another broker when the account was opened, and its first cash. */
  readonly opened: {
    readonly monthsAgo: number;
    readonly cash: number;
    readonly positions: Partial<Readonly<Record<Ticker, number>>>;
  };
  /** Put in every month, and the percent of it that buys what; the rest stays cash. */
  readonly contribution?: {
    readonly amount: number;
    readonly on: number;
    /** The account it comes from, with the bank's own row; null where an employer pays it. */
    readonly from: string | null;
    readonly out: MerchantKey;
    readonly buys: Partial<Readonly<Record<Ticker, number>>>;
  };
  readonly sells?: readonly {
    readonly monthsAgo: number;
    readonly ticker: Ticker;
    readonly percent: number;
  }[];
  /** Taken out every month for living, paid for by selling so much percent of it of what. */
  readonly withdrawal?: {
    readonly amount: number;
    readonly on: number;
    readonly to: string;
    readonly in: MerchantKey;
    readonly sells: Partial<Readonly<Record<Ticker, number>>>;
  };
  /** Securities whose dividends buy more of the same. */
  readonly reinvests?: readonly Ticker[];
  /** An employer's shares that become one's own month by month from the opening on. */
  readonly vests?: { readonly ticker: Ticker; readonly overMonths: number };
  readonly options?: readonly HeldOption[];
  /** Percent a year that idle cash earns, paid every month. */
  readonly cashYield?: number;
  readonly feePerQuarter?: number;
  /** What it is worth on the day of the link, to the digit; its first cash gives way. */
  readonly worth?: number;
};

/** Contracts of a hundred, bought once and held until they end: sold if they are worth something then. */
export type HeldOption = {
  readonly on: Ticker;
  readonly kind: 'call' | 'put';
  readonly contracts: number;
  readonly boughtMonthsAgo: number;
  /** On the third Friday of that month; negative is after the link. */
  readonly expiresMonthsAgo: number;
  /** Percent of the share's price on the day of the purchase. */
  readonly strike: number;
};
