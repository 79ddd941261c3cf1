/** Every code of Plaid that we know, by what it asks of us (reliability 3.4, contract section 24). Data. */
import 'server-only';

export type FailureKind =
  /** Back off and try again; nobody needs to do anything. */
  | 'passing'
  /** Only the person can mend it, through update mode. */
  | 'needs-user'
  /** One product waits or is not there; the rest goes on. */
  | 'product-only'
  /** The connection is over; confirmed by a look at the Item before anything else happens. */
  | 'ended'
  /** Data changed while pages were read: start again at the stored cursor. */
  | 'paging'
  /** Our keys or our requests are wrong: no Item is blamed. */
  | 'our-fault'
  /** Part of a link attempt: a new link token and a plain sentence. */
  | 'link'
  /** Never sent: our own budget of calls is used up for this minute, or the circuit is open. */
  | 'held'
  | 'unknown';

const of = (kind: FailureKind, codes: string): [string, FailureKind][] =>
  codes.split(/\s+/).map((code) => [code, kind]);

export const FAILURE_KINDS: Readonly<Record<string, FailureKind>> = Object.fromEntries([
  ...of(
    'passing',
    `INTERNAL_SERVER_ERROR PLANNED_MAINTENANCE INSTITUTION_DOWN INSTITUTION_NOT_RESPONDING
    INSTITUTION_NOT_AVAILABLE NETWORK HTTP_500 HTTP_502 HTTP_503 HTTP_504 HTTP_429 HTTP_200 HTTP_404`,
  ),
  ...of(
    'needs-user',
    `ITEM_LOGIN_REQUIRED INVALID_CREDENTIALS INVALID_MFA INVALID_UPDATED_USERNAME ITEM_LOCKED
    USER_SETUP_REQUIRED PASSWORD_RESET_REQUIRED INSUFFICIENT_CREDENTIALS INVALID_SEND_METHOD
    USER_INPUT_TIMEOUT ACCESS_NOT_GRANTED ADDITIONAL_CONSENT_REQUIRED NO_ACCOUNTS MFA_NOT_SUPPORTED`,
  ),
  ...of(
    'product-only',
    `PRODUCT_NOT_READY PRODUCTS_NOT_SUPPORTED PRODUCT_NOT_SUPPORTED PRODUCT_NOT_ENABLED PRODUCT_UNAVAILABLE
    NO_INVESTMENT_ACCOUNTS NO_LIABILITY_ACCOUNTS NO_AUTH_ACCOUNTS NO_INVESTMENT_AUTH_ACCOUNTS
    INVALID_ACCOUNT_ID INVALID_PRODUCT INVALID_PRODUCTS`,
  ),
  ...of(
    'ended',
    `ITEM_NOT_FOUND USER_PERMISSION_REVOKED INVALID_ACCESS_TOKEN ITEM_CONCURRENTLY_DELETED
    ITEM_NOT_SUPPORTED INSTITUTION_NO_LONGER_SUPPORTED`,
  ),
  ...of('held', 'OWN_BUDGET CIRCUIT_OPEN'),
  ...of('paging', 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION'),
  ...of(
    'our-fault',
    `INVALID_API_KEYS UNAUTHORIZED_ENVIRONMENT UNAUTHORIZED_ROUTE_ACCESS UNAUTHORIZED_INSTITUTION
    DIRECT_INTEGRATION_NOT_ENABLED INSTITUTION_REGISTRATION_REQUIRED INSTITUTION_NOT_FOUND
    INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT INVALID_INSTITUTION INVALID_LINK_CUSTOMIZATION
    INVALID_BODY INVALID_HEADERS INVALID_FIELD MISSING_FIELDS UNKNOWN_FIELDS INVALID_CONFIGURATION
    INCOMPATIBLE_API_VERSION NO_LONGER_AVAILABLE NOT_FOUND SANDBOX_ONLY`,
  ),
  ...of(
    'link',
    `INVALID_LINK_TOKEN INVALID_PUBLIC_TOKEN INVALID_WEBHOOK_VERIFICATION_KEY_ID INCORRECT_LINK_TOKEN INCORRECT_OAUTH_NONCE
    OAUTH_STATE_ID_NOT_FOUND OAUTH_STATE_ID_ALREADY_PROCESSED`,
  ),
]);
