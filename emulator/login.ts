/**
 * What one set of credentials at one institution opens: the emulator's memory of a bank, before it is
 * put on the wire. Plaid's sign throughout (positive = money leaves the account, FLD-1); amounts are
 * plain numbers in major units exactly as they will be sent, days are calendar days.
 *
 * A `Login` is a pure function of (persona or custom user, seed, day it was linked), covers the past and
 * a long stretch of future, and is the same on every machine; what is visible depends on the clock only.
 */
import type {
  CreditCardLiability,
  Holding,
  InvestmentTransaction,
  Location,
  MortgageLiability,
  NumbersACH,
  NumbersBACS,
  NumbersEFT,
  NumbersInternational,
  Owner,
  PaymentMeta,
  PersonalFinanceCategory,
  Security,
  StudentLoan,
  TransactionCounterparty,
  TransactionPaymentChannelEnum,
} from 'plaid';
import type { Day } from '@/lib/core/day';

export type Login = {
  readonly accounts: readonly LoginAccount[];
  /** Every security that a holding or investment transaction names, with its close of that day. */
  securitiesOn(day: Day): readonly Security[];
};

/** What a person types, and where. */
export type Credentials = {
  readonly username: string;
  readonly password: string;
  readonly institutionId: string;
};

/** What a bank answers to a log-in: the accounts behind it, or the code of the error that Link shows. */
export type OpenedLogin = { readonly login: Login } | { readonly error: string };

/** A bank's front door. The same credentials and the same day give the same login, to the byte. */
export type OpenLogin = (credentials: Credentials, linkedOn: Day) => OpenedLogin;

export type LoginAccount = {
  /** Stable within the login; the wire's `account_id` derives from the Item and this. */
  readonly key: string;
  readonly name: string;
  readonly officialName: string | null;
  readonly mask: string | null;
  readonly type: 'depository' | 'credit' | 'loan' | 'investment' | 'other';
  readonly subtype: string | null;
  /** ISO code, or an unofficial one such as BTC when `unofficial` is set (GEN-10). */
  readonly currency: string;
  readonly unofficial: boolean;
  /** Same over relinks where the bank gives one (DUP-6). */
  readonly persistentId: string | null;
  readonly owners: readonly Owner[];
  /** By which money reaches it; null where none can (Auth does not serve it). */
  readonly numbers: AccountNumbers | null;
  /** Where the bank tells accounts of firms from those of people. */
  readonly holderCategory?: 'business' | 'personal';
  readonly movements: readonly Movement[];
  /** The bank's figures at the end of a day, in major units, with ACC-6's meaning of `current`. */
  balancesOn(day: Day): AccountBalances;
  /** Null where the account has no liability or no investment side. */
  liabilityOn(day: Day): Liability | null;
  holdingsOn(day: Day): readonly LoginHolding[];
  readonly investmentTransactions: readonly LoginInvestmentTransaction[];
};

/** Per scheme the account's numbers, null where it is not part of that scheme. */
export type AccountNumbers = {
  readonly ach: Omit<NumbersACH, 'account_id'> | null;
  readonly eft: Omit<NumbersEFT, 'account_id'> | null;
  readonly international: Omit<NumbersInternational, 'account_id'> | null;
  readonly bacs: Omit<NumbersBACS, 'account_id'> | null;
};

export type AccountBalances = {
  readonly available: number | null;
  readonly current: number | null;
  readonly limit: number | null;
};

/** The part of a transaction that the bank knows; `account_id` and ids are added by the endpoint. */
export type BankRow = {
  readonly amount: number;
  /** Where it differs from the account's: ISO code, or an unofficial one (GEN-10). */
  readonly currency?: string;
  /** When it happened for a pending row, when it was booked for a posted one (FLD-3). */
  readonly date: Day;
  readonly authorizedDate: Day | null;
  readonly name: string;
  readonly originalDescription: string;
  readonly merchantName: string | null;
  readonly merchantEntityId: string | null;
  readonly website: string | null;
  readonly logoUrl: string | null;
  readonly counterparties: readonly TransactionCounterparty[];
  readonly category: PersonalFinanceCategory | null;
  readonly channel: TransactionPaymentChannelEnum;
  readonly location: Location | null;
  readonly paymentMeta: PaymentMeta | null;
  readonly checkNumber: string | null;
};

/**
 * One movement of money and its life. Without `pending` it appears posted on `appearsOn`. With it, the
 * pending row shows from `appearsOn` until `pending.endsOn`, when it is removed and (unless it vanishes)
 * the posted row is added, naming the old id when `linked` (TXN-18, TXN-20).
 */
export type Movement = {
  readonly key: string;
  readonly appearsOn: Day;
  readonly posted: BankRow;
  readonly pending?: {
    readonly row: BankRow;
    readonly endsOn: Day;
    readonly linked: boolean;
    readonly vanishes: boolean;
  };
  /** The bank corrects the posted row later (TXN-21). */
  readonly correction?: { readonly on: Day; readonly row: BankRow };
  readonly removedOn?: Day;
};

export type Liability =
  | { readonly kind: 'credit'; readonly facts: Omit<CreditCardLiability, 'account_id'> }
  | { readonly kind: 'mortgage'; readonly facts: Omit<MortgageLiability, 'account_id'> }
  | { readonly kind: 'student'; readonly facts: Omit<StudentLoan, 'account_id'> };

export type LoginHolding = Omit<Holding, 'account_id'>;

export type LoginInvestmentTransaction = Omit<
  InvestmentTransaction,
  'account_id' | 'investment_transaction_id'
> & { readonly key: string };
