/**
 * A household as data that reads like prose: who they are, what they earn, owe, own and do. Amounts are
 * plain dollars; who is paid is a key of the merchant table. Life is lived from it by `generate/household`.
 */
import type { City } from '../generate/bank-row';
import type { CardHabit, Loan, Overdraft, PaydayAdvance } from './debts';
import type { Ticker } from './listed-securities';
import type { MerchantKey } from './merchants';

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
  readonly cushions?: readonly Cushion[];
  readonly helpers?: readonly Helper[];
  readonly savings: readonly SavingsInterest[];
  readonly cards: readonly CardHabit[];
  readonly loans: readonly Loan[];
  readonly overdraft?: Overdraft;
  readonly advance?: PaydayAdvance;
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

export type Payday = 'every Friday' | 'every other Friday' | 'the other Friday' | 'the 15th and last';

export type Paycheck = {
  readonly from: MerchantKey;
  readonly into: string;
  readonly net: number;
  readonly on: Payday;
  /** Percent more from each January on. */
  readonly raise?: number;
  /** Share by which hours, and with them the amount, wander. */
  readonly varies?: number;
  /** The months with work, where there is not work in all of them (1 is January). */
  readonly months?: readonly number[];
  /** On the first payday of that month, beside the pay. */
  readonly bonus?: { readonly month: number; readonly amount: number };
  /** All told in months from the day of the link; negative is before it. */
  readonly begins?: number;
  readonly ends?: number;
};

export type Bill = {
  readonly to: MerchantKey;
  readonly from: string;
  readonly amount: number;
  /** Share of the amount that winter adds and summer takes away (negative: the other way round). */
  readonly winter?: number;
  /** Share by which the amount wanders from bill to bill. */
  readonly varies?: number;
  readonly every: 'week' | 'two weeks' | 'half month' | 'month' | 'quarter' | 'half year' | 'year';
  /** Date in the month (of half months the first); of weeks the weekday (0 is Sunday). */
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
  readonly abroad?: Abroad;
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
  /** Money that comes in: a client who pays, a friend who pays back. */
  readonly income?: boolean;
  /** Told in months from the day of the link; negative is before it. */
  readonly begins?: number;
  readonly ends?: number;
  readonly abroad?: Abroad;
};

/** Paid in a foreign currency: the bank's line names the amount there, and the bank takes its share. */
export type Abroad = {
  readonly currency: string;
  /** Dollars for one of it, about. */
  readonly rate: number;
  /** Percent that the bank adds to what is paid. */
  readonly fee?: number;
  /** What the bank keeps of money that comes in by wire. */
  readonly wireFee?: number;
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
  readonly abroad?: Abroad;
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

/** Parents and others who send a round sum when the account runs low. */
export type Helper = {
  readonly account: string;
  readonly floor: number;
  readonly amount: number;
  readonly by: MerchantKey;
};

type SavingsInterest = { readonly account: string; readonly apy: number };

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
