/**
 * Every code that can befall a connection: the state it leads to, what the person reads, and the one thing to do
 * (ITM-11, section 24 of the contract, reliability 3.4). Data. `<bank>` is the bank's name, `<data>` what the
 * code is about ("investments"), `<as of>` how old the figures are.
 */
import {
  bankDown,
  ended,
  ofProduct,
  ofVisit,
  ours,
  passing,
  repair,
  SAFE,
  type Situation,
  type SituationState,
  soon,
} from './situation';

const UNFINISHED = repair('Signing in at <bank> did not complete.', `Try once more. ${SAFE}`);
const AT_THE_BANK = `Then sign in again here. ${SAFE}`;
const LOST = ended(
  'This connection to <bank> no longer exists.',
  'Your history stays here to read. Connect the bank again to go on.',
);
const NO_ACCOUNTS_OF_KIND = ofProduct(
  'No account of this kind is shared from <bank>.',
  'If you have some there, choose them under “Add or leave out accounts”.',
  'choose-accounts',
);
const NOT_GIVEN = ofProduct('<bank> does not give <data> here.', 'Everything else goes on.', 'none');
const UNSUPPORTED_SIGN_IN = 'Another log-in or another bank may work; what you have here is safe.';
const NOT_YET = ours('<bank> cannot be used here yet.');
const REFUSED = ours('Evenkeel cannot ask <bank> at the moment.');
const BUSY = passing('<bank> was asked often just now.', 'We ask again in a while.');
const TROUBLE = passing('<bank> could not be asked just now.', 'We try again by ourselves.');
const VISIT_OVER = ofVisit('The visit to <bank> took too long, or was used before.');

/** By code of an error or a warning, or by the reason that a warning gives. */
export const SITUATIONS: Readonly<Record<string, Situation>> = {
  ITEM_LOGIN_REQUIRED: repair('<bank> needs you to sign in again.'),
  INVALID_CREDENTIALS: repair('<bank> did not accept the user name or password.', `Sign in again. ${SAFE}`),
  INVALID_MFA: UNFINISHED,
  INSUFFICIENT_CREDENTIALS: UNFINISHED,
  INVALID_SEND_METHOD: UNFINISHED,
  USER_INPUT_TIMEOUT: UNFINISHED,
  ITEM_LOCKED: repair('<bank> has locked your log-in. Unlock it at the bank’s own site first.', AT_THE_BANK),
  USER_SETUP_REQUIRED: repair(
    '<bank> wants something finished at its own site first, such as new terms.',
    AT_THE_BANK,
  ),
  PASSWORD_RESET_REQUIRED: repair(
    '<bank> wants a new password. Set it at the bank’s own site first.',
    AT_THE_BANK,
  ),
  INVALID_UPDATED_USERNAME: {
    ...repair('That is another log-in at <bank>; link it as a new connection.', SAFE),
    action: 'relink',
  },
  NO_ACCOUNTS: {
    ...repair(
      'No open accounts were found at <bank>.',
      `Check at the bank which accounts are open, then connect it again. ${SAFE}`,
    ),
    action: 'relink',
  },
  MFA_NOT_SUPPORTED: {
    ...repair('The way <bank> signs you in cannot be used here.', UNSUPPORTED_SIGN_IN),
    action: 'none',
  },
  ACCESS_NOT_GRANTED: {
    ...repair('You have not shared <data> from <bank>.', `You can change that here. ${SAFE}`),
    title: 'Not allowed',
    action: 'consent',
  },
  ADDITIONAL_CONSENT_REQUIRED: {
    ...repair('<bank> gives <data> once you allow it.', `Everything else goes on. ${SAFE}`),
    title: 'Not allowed',
    action: 'consent',
  },

  PENDING_EXPIRATION: soon(
    'Your consent at <bank> ends <on a day>.',
    'Renew it to keep this connection up to date.',
  ),
  PENDING_DISCONNECT: soon(
    '<bank> will end this connection <on a day>.',
    'Sign in again before then to keep it up to date.',
  ),
  INSTITUTION_MIGRATION: soon(
    '<bank> is moving to a new way of signing in and will end this connection <on a day>.',
    'Sign in again before then, and it moves with the bank.',
  ),
  INSTITUTION_TOKEN_EXPIRATION: soon(
    'The permission that you gave at <bank> ends <on a day>.',
    'Renew it to keep this connection up to date.',
  ),

  INSTITUTION_DOWN: bankDown('<bank> is not responding; figures are <as of>.'),
  INSTITUTION_NOT_RESPONDING: bankDown('<bank> is not responding; figures are <as of>.'),
  INSTITUTION_NOT_AVAILABLE: bankDown('<bank> cannot be reached at the moment; figures are <as of>.'),

  USER_PERMISSION_REVOKED: ended(
    'The permission to read <bank> has been withdrawn.',
    'Your history stays here to read. Connect the bank again to go on, or remove it here.',
  ),
  ITEM_NOT_FOUND: LOST,
  ITEM_CONCURRENTLY_DELETED: LOST,
  INVALID_ACCESS_TOKEN: ended(
    'This connection to <bank> no longer works.',
    'Please connect the bank again. Your history stays here to read.',
  ),
  ITEM_NOT_SUPPORTED: ended('<bank> cannot be connected with this log-in.', UNSUPPORTED_SIGN_IN, 'none'),
  INSTITUTION_NO_LONGER_SUPPORTED: ended(
    'Plaid no longer supports <bank>.',
    'Your history stays here to read. Another bank of yours can still be connected.',
    'none',
  ),

  PRODUCT_NOT_READY: ofProduct('Still fetching <data> from <bank>.', 'They appear as they come.', 'wait'),
  INVALID_ACCOUNT_ID: ofProduct('An account at <bank> has changed.', 'We read the accounts anew.', 'wait'),
  PRODUCTS_NOT_SUPPORTED: NOT_GIVEN,
  PRODUCT_NOT_SUPPORTED: NOT_GIVEN,
  PRODUCT_UNAVAILABLE: NOT_GIVEN,
  INVALID_PRODUCT: NOT_GIVEN,
  INVALID_PRODUCTS: NOT_GIVEN,
  PRODUCT_NOT_ENABLED: ofProduct(
    '<data> from <bank> are not switched on for this connection.',
    'Everything else goes on.',
    'consent',
  ),
  NO_LIABILITY_ACCOUNTS: NO_ACCOUNTS_OF_KIND,
  NO_INVESTMENT_ACCOUNTS: NO_ACCOUNTS_OF_KIND,
  NO_AUTH_ACCOUNTS: NO_ACCOUNTS_OF_KIND,
  NO_INVESTMENT_AUTH_ACCOUNTS: NO_ACCOUNTS_OF_KIND,

  UNAUTHORIZED_INSTITUTION: NOT_YET,
  INSTITUTION_REGISTRATION_REQUIRED: NOT_YET,
  INSTITUTION_NOT_FOUND: NOT_YET,
  INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT: NOT_YET,
  INVALID_INSTITUTION: NOT_YET,
  ...every(
    `INVALID_API_KEYS UNAUTHORIZED_ENVIRONMENT UNAUTHORIZED_ROUTE_ACCESS DIRECT_INTEGRATION_NOT_ENABLED
    INVALID_LINK_CUSTOMIZATION INVALID_USER_TOKEN MISSING_FIELDS UNKNOWN_FIELDS INVALID_FIELD INVALID_BODY
    INVALID_HEADERS INVALID_CONFIGURATION INVALID_ACCOUNT_NUMBER INCOMPATIBLE_API_VERSION NO_LONGER_AVAILABLE
    NOT_FOUND SANDBOX_ONLY CREDITS_EXHAUSTED CIRCUIT_OPEN`,
    REFUSED,
  ),

  ...every(
    `INTERNAL_SERVER_ERROR PLANNED_MAINTENANCE NETWORK HTTP_200 HTTP_404 HTTP_429 HTTP_500 HTTP_502 HTTP_503
    HTTP_504 TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION UNEXPECTED`,
    TROUBLE,
  ),
  LAST_UPDATED_DATETIME_OUT_OF_RANGE: passing(
    '<bank> has no newer balance yet.',
    'What you see is the last one.',
  ),
  ...every(
    `ACCOUNTS_LIMIT ACCOUNTS_BALANCE_GET_LIMIT BALANCE_LIMIT IDENTITY_LIMIT INSTITUTIONS_GET_LIMIT
    INSTITUTIONS_GET_BY_ID_LIMIT INSTITUTION_RATE_LIMIT INVESTMENT_HOLDINGS_GET_LIMIT
    INVESTMENT_TRANSACTIONS_LIMIT ITEM_GET_LIMIT RATE_LIMIT RATE_LIMIT_EXCEEDED TRANSACTIONS_LIMIT
    TRANSACTIONS_REFRESH_LIMIT TRANSACTIONS_SYNC_LIMIT OWN_BUDGET`,
    BUSY,
  ),

  ...every(
    `INVALID_LINK_TOKEN INVALID_PUBLIC_TOKEN INCORRECT_LINK_TOKEN INCORRECT_OAUTH_NONCE OAUTH_STATE_ID_NOT_FOUND
    OAUTH_STATE_ID_ALREADY_PROCESSED`,
    VISIT_OVER,
  ),
  'oauth-error': VISIT_OVER,
  RECAPTCHA_REQUIRED: ofVisit('<bank> wanted to see that a person is there.'),
  RECAPTCHA_BAD: ofVisit('<bank> wanted to see that a person is there.'),
  'institution-poor-health-error': ofVisit('Connecting to <bank> often fails at the moment.'),
  // A message that was not Plaid's is refused; no connection hears of it.
  INVALID_WEBHOOK_VERIFICATION_KEY_ID: TROUBLE,
};

/** What is said of a state whose code is new to us, or missing: neutral, and never the code itself (GEN-7). */
export const UNKNOWN: Readonly<Record<SituationState, Situation>> = {
  healthy: TROUBLE,
  'needs-repair': repair('<bank> needs you to sign in again.'),
  'repair-soon': soon(
    '<bank> will need you to sign in again <on a day>.',
    'Do so before then to keep this connection up to date.',
  ),
  'institution-trouble': bankDown('<bank> cannot be reached at the moment; figures are <as of>.'),
  revoked: ended(
    '<bank> has ended this connection.',
    'Your history stays here to read. Connect the bank again to go on.',
  ),
};

/** The row for a code, where it speaks of that state; the state is the newest evidence and has the last word (S12). */
export function situationOf(code: string | null, state: SituationState): Situation {
  const known = code === null || !Object.hasOwn(SITUATIONS, code) ? undefined : SITUATIONS[code];
  return known?.state === state ? known : UNKNOWN[state];
}

function every(codes: string, situation: Situation): Record<string, Situation> {
  return Object.fromEntries(codes.split(/\s+/).map((code) => [code, situation]));
}
