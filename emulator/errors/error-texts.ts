/** The texts of Plaid's error pages by code: type, message, what may be shown, and a status other than 400. */
import type { PlaidErrorType } from 'plaid';

export type ErrorText = {
  readonly type: `${PlaidErrorType}`;
  readonly message: string;
  readonly display?: string;
  readonly status?: number;
};

export const ERROR_TEXTS = {
  INVALID_BODY: { type: 'INVALID_REQUEST', message: 'body could not be parsed as JSON' },
  INVALID_HEADERS: { type: 'INVALID_REQUEST', message: 'invalid headers' },
  INVALID_FIELD: { type: 'INVALID_REQUEST', message: 'invalid field' },
  MISSING_FIELDS: { type: 'INVALID_REQUEST', message: 'the following required fields are missing: ' },
  UNKNOWN_FIELDS: {
    type: 'INVALID_REQUEST',
    message: 'the following fields are not recognized by this endpoint: ',
  },
  NOT_FOUND: { type: 'INVALID_REQUEST', message: 'not found', status: 404 },
  INVALID_API_KEYS: { type: 'INVALID_INPUT', message: 'invalid client_id or secret provided' },
  INVALID_ACCESS_TOKEN: { type: 'INVALID_INPUT', message: 'could not find matching access token' },
  INVALID_PUBLIC_TOKEN: { type: 'INVALID_INPUT', message: 'could not find matching public token' },
  INVALID_USER_TOKEN: { type: 'INVALID_INPUT', message: 'could not find matching user token' },
  USER_NOT_FOUND: {
    type: 'USER_ERROR',
    message:
      'The User you requested cannot be found. This User does not exist or has had access removed by the user.',
  },
  INVALID_LINK_TOKEN: { type: 'INVALID_INPUT', message: 'invalid link_token provided' },
  INVALID_ACCOUNT_ID: {
    type: 'INVALID_INPUT',
    message: 'failed to find requested account ID for requested item',
  },
  INVALID_ASSET_REPORT_TOKEN: {
    type: 'INVALID_INPUT',
    message: 'could not find matching asset report token',
  },
  INVALID_AUDIT_COPY_TOKEN: { type: 'INVALID_INPUT', message: 'could not find matching audit copy token' },
  ASSET_REPORT_GENERATION_FAILED: { type: 'ASSET_REPORT_ERROR', message: 'failed to generate asset report' },
  INVALID_PARENT: {
    type: 'ASSET_REPORT_ERROR',
    message: 'the original asset report does not exist: it was never created, or it was removed',
  },
  INSIGHTS_NOT_ENABLED: {
    type: 'ASSET_REPORT_ERROR',
    message: 'asset reports with insights are not enabled for this client',
  },
  INSIGHTS_PREVIOUSLY_NOT_ENABLED: {
    type: 'ASSET_REPORT_ERROR',
    message: 'asset reports with insights were not enabled when this report was created',
  },
  INVALID_INSTITUTION: { type: 'INVALID_INPUT', message: 'invalid institution_id provided' },
  INVALID_PRODUCT: {
    type: 'INVALID_INPUT',
    message: 'products must either be null or a list of strings containing at least one valid product',
  },
  INVALID_WEBHOOK_VERIFICATION_KEY_ID: {
    type: 'INVALID_INPUT',
    message:
      'invalid key_id provided. note that key_ids are specific to Plaid environments, and verification requests must be made to the same environment that the webhook was sent from',
  },
  ADDITIONAL_CONSENT_REQUIRED: {
    type: 'INVALID_INPUT',
    message: 'client does not have user consent to access the product',
  },
  USER_PERMISSION_REVOKED: {
    type: 'INVALID_INPUT',
    message: 'the holder of this account has revoked their permission for your application to access it',
  },
  ACCESS_NOT_GRANTED: {
    type: 'ITEM_ERROR',
    message: 'access to this product was not granted for the account',
    display: 'The user did not grant the necessary permissions for this product on their account.',
  },
  INSUFFICIENT_CREDENTIALS: {
    type: 'ITEM_ERROR',
    message: 'insufficient authorization was provided to complete the request',
    display: 'INSUFFICIENT_CREDENTIALS',
  },
  INVALID_CREDENTIALS: {
    type: 'ITEM_ERROR',
    message: 'the provided credentials were not correct',
    display: 'The provided credentials were not correct. Please try again.',
  },
  INVALID_MFA: {
    type: 'ITEM_ERROR',
    message: 'the provided MFA response(s) were not correct',
    display: 'The provided MFA responses were not correct. Please try again.',
  },
  INVALID_SEND_METHOD: { type: 'ITEM_ERROR', message: 'the provided MFA send_method was invalid' },
  INVALID_UPDATED_USERNAME: {
    type: 'ITEM_ERROR',
    message:
      'the username provided to /item/credentials/update does not match the original username for the item',
  },
  ITEM_LOCKED: {
    type: 'ITEM_ERROR',
    message:
      "the account is locked. prompt the user to visit the institution's site and unlock their account",
    display:
      "The given account has been locked by the financial institution. Please visit your financial institution's website to unlock your account.",
  },
  ITEM_LOGIN_REQUIRED: {
    type: 'ITEM_ERROR',
    message:
      "the login details of this item have changed (credentials, MFA, or required user action) and a user login is required to update this information. use Link's update mode to restore the item to a good state",
  },
  ITEM_NOT_FOUND: {
    type: 'ITEM_ERROR',
    message:
      'The Item you requested cannot be found. This Item does not exist, has been previously removed via /item/remove, or has had access removed by the user.',
  },
  ITEM_NOT_SUPPORTED: {
    type: 'ITEM_ERROR',
    message: 'this account is currently not supported',
    display:
      'The given account is not currently supported for this financial institution. We apologize for the inconvenience.',
  },
  MFA_NOT_SUPPORTED: {
    type: 'ITEM_ERROR',
    message: 'this account requires a MFA type that we do not currently support for the institution',
    display:
      'The multi-factor security features enabled on this account are not currently supported for this financial institution. We apologize for the inconvenience.',
  },
  NO_ACCOUNTS: {
    type: 'ITEM_ERROR',
    message: 'no valid accounts were found for this item',
    display:
      "No valid accounts were found at the financial institution. Please visit your financial institution's website to confirm accounts are available.",
  },
  NO_AUTH_ACCOUNTS: {
    type: 'ITEM_ERROR',
    message:
      'There are no valid checking or savings account(s) associated with this Item. See https://plaid.com/docs/api/#item-errors for more.',
  },
  NO_INVESTMENT_ACCOUNTS: {
    type: 'ITEM_ERROR',
    message:
      'There are no valid investment account(s) associated with this Item. See https://plaid.com/docs/api/#item-errors for more information.',
  },
  NO_LIABILITY_ACCOUNTS: {
    type: 'ITEM_ERROR',
    message:
      'There are no valid liability account(s) associated with this Item. See https://plaid.com/docs/api/#item-errors for more information.',
  },
  PRODUCT_NOT_ENABLED: {
    type: 'ITEM_ERROR',
    message:
      'A requested product was not enabled for the current access token. Please ensure it is included when when initializing Link and create the Item again.',
  },
  PRODUCT_NOT_READY: {
    type: 'ITEM_ERROR',
    message:
      'the requested product is not yet ready. please provide a webhook or try the request again later',
  },
  PRODUCTS_NOT_SUPPORTED: { type: 'ITEM_ERROR', message: '' },
  USER_INPUT_TIMEOUT: {
    type: 'ITEM_ERROR',
    message: 'user must retry this operation',
    display: 'The application timed out waiting for user input',
  },
  USER_SETUP_REQUIRED: {
    type: 'ITEM_ERROR',
    message:
      "the account has not been fully set up. prompt the user to visit the issuing institution's site and finish the setup process",
    display:
      "The given account is not fully setup. Please visit your financial institution's website to setup your account.",
  },
  INSTITUTION_DOWN: {
    type: 'INSTITUTION_ERROR',
    message: 'this institution is not currently responding to this request. please try again soon',
    display:
      'This financial institution is not currently responding to requests. We apologize for the inconvenience.',
  },
  INSTITUTION_NOT_RESPONDING: {
    type: 'INSTITUTION_ERROR',
    message: 'this institution is not currently responding to this request. please try again soon',
    display:
      'This financial institution is not currently responding to requests. We apologize for the inconvenience.',
  },
  INSTITUTION_NOT_AVAILABLE: {
    type: 'INSTITUTION_ERROR',
    message: 'this institution is not currently responding to this request. please try again soon',
    display:
      'This financial institution is not currently responding to requests. We apologize for the inconvenience.',
  },
  INSTITUTION_NOT_FOUND: {
    type: 'INSTITUTION_ERROR',
    message: 'this institution was not found. Please check the ID supplied',
  },
  INSTITUTION_NO_LONGER_SUPPORTED: {
    type: 'INSTITUTION_ERROR',
    message: 'this institution is no longer supported',
    display: 'This financial institution is no longer supported. We apologize for the inconvenience.',
  },
  COUNTRY_NOT_SUPPORTED: { type: 'INSTITUTION_ERROR', message: 'the country is not supported' },
  INTERNAL_SERVER_ERROR: { type: 'API_ERROR', message: 'an unexpected error occurred', status: 500 },
  PLANNED_MAINTENANCE: {
    type: 'API_ERROR',
    message:
      'the Plaid API is temporarily unavailable due to planned maintenance. visit https://status.plaid.com/ for more information',
    status: 503,
  },
  RATE_LIMIT: {
    type: 'RATE_LIMIT_EXCEEDED',
    message: 'rate limit exceeded for attempts to access this item. please try again later',
    status: 429,
  },
  LAST_UPDATED_DATETIME_OUT_OF_RANGE: {
    type: 'INVALID_RESULT',
    message: 'requested datetime out of range, most recently updated balance',
  },
  TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION: {
    type: 'TRANSACTIONS_ERROR',
    message:
      'Underlying transaction data changed since last page was fetched. Please restart pagination from last update.',
  },
  SANDBOX_PRODUCT_NOT_ENABLED: { type: 'SANDBOX_ERROR', message: 'The product is not enabled on this item' },
  SANDBOX_WEBHOOK_INVALID: {
    type: 'SANDBOX_ERROR',
    message:
      "Webhook for this item is either not set up, or invalid. Please update the item's webhook and try again.",
  },
  RECAPTCHA_REQUIRED: {
    type: 'RECAPTCHA_ERROR',
    message:
      'This request requires additional verification. Please resubmit the request after completing the challenge',
  },
  RECAPTCHA_BAD: {
    type: 'RECAPTCHA_ERROR',
    message: 'The provided challenge response was denied. Please try again',
  },
  PLAID_ERROR: { type: 'API_ERROR', message: 'an unexpected error occurred', status: 500 },
  INCORRECT_OAUTH_NONCE: { type: 'OAUTH_ERROR', message: 'nonce does not match' },
  INCORRECT_LINK_TOKEN: { type: 'OAUTH_ERROR', message: 'link token does not match original link token' },
  OAUTH_STATE_ID_NOT_FOUND: {
    type: 'OAUTH_ERROR',
    message: "the provided oauth_state_id wasn't found",
    status: 404,
  },
  OAUTH_STATE_ID_ALREADY_PROCESSED: { type: 'OAUTH_ERROR', message: '', status: 208 },
} as const satisfies Record<string, ErrorText>;
