/** The rest of Plaid's error pages: codes that nothing here leads to, except a plan of faults that names them. */
import type { ErrorText } from './error-texts';

const OF_ITEM = 'rate limit exceeded for attempts to access this item. please try again later';
const OF_INSTITUTIONS =
  'rate limit exceeded for attempts to access "institutions get by id". please try again later';

export const TEXTS_ON_DEMAND: Readonly<Record<string, ErrorText>> = {
  INCOMPATIBLE_API_VERSION: {
    type: 'INVALID_REQUEST',
    message:
      'The public_key cannot be used for this endpoint as of version 2020-09-14 of the API. Please use the client_id and secret instead.',
  },
  INVALID_ACCOUNT_NUMBER: { type: 'INVALID_REQUEST', message: 'The provided account number was invalid.' },
  INVALID_CONFIGURATION: {
    type: 'INVALID_REQUEST',
    message: 'please ensure that the request body is formatted correctly',
  },
  NO_LONGER_AVAILABLE: {
    type: 'INVALID_REQUEST',
    message: 'This endpoint has been discontinued as of version 2020-09-14 of the API.',
  },
  SANDBOX_ONLY: {
    type: 'INVALID_REQUEST',
    message:
      'access to this route is only available in the sandbox environment at https://sandbox.plaid.com/',
  },
  DIRECT_INTEGRATION_NOT_ENABLED: {
    type: 'INVALID_INPUT',
    message:
      'your client ID is only authorized to use Plaid Link. head to the docs (https://plaid.com/docs) to get started.',
  },
  INCORRECT_DEPOSIT_AMOUNTS: { type: 'INVALID_INPUT', message: '' },
  INCORRECT_DEPOSIT_VERIFICATION: { type: 'INVALID_INPUT', message: '' },
  INVALID_LINK_CUSTOMIZATION: {
    type: 'INVALID_INPUT',
    message: 'requested link customization is not set to update account selection',
  },
  INVALID_PROCESSOR_TOKEN: { type: 'INVALID_INPUT', message: '' },
  INVALID_PRODUCTS: {
    type: 'INVALID_INPUT',
    message: "The following products are not allowed for pre-authed items: ['auth'].",
  },
  INVALID_STRIPE_ACCOUNT: { type: 'INVALID_INPUT', message: '' },
  PRODUCT_UNAVAILABLE: {
    type: 'INVALID_INPUT',
    message: 'Additional products may not be added to this pre-authed item.',
  },
  TOO_MANY_VERIFICATION_ATTEMPTS: { type: 'INVALID_INPUT', message: '' },
  UNAUTHORIZED_ENVIRONMENT: {
    type: 'INVALID_INPUT',
    message:
      'you are not authorized to create items in this api environment. Go to the Dashboard (https://dashboard.plaid.com) to see which environments you are authorized for.',
  },
  UNAUTHORIZED_ROUTE_ACCESS: {
    type: 'INVALID_INPUT',
    message: 'you are not authorized to access this route in this api environment.',
  },
  INSTANT_MATCH_FAILED: {
    type: 'ITEM_ERROR',
    message:
      'Item cannot be verified through Instant Match. Ensure you are correctly enabling all auth features in Link.',
  },
  ITEM_CONCURRENTLY_DELETED: {
    type: 'ITEM_ERROR',
    message: 'This item was deleted while the operation was in progress',
  },
  NO_INVESTMENT_AUTH_ACCOUNTS: {
    type: 'ITEM_ERROR',
    message:
      'There are no valid investment account(s) associated with this Item. See https://plaid.com/docs/api/#item-errors for more information.',
  },
  INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT: {
    type: 'INSTITUTION_ERROR',
    message: 'Institution not enabled in this environment',
  },
  INSTITUTION_REGISTRATION_REQUIRED: {
    type: 'INSTITUTION_ERROR',
    message: 'not yet registered to create items for this institution',
    display: 'You must register your application with this institution before you can create items for it.',
  },
  UNAUTHORIZED_INSTITUTION: {
    type: 'INSTITUTION_ERROR',
    message: 'not authorized to create items for this institution',
    display: 'You are not authorized to create items for this institution at this time.',
  },
  PLAID_DIRECT_ITEM_IMPORT_RETURNED_INVALID_MFA: {
    type: 'INVALID_RESULT',
    message: 'Plaid Direct Item Imports should not result in MFA.',
  },
  SANDBOX_ACCOUNT_SELECT_V2_NOT_ENABLED: {
    type: 'SANDBOX_ERROR',
    message: 'The item was not created with Account Select v2',
  },
  SANDBOX_TRANSFER_EVENT_TRANSITION_INVALID: {
    type: 'SANDBOX_ERROR',
    message: 'The provided simulated event type is incompatible with the current transfer status',
  },
  PAYMENT_INVALID_RECIPIENT: {
    type: 'PAYMENT_ERROR',
    message: 'payment recipient invalid',
    display:
      'The payment recipient is invalid for the selected institution. Create a new payment with a different recipient.',
  },
  DATA_UNAVAILABLE: {
    type: 'ASSET_REPORT_ERROR',
    message:
      'unable to pull sufficient data for all items to generate this report. please see the "causes" field for more details',
  },
  INCOME_VERIFICATION_DOCUMENT_NOT_FOUND: {
    type: 'INCOME_VERIFICATION_ERROR',
    message: 'the requested data was not found. Please check the ID supplied.',
  },
  INCOME_VERIFICATION_FAILED: {
    type: 'INCOME_VERIFICATION_ERROR',
    message:
      'the income verification you are trying to retrieve could not be completed. please try creating a new income verification',
  },
  INCOME_VERIFICATION_NOT_FOUND: {
    type: 'INCOME_VERIFICATION_ERROR',
    message: 'the requested data was not found. Please check the ID supplied.',
  },
  INCOME_VERIFICATION_UPLOAD_ERROR: {
    type: 'INCOME_VERIFICATION_ERROR',
    message:
      'there was a problem uploading the document for verification. Please try again or recreate an income verification.',
    status: 500,
  },
  VERIFICATION_STATUS_PENDING_APPROVAL: {
    type: 'INCOME_VERIFICATION_ERROR',
    message: 'The user has not yet authorized the sharing of this data',
  },
  EMPLOYMENT_NOT_FOUND: {
    type: 'INCOME_VERIFICATION_ERROR',
    message: 'the requested employment data was not found. Please check the ID supplied.',
  },
  ADDITION_LIMIT: {
    type: 'RATE_LIMIT_EXCEEDED',
    message:
      'development addition attempt limit exceeded for this client_id. contact support to increase the limit.',
    status: 429,
  },
  INSTITUTIONS_GET_LIMIT: { type: 'RATE_LIMIT_EXCEEDED', message: OF_INSTITUTIONS, status: 429 },
  INSTITUTIONS_GET_BY_ID_LIMIT: { type: 'RATE_LIMIT_EXCEEDED', message: OF_INSTITUTIONS, status: 429 },
};

/** Every endpoint may have a limit code of its own, and they are alike (RAT-1). */
export const ANY_LIMIT: ErrorText = { type: 'RATE_LIMIT_EXCEEDED', message: OF_ITEM, status: 429 };
