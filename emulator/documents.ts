/** What the emulator remembers, by collection. Instants are simulated milliseconds unless they say "real". */
import type {
  AccountBaseVerificationStatusEnum,
  AssetReportUser,
  ClientUserIdentity,
  ConsumerReportUserIdentity,
  CreditSession,
  Products,
  WebhookType,
} from 'plaid';
import type { Day } from '@/lib/core/day';
import type { ClockSetting } from './clock';
import type { LinkSessionEntry } from './link/link-tokens';
import type { BankRow } from './login';

export type Documents = {
  items: ItemDocument;
  linkTokens: LinkTokenDocument;
  publicTokens: PublicTokenDocument;
  accessTokens: AccessTokenDocument;
  oauthStates: OauthStateDocument;
  assetReports: AssetReportDocument;
  auditCopies: AuditCopyDocument;
  users: UserDocument;
  /** By `token/…` and `client/…`: the user whose token, or whose name in the app, that is. */
  userNames: { readonly userId: string };
  jobs: JobDocument;
  webhooks: WebhookDocument;
  webhookKeys: WebhookKeyDocument;
  settings: SettingsDocument;
  counters: { readonly value: number };
};

/** A bank login that a user shared. What the bank knows about it is the `Login` of its credentials. */
export type ItemDocument = {
  readonly itemId: string;
  readonly institutionId: string;
  readonly username: string;
  readonly password: string;
  readonly linkedOn: Day;
  readonly createdAt: number;
  readonly products: readonly Products[];
  readonly consentedProducts: readonly Products[];
  /** Days of history before `linkedOn`; null takes Plaid's default at the first sync (LT-11). */
  readonly daysRequested: number | null;
  readonly webhook: string | null;
  /** Code of the error that every data endpoint answers with; null while healthy (ITM-2). */
  readonly errorCode: string | null;
  readonly consentExpiresAt: number | null;
  /** When the bank ends the connection on its own, where it has said so (PENDING_DISCONNECT). */
  readonly disconnectsAt?: number | null;
  /** When its user last signed in, if that was after the first time. */
  readonly signedInAt?: number;
  /** Kinds of data that the user refused at the bank; absent where there are none (OAU-9). */
  readonly deniedProducts?: readonly Products[];
  readonly shares: readonly AccountShare[];
  readonly changes: readonly ItemChange[];
  /** SYNC_UPDATES_AVAILABLE is sent only after the first sync (TXN-9). */
  readonly syncCalled: boolean;
  /** How far the change log was when a webhook last told about it. */
  readonly announced: number;
  readonly lastWebhook: { readonly sentAt: number; readonly code: string } | null;
  readonly clientUserId: string | null;
  /** Days whose statements may be read; without a word, those of two years (STM-1). */
  readonly statements?: readonly DayRange[];
  /** When investments that were asked for in passing are there (INV-9). */
  readonly investmentsReadyAt?: number;
  /** Of which days holdings, trades and debts were told last. */
  readonly investmentsToldOn?: Day;
  readonly debtsToldOn?: Day;
  /** Accounts whose ids the bank has changed: the key of each new one, and of the one that it was (ACC-9). */
  readonly churned?: Readonly<Record<string, string>>;
  /** How micro-deposits ended where a program said so, by account key (SBX-12). */
  readonly verifications?: Readonly<Record<string, AccountBaseVerificationStatusEnum>>;
};

/** One account that the user ticked, and when its rows arrive (TXN-8, UPD-7). */
export type AccountShare = {
  readonly accountKey: string;
  readonly since: number;
  readonly initialAt: number;
  readonly historicalAt: number;
  /** When it was closed, revoked or de-selected; null while it is served. */
  readonly until: number | null;
};

/** Something that happened to this Item's rows beyond what its bank does by itself. */
export type ItemChange =
  | {
      readonly kind: 'put';
      readonly at: number;
      readonly accountKey: string;
      readonly rowKey: string;
      readonly row: BankRow;
      readonly pending: boolean;
      /** Key of the pending row that this one replaces (TXN-18). */
      readonly pendingRowKey: string | null;
    }
  | { readonly kind: 'remove'; readonly at: number; readonly accountKey: string; readonly rowKey: string };

export type LinkTokenDocument = {
  readonly token: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** The Item that an update-mode token repairs; null for a first link (UPD-2). */
  readonly itemId: string | null;
  readonly accountSelection: boolean;
  readonly clientName: string;
  readonly clientUserId: string | null;
  readonly language: string;
  readonly countryCodes: readonly string[];
  readonly products: readonly Products[];
  readonly softProducts: readonly Products[];
  /** Those of the two lists before whose refusal ends the attempt (LT-6, OAU-9). */
  readonly neededProducts: readonly Products[];
  readonly consentedProducts: readonly Products[];
  readonly daysRequested: number | null;
  readonly webhook: string | null;
  readonly redirectUri: string | null;
  readonly institutionId: string | null;
  readonly accountFilters: AccountFilters | null;
  readonly multiItem: boolean;
  /** Absent where the session is nobody's in particular. */
  readonly errand?: UserErrand;
  /** Days whose statements the Item will have. */
  readonly statements?: DayRange;
  /** The bank to put first (LT-20). */
  readonly routingNumber: string | null;
  /** By what the Sandbox's returning user was recognised; null for everybody else (RU-2). */
  readonly returning: 'phone' | 'phone-and-email' | null;
  /** How many accounts the user may tick, a matter of the customization (LT-16). */
  readonly accountSelect: 'one' | 'many';
  readonly hosted: HostedLink | null;
  /** Refused log-ins; after too many the token is spent (LT-17). Absent before the first. */
  readonly badLogins?: number;
  readonly sessions: readonly LinkSessionEntry[];
};

/** A page of Plaid's own around Link (HL-1). */
type HostedLink = {
  readonly url: string;
  readonly completionRedirectUri: string | null;
  /** In a mobile app's browser tab there are no pop-ups. */
  readonly isMobileApp: boolean;
};

/** Type of account → subtypes admitted; a type that is not named is left out (LT-14). */
export type AccountFilters = Readonly<Record<string, { readonly account_subtypes: readonly string[] }>>;

/** A person whom several Items, reports and sessions belong to (CRA-2). */
export type UserDocument = {
  readonly userId: string;
  readonly clientUserId: string;
  /** Users of the newer kind are known by their id alone. */
  readonly userToken: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly identity: ClientUserIdentity | null;
  readonly consumerIdentity: ConsumerReportUserIdentity | null;
  /** Items that came by a session of this user, oldest first; some may have been removed since. */
  readonly itemIds: readonly string[];
  /** The newest Consumer Report: an older one is out of reach once it is asked for. */
  readonly checkReport: CheckReportDocument | null;
  /** Newest first. */
  readonly bankIncomes: readonly BankIncomeDocument[];
  /** Link sessions with income in them, newest first. */
  readonly sessions: readonly CreditSession[];
  /** What is known of the sources of one whose app wants to hear of changes; null where it does not. */
  readonly incomeProfile: string | null;
};

/** What was asked of a Consumer Report. Its figures follow from the Items as they stood at `readyAt`. */
export type CheckReportDocument = CheckReportTerms & {
  readonly reportId: string;
  readonly itemIds: readonly string[];
  readonly createdAt: number;
  readonly readyAt: number;
  /** Whether it could be made; null until that is decided at `readyAt`. */
  readonly outcome: 'ready' | 'failed' | null;
  /** Why it failed, in Plaid's code. */
  readonly failure: 'DATA_UNAVAILABLE' | 'INSUFFICIENT_TRANSACTION_DATA' | 'NO_ACCOUNTS' | null;
  /** Whether a product was fetched, which keeps the report beyond its day (CRA-10). */
  readonly fetched: boolean;
};

export type CheckReportTerms = {
  readonly daysRequested: number;
  readonly daysRequired: number;
  readonly clientReportId: string | null;
  readonly products: readonly Products[];
  readonly webhook: string | null;
};

/** A Bank Income report: its figures follow from the Items as they stood at `at`. */
export type BankIncomeDocument = {
  readonly bankIncomeId: string;
  readonly at: number;
  readonly daysRequested: number;
  readonly itemIds: readonly string[];
  readonly linkSessionId: string | null;
  readonly webhook: string | null;
};

/** What a Link session does for its user besides making Items (CRA-6, INC-1). */
export type UserErrand = {
  readonly userId: string;
  /** Products of Plaid Check, and how far back; a report starts by itself where `starts` says so. */
  readonly check: (CheckReportTerms & { readonly starts: boolean }) | null;
  readonly bankIncomeDays: number | null;
};

type PublicTokenDocument = {
  readonly itemId: string;
  readonly expiresAt: number;
  readonly used: boolean;
  /** A token of update mode stands for an Item that has its access token already (UPD-3). */
  readonly update: boolean;
};

type AccessTokenDocument = {
  readonly itemId: string;
  /** A rotated token is unknown (TOK-5); one of a removed Item answers ITEM_NOT_FOUND (TOK-6). */
  readonly state: 'live' | 'rotated' | 'removed';
};

export type OauthStateDocument = {
  readonly stateId: string;
  readonly linkToken: string;
  /** The session goes on under its name after the way back (OAU-4). */
  readonly linkSessionId: string;
  readonly institutionId: string;
  readonly redirectUri: string | null;
  readonly expiresAt: number;
  readonly state: 'open' | 'granted' | 'denied' | 'processed';
  readonly credentials: { readonly username: string; readonly password: string } | null;
  /** Accounts that the user ticked on the bank's own page, and kinds of data that were not (OAU-9). */
  readonly accountKeys: readonly string[];
  readonly denied: readonly Products[];
};

/** Work that becomes due: it is done by a timer, or by the next call that comes after. */
export type JobDocument = ItemJob | AssetReportJob | StatementsJob;

export type ItemJob = {
  readonly id: string;
  readonly at: number;
  /** The Item, or the user whose report it is. */
  readonly itemId: string;
  readonly kind: 'initial' | 'historical' | 'investments' | 'day' | 'end' | 'check-report';
};

type AssetReportJob = {
  readonly id: string;
  readonly at: number;
  readonly kind: 'asset-report';
  readonly reportToken: string;
  readonly edition: AssetReportEdition;
};

export type StatementsJob = {
  readonly id: string;
  readonly at: number;
  readonly kind: 'statements';
  readonly itemId: string;
  readonly range: DayRange;
};

/** Both days included. */
export type DayRange = { readonly start: Day; readonly end: Day };

/** A fast report has who and how much; the full one the history, too (AST-6). */
export type AssetReportEdition = 'FAST' | 'FULL';

/** A report as few facts: what it says follows from its Items as they were at one instant (AST-9). */
export type AssetReportDocument = {
  readonly token: string;
  readonly reportId: string;
  readonly createdAt: number;
  readonly itemIds: readonly string[];
  readonly order: AssetReportOrder;
  /** Accounts left out by `/asset_report/filter`, and by every refresh after it. */
  readonly excludedAccountIds: readonly string[];
  readonly state: 'making' | 'ready' | 'failed' | 'removed';
  /** When each edition that is not made yet will be. */
  readonly due: Readonly<Partial<Record<AssetReportEdition, number>>>;
  readonly editions: Readonly<Partial<Record<AssetReportEdition, AssetReportSnapshot>>>;
  /** Why it failed; also the Items that a report does without, where it may. */
  readonly failures: readonly ItemFailure[];
};

/** What a report was asked to be. */
export type AssetReportOrder = {
  readonly daysRequested: number;
  readonly clientReportId: string | null;
  readonly webhook: string | null;
  readonly user: AssetReportUser;
  readonly withFast: boolean;
  readonly withInvestments: boolean;
  readonly requireAllItems: boolean;
};

export type AssetReportSnapshot = {
  /** When this report was made; for a filtered one, later than its figures. */
  readonly generatedAt: number;
  /** The instant whose figures it shows. */
  readonly at: number;
  readonly items: readonly ItemDocument[];
};

export type ItemFailure = { readonly itemId: string; readonly errorCode: string };

type AuditCopyDocument = {
  readonly token: string;
  readonly reportToken: string;
  readonly auditorId: string | null;
};

export type WebhookDocument = {
  readonly id: string;
  /** When the next try is due; far in the future when there is none. */
  readonly at: number;
  readonly itemId: string | null;
  readonly url: string;
  readonly type: WebhookType | string;
  readonly code: string;
  readonly body: string;
  readonly createdAt: number;
  readonly state: 'waiting' | 'sending' | 'delivered' | 'failed' | 'lost' | 'held';
  /** HTTP status per try; 0 when nobody answered. */
  readonly attempts: readonly { readonly at: number; readonly status: number }[];
};

/** Private and public half of one signing key, and since when it is out of use, in real seconds (VER-3). */
export type WebhookKeyDocument = {
  readonly kid: string;
  readonly at: number;
  readonly privateKey: Readonly<Record<string, unknown>>;
  readonly x: string;
  readonly y: string;
  readonly createdAt: number;
  readonly expiredAt: number | null;
};

export type SettingsDocument = {
  readonly clock?: ClockSetting;
  readonly delays?: Partial<Delays>;
  readonly faults?: readonly Fault[];
  /** `hold` keeps webhooks for later, `lose` drops them unsent, `duplicate` sends each one twice. */
  readonly webhooks?: 'send' | 'hold' | 'lose' | 'duplicate';
  /** Whether the Sandbox's limits per minute hold. */
  readonly rateLimits?: boolean;
  /** After so many days a log-in is needed again; null or unset means never (SBX-9). */
  readonly loginDays?: number | null;
};

export type Delays = {
  readonly initial: number;
  readonly historical: number;
  /** From the order of a report to the report. */
  readonly report: number;
  readonly webhookRetries: readonly number[];
  /** How long the receiver of a webhook may take, in real milliseconds; Plaid's ten seconds when unset. */
  readonly webhookPatience?: number;
};

/** What goes wrong with the next calls of one endpoint (`*` for all of them). */
export type Fault = {
  readonly endpoint: string;
  /** Calls left; it wears off at zero. */
  readonly count: number;
  readonly status?: number;
  readonly errorType?: string;
  readonly errorCode?: string;
  readonly delayMs?: number;
  readonly body?: 'html' | 'cut' | 'empty' | 'drop';
};
