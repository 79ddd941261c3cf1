/** Every code that Plaid can answer leads somewhere: section 24 of its contract, typed here as data. */
import { describe, expect, test } from 'vitest';
import { ACTION_LABELS, type ConnectionFacts, describeConnection } from '@/lib/connections/describe';
import type { SituationState } from '@/lib/connections/situation';
import { SITUATIONS, situationOf, UNKNOWN } from '@/lib/connections/situations';
import { FAILURE_KINDS, type FailureKind } from '@/lib/plaid/failure-kinds';

const words = (text: string) => text.trim().split(/\s+/);

/** By the action that the contract asks for. Codes that this app never meets are not in its lists. */
const CONTRACT: Readonly<Record<string, string[]>> = {
  repair:
    words(`ITEM_LOGIN_REQUIRED INVALID_CREDENTIALS INVALID_MFA INSUFFICIENT_CREDENTIALS INVALID_SEND_METHOD
    USER_INPUT_TIMEOUT ITEM_LOCKED USER_SETUP_REQUIRED PASSWORD_RESET_REQUIRED PENDING_EXPIRATION
    PENDING_DISCONNECT INSTITUTION_MIGRATION INSTITUTION_TOKEN_EXPIRATION`),
  consent: words('ACCESS_NOT_GRANTED ADDITIONAL_CONSENT_REQUIRED PRODUCT_NOT_ENABLED'),
  'choose-accounts': words('NO_LIABILITY_ACCOUNTS NO_INVESTMENT_ACCOUNTS NO_AUTH_ACCOUNTS'),
  relink: words(`INVALID_UPDATED_USERNAME NO_ACCOUNTS ITEM_NOT_FOUND ITEM_CONCURRENTLY_DELETED
    USER_PERMISSION_REVOKED INVALID_ACCESS_TOKEN`),
  none: words(`ITEM_NOT_SUPPORTED MFA_NOT_SUPPORTED INSTITUTION_NO_LONGER_SUPPORTED PRODUCTS_NOT_SUPPORTED
    PRODUCT_NOT_SUPPORTED INVALID_PUBLIC_TOKEN INVALID_LINK_TOKEN INCORRECT_LINK_TOKEN INCORRECT_OAUTH_NONCE
    OAUTH_STATE_ID_NOT_FOUND OAUTH_STATE_ID_ALREADY_PROCESSED RECAPTCHA_REQUIRED RECAPTCHA_BAD oauth-error
    institution-poor-health-error INVALID_PRODUCT INVALID_PRODUCTS PRODUCT_UNAVAILABLE`),
  wait: words(`INSTITUTION_DOWN INSTITUTION_NOT_RESPONDING INSTITUTION_NOT_AVAILABLE PRODUCT_NOT_READY
    INVALID_ACCOUNT_ID LAST_UPDATED_DATETIME_OUT_OF_RANGE TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION
    INTERNAL_SERVER_ERROR PLANNED_MAINTENANCE RATE_LIMIT TRANSACTIONS_LIMIT TRANSACTIONS_SYNC_LIMIT
    ACCOUNTS_LIMIT BALANCE_LIMIT ACCOUNTS_BALANCE_GET_LIMIT IDENTITY_LIMIT ITEM_GET_LIMIT INSTITUTIONS_GET_LIMIT
    INSTITUTIONS_GET_BY_ID_LIMIT OWN_BUDGET INVESTMENT_HOLDINGS_GET_LIMIT INVESTMENT_TRANSACTIONS_LIMIT`),
  'contact-operator':
    words(`CIRCUIT_OPEN INSTITUTION_NOT_FOUND INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT UNAUTHORIZED_INSTITUTION
    INSTITUTION_REGISTRATION_REQUIRED INVALID_API_KEYS UNAUTHORIZED_ENVIRONMENT UNAUTHORIZED_ROUTE_ACCESS
    DIRECT_INTEGRATION_NOT_ENABLED INVALID_INSTITUTION INVALID_LINK_CUSTOMIZATION INVALID_USER_TOKEN
    MISSING_FIELDS UNKNOWN_FIELDS INVALID_FIELD INVALID_BODY INVALID_HEADERS INVALID_CONFIGURATION
    INVALID_ACCOUNT_NUMBER INCOMPATIBLE_API_VERSION NO_LONGER_AVAILABLE NOT_FOUND SANDBOX_ONLY`),
};

/** What the engine does about a code (reliability 3.4), and the states that a person may then be told of. */
const STATES: Readonly<Record<FailureKind, SituationState[]>> = {
  passing: ['healthy', 'institution-trouble'],
  'needs-user': ['needs-repair'],
  'product-only': ['healthy'],
  ended: ['revoked'],
  paging: ['healthy'],
  'our-fault': ['healthy'],
  link: ['healthy'],
  held: ['healthy'],
  unknown: ['healthy'],
};

const everyState: SituationState[] = [
  'healthy',
  'needs-repair',
  'repair-soon',
  'institution-trouble',
  'revoked',
];
const facts: ConnectionFacts = {
  institutionName: 'Harbor Bank',
  state: 'healthy',
  errorCode: null,
  disconnectReason: null,
  hasNewAccounts: false,
  needsPresence: false,
  endsOn: 'Fri 14 Mar',
  asOf: '2 hours ago',
  failed: [],
};

/** Words that a person need not know, codes, and blanks that were not filled in. */
const JARGON =
  /[A-Z]{2,}_|\b(item|token|webhook|API|OAuth|MFA|update mode|endpoint|credentials|error|null)\b|<|\bundefined\b/i;

describe.each(Object.entries(CONTRACT))('codes whose answer is “%s”', (action, codes) => {
  test.each(codes)('%s', (code) => {
    const situation = SITUATIONS[code];
    expect(situation?.action).toBe(action);
    expect(ACTION_LABELS).toHaveProperty(action);
  });
});

test('every code that the engine knows has its row, in the state that the engine puts a connection into', () => {
  const amiss = Object.entries(FAILURE_KINDS).filter(([code, kind]) => {
    const state = SITUATIONS[code]?.state;
    return state === undefined || !STATES[kind].includes(state);
  });
  expect(amiss).toEqual([]);
});

test.each([...Object.keys(SITUATIONS), 'SOMETHING_NEW', 'constructor', ''])(
  'what a person reads of %j is whole, plain and short',
  (code) => {
    for (const state of everyState) {
      const { sentence, detail, label } = describeConnection({ ...facts, state, errorCode: code });
      expect(sentence).toMatch(/^[A-Z“].*[.]$/);
      expect(sentence.length).toBeLessThan(120);
      expect(label.split(' ').length).toBeLessThanOrEqual(4);
      expect(`${label} ${sentence} ${detail}`).not.toMatch(JARGON);
      expect(`${sentence} ${detail}`).not.toContain('!');
    }
  },
);

test('a code nobody heard of is put neutrally, by the state alone', () => {
  for (const state of everyState) expect(situationOf('SOMETHING_NEW', state)).toBe(UNKNOWN[state]);
  expect(situationOf('toString', 'healthy')).toBe(UNKNOWN.healthy);
  expect(situationOf(null, 'needs-repair').action).toBe('repair');
});

test('what can only be waited for has no button, what the person can mend has one', () => {
  expect([ACTION_LABELS.wait, ACTION_LABELS.none, ACTION_LABELS['contact-operator']]).toEqual([
    null,
    null,
    null,
  ]);
  const buttons = [ACTION_LABELS.repair, ACTION_LABELS.relink, ACTION_LABELS.consent, ACTION_LABELS.refresh];
  expect(new Set(buttons).size).toBe(4);
});
