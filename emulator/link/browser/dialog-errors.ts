/** What the dialog says of errors, by code, where the bank's own words do not tell a person what to do. */
export const DIALOG_ERRORS = String.raw`
// Two errors that are Link's own and no code of the API's; they have neither type nor message.
var POOR_HEALTH = plain('', 'institution-poor-health-error', null);
var OAUTH_ERROR = plain('', 'oauth-error', null);
var RETRY_LOGIN = ['INVALID_CREDENTIALS', 'INVALID_UPDATED_USERNAME', 'INSUFFICIENT_CREDENTIALS'];
var TEXTS = {
  INVALID_CREDENTIALS: 'The user name or the password is not right. Try again.',
  INVALID_UPDATED_USERNAME: 'This connection belongs to another user name. Use the one it was made with.',
  INSUFFICIENT_CREDENTIALS: 'The bank needs more than this to let you in. Try again.',
  INVALID_MFA: 'That answer is not right. Try again.'
};
var TITLES = {
  ACCESS_NOT_GRANTED: 'Something needed was not allowed', COUNTRY_NOT_SUPPORTED: 'This country is not supported', INSTITUTION_DOWN: 'The bank cannot be reached',
  INSTITUTION_NOT_AVAILABLE: 'The bank cannot be reached', INSTITUTION_NOT_RESPONDING: 'The bank does not answer',
  INSTITUTION_NO_LONGER_SUPPORTED: 'This bank is not supported', INVALID_MFA: 'The answer was not right',
  INVALID_SEND_METHOD: 'The code could not be sent', ITEM_LOCKED: 'The bank has locked this log-in',
  ITEM_NOT_SUPPORTED: 'This kind of account is not supported', MFA_NOT_SUPPORTED: 'This second step is not supported',
  NO_ACCOUNTS: 'No account to share', OAUTH_STATE_ID_ALREADY_PROCESSED: 'This visit to the bank is over',
  OAUTH_STATE_ID_NOT_FOUND: 'This visit to the bank is over', PRODUCTS_NOT_SUPPORTED: 'This log-in has nothing to share',
  RECAPTCHA_BAD: 'That did not prove it', USER_INPUT_TIMEOUT: 'That took too long',
  USER_SETUP_REQUIRED: 'The bank needs you to finish setting up'
};
var ADVICE = {
  ACCESS_NOT_GRANTED: 'The app cannot do without it. Go to the bank again and leave the tick where it is.', COUNTRY_NOT_SUPPORTED: 'Choose a bank in another country.', INVALID_MFA: 'Start again and answer as the bank expects.',
  INVALID_SEND_METHOD: 'Start again and choose another way.', PRODUCTS_NOT_SUPPORTED: 'The bank has no data of the kind that is asked for. Choose another bank.',
  RECAPTCHA_BAD: 'Your account could not be connected at this time. Choose another bank.'
};
`;
