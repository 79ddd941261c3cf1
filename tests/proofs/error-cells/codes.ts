/**
 * Every answer that is not one, by what it should lead to: the codes of Plaid's error pages, one that nobody
 * knows, and what is no error of Plaid's at all. Written apart from the app's own table, to be held against it.
 */
import type { Spoilt } from '../wire';

export type Meaning =
  /** Nobody can do anything; it passes. */
  | 'passes'
  /** The same, and the bank is the reason. */
  | 'bank-down'
  /** Only the person can mend it. */
  | 'person'
  /** Only the person can; on a product that is not the ground of the others, it is that product's alone. */
  | 'consent'
  /** The product is on its way. */
  | 'not-yet'
  /** The product is not to be had. */
  | 'off'
  /** The accounts have changed: they are read anew, and it is asked again. */
  | 'accounts-changed'
  /** It is over, where a look at the Item says the same. */
  | 'over'
  | 'moved-pages'
  | 'bad-field'
  /** Ours to mend; no connection is blamed. */
  | 'ours'
  /** The operator's account lacks an add-on. */
  | 'gate'
  /** Belongs to a link attempt. */
  | 'link'
  /** Not Plaid's words at all: the app could not make sense of it. */
  | 'nonsense';

export type Trouble = { readonly name: string; readonly meaning: Meaning; readonly spoilt: Spoilt };

const BY_MEANING: readonly [Meaning, string, string, number?][] = [
  ['passes', 'API_ERROR', 'INTERNAL_SERVER_ERROR', 500],
  ['passes', 'API_ERROR', 'PLANNED_MAINTENANCE', 503],
  [
    'passes',
    'RATE_LIMIT_EXCEEDED',
    `ACCOUNTS_LIMIT ACCOUNTS_BALANCE_GET_LIMIT ADDITION_LIMIT AUTH_LIMIT IDENTITY_LIMIT INSTITUTIONS_GET_LIMIT
    INSTITUTIONS_GET_BY_ID_LIMIT INVESTMENT_HOLDINGS_GET_LIMIT INVESTMENT_TRANSACTIONS_LIMIT ITEM_GET_LIMIT
    RATE_LIMIT TRANSACTIONS_LIMIT TRANSACTIONS_SYNC_LIMIT`,
    429,
  ],
  ['bank-down', 'INSTITUTION_ERROR', 'INSTITUTION_DOWN INSTITUTION_NOT_RESPONDING INSTITUTION_NOT_AVAILABLE'],
  [
    'person',
    'ITEM_ERROR',
    `ITEM_LOGIN_REQUIRED INVALID_CREDENTIALS INVALID_MFA INSUFFICIENT_CREDENTIALS INVALID_SEND_METHOD
    USER_INPUT_TIMEOUT INVALID_UPDATED_USERNAME ITEM_LOCKED USER_SETUP_REQUIRED PASSWORD_RESET_REQUIRED
    MFA_NOT_SUPPORTED`,
  ],
  ['consent', 'ITEM_ERROR', 'ACCESS_NOT_GRANTED NO_ACCOUNTS'],
  ['consent', 'INVALID_INPUT', 'ADDITIONAL_CONSENT_REQUIRED'],
  ['not-yet', 'ITEM_ERROR', 'PRODUCT_NOT_READY'],
  [
    'off',
    'ITEM_ERROR',
    `PRODUCTS_NOT_SUPPORTED PRODUCT_NOT_SUPPORTED PRODUCT_NOT_ENABLED NO_LIABILITY_ACCOUNTS
    NO_INVESTMENT_ACCOUNTS NO_AUTH_ACCOUNTS NO_INVESTMENT_AUTH_ACCOUNTS`,
  ],
  ['off', 'INVALID_INPUT', 'INVALID_PRODUCT INVALID_PRODUCTS PRODUCT_UNAVAILABLE'],
  ['accounts-changed', 'INVALID_INPUT', 'INVALID_ACCOUNT_ID'],
  ['over', 'ITEM_ERROR', 'ITEM_NOT_FOUND ITEM_CONCURRENTLY_DELETED ITEM_NOT_SUPPORTED'],
  ['over', 'INSTITUTION_ERROR', 'INSTITUTION_NO_LONGER_SUPPORTED'],
  ['over', 'INVALID_INPUT', 'INVALID_ACCESS_TOKEN USER_PERMISSION_REVOKED'],
  ['moved-pages', 'TRANSACTIONS_ERROR', 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION'],
  ['bad-field', 'INVALID_REQUEST', 'INVALID_FIELD'],
  [
    'ours',
    'INVALID_REQUEST',
    `MISSING_FIELDS UNKNOWN_FIELDS INVALID_BODY INVALID_HEADERS INVALID_CONFIGURATION
    INCOMPATIBLE_API_VERSION NO_LONGER_AVAILABLE NOT_FOUND SANDBOX_ONLY`,
  ],
  [
    'ours',
    'INVALID_INPUT',
    `INVALID_API_KEYS UNAUTHORIZED_ENVIRONMENT DIRECT_INTEGRATION_NOT_ENABLED INVALID_INSTITUTION
    INVALID_LINK_CUSTOMIZATION`,
  ],
  [
    'ours',
    'INSTITUTION_ERROR',
    `INSTITUTION_NOT_FOUND INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT UNAUTHORIZED_INSTITUTION
    INSTITUTION_REGISTRATION_REQUIRED`,
  ],
  ['gate', 'INVALID_INPUT', 'UNAUTHORIZED_ROUTE_ACCESS'],
  [
    'link',
    'INVALID_INPUT',
    'INVALID_PUBLIC_TOKEN INVALID_LINK_TOKEN INVALID_WEBHOOK_VERIFICATION_KEY_ID INCORRECT_LINK_TOKEN',
  ],
  [
    'link',
    'OAUTH_ERROR',
    'INCORRECT_OAUTH_NONCE OAUTH_STATE_ID_NOT_FOUND OAUTH_STATE_ID_ALREADY_PROCESSED INCORRECT_LINK_TOKEN',
  ],
  // Known to the pages, met by none of our calls: recorded, and treated as passing.
  ['passes', 'ITEM_ERROR', 'INSTANT_MATCH_FAILED'],
  [
    'passes',
    'INVALID_INPUT',
    `INVALID_USER_TOKEN INVALID_AUDIT_COPY_TOKEN INVALID_PROCESSOR_TOKEN INVALID_STRIPE_ACCOUNT
    INCORRECT_DEPOSIT_AMOUNTS INCORRECT_DEPOSIT_VERIFICATION TOO_MANY_VERIFICATION_ATTEMPTS`,
  ],
  ['passes', 'INVALID_REQUEST', 'INVALID_ACCOUNT_NUMBER'],
  ['passes', 'INVALID_RESULT', 'LAST_UPDATED_DATETIME_OUT_OF_RANGE'],
  ['passes', 'ASSET_REPORT_ERROR', 'ASSET_REPORT_GENERATION_FAILED INSIGHTS_NOT_ENABLED'],
  ['passes', 'RECAPTCHA_ERROR', 'RECAPTCHA_REQUIRED RECAPTCHA_BAD'],
  [
    'passes',
    'SANDBOX_ERROR',
    `SANDBOX_PRODUCT_NOT_ENABLED SANDBOX_WEBHOOK_INVALID SANDBOX_ACCOUNT_SELECT_V2_NOT_ENABLED
    SANDBOX_TRANSFER_EVENT_TRANSITION_INVALID`,
  ],
  ['passes', 'INCOME_VERIFICATION_ERROR', 'INCOME_VERIFICATION_NOT_FOUND INCOME_VERIFICATION_FAILED'],
  ['passes', 'A_TYPE_OF_TOMORROW', 'A_CODE_OF_TOMORROW'],
  ['passes', 'ITEM_ERROR', 'A_CODE_OF_TOMORROW'],
];

const bodyOf = (error_type: string, error_code: string) =>
  JSON.stringify({
    error_type,
    error_code,
    error_message: 'the text of an error, which may change at any time',
    display_message: null,
    request_id: 'request-of-a-failure',
  });

const SPOILT: readonly [string, Meaning, Spoilt][] = [
  ['nobody answers', 'passes', 'cut off'],
  ['HTML with 502', 'passes', { status: 502, body: '<html><h1>Bad gateway</h1></html>' }],
  ['HTML with 200', 'nonsense', { status: 200, body: '<html><h1>Welcome</h1></html>' }],
  ['JSON cut short', 'nonsense', { status: 200, body: '{"accounts": [{"account_id": "a' }],
  ['nothing with 200', 'nonsense', { status: 200, body: '' }],
  ['null with 200', 'nonsense', { status: 200, body: 'null' }],
  ['an error under 200', 'nonsense', { status: 200, body: bodyOf('API_ERROR', 'INTERNAL_SERVER_ERROR') }],
  ['429 without a body', 'passes', { status: 429, body: '' }],
  ['404 of a gateway', 'passes', { status: 404, body: 'not here' }],
  ['JSON that is no error, with 500', 'passes', { status: 500, body: '{"message": "oops"}' }],
];

export const TROUBLES: readonly Trouble[] = [
  ...BY_MEANING.flatMap(([meaning, type, codes, status = 400]) =>
    codes.split(/\s+/).map((code) => ({
      name: `${type}/${code}`,
      meaning,
      spoilt: { status, body: bodyOf(type, code) },
    })),
  ),
  ...SPOILT.map(([name, meaning, spoilt]) => ({ name, meaning, spoilt })),
];
