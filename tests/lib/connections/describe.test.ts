import { expect, test } from 'vitest';
import { type ConnectionFacts, describeConnection, describeFailure } from '@/lib/connections/describe';

const healthy: ConnectionFacts = {
  institutionName: 'Chase',
  state: 'healthy',
  errorCode: null,
  disconnectReason: null,
  hasNewAccounts: false,
  needsPresence: false,
  endsOn: null,
  asOf: '2 hours ago',
  failed: [],
};

const broken = (errorCode: string) => describeConnection({ ...healthy, state: 'needs-repair', errorCode });

test('a healthy connection needs nothing', () => {
  expect(describeConnection(healthy)).toMatchObject({ label: 'Connected', tone: 'calm', action: 'none' });
});

test('a log-in that is no longer good asks for one, and says that the history is safe', () => {
  expect(broken('ITEM_LOGIN_REQUIRED')).toMatchObject({
    sentence: 'Chase needs you to sign in again.',
    detail: 'Your history is safe.',
    action: 'repair',
  });
});

test('a locked log-in, or one to be finished, is mended at the bank first', () => {
  for (const code of ['ITEM_LOCKED', 'USER_SETUP_REQUIRED', 'PASSWORD_RESET_REQUIRED']) {
    expect(broken(code).sentence).toMatch(/its own site first|bank’s own site first/);
  }
});

test('another user name, and a log-in without accounts, want a new connection', () => {
  expect(broken('INVALID_UPDATED_USERNAME')).toMatchObject({
    sentence: 'That is another log-in at Chase; link it as a new connection.',
    action: 'relink',
  });
  expect(broken('NO_ACCOUNTS').action).toBe('relink');
});

test('a consent that ends says when, and a bank that ends it says why', () => {
  const soon = { ...healthy, state: 'repair-soon' as const, endsOn: 'Fri 14 Mar' };
  expect(describeConnection({ ...soon, errorCode: 'PENDING_EXPIRATION' })).toMatchObject({
    sentence: 'Your consent at Chase ends on Fri 14 Mar.',
    action: 'repair',
  });
  const moving = { ...soon, errorCode: 'PENDING_DISCONNECT', disconnectReason: 'INSTITUTION_MIGRATION' };
  expect(describeConnection(moving).sentence).toBe(
    'Chase is moving to a new way of signing in and will end this connection on Fri 14 Mar.',
  );
  const unheardOf = {
    ...soon,
    errorCode: 'PENDING_DISCONNECT',
    disconnectReason: 'A_NEW_REASON',
    endsOn: null,
  };
  expect(describeConnection(unheardOf).sentence).toBe('Chase will need you to sign in again soon.');
});

test('trouble at the bank needs patience and no button, and says how old the figures are', () => {
  const down = { ...healthy, state: 'institution-trouble' as const, errorCode: 'INSTITUTION_DOWN' };
  expect(describeConnection(down)).toMatchObject({
    sentence: 'Chase is not responding; figures are of 2 hours ago.',
    action: 'wait',
  });
});

test('what was withdrawn keeps its history and offers a new connection', () => {
  const over = { ...healthy, state: 'revoked' as const, errorCode: 'USER_PERMISSION_REVOKED' };
  expect(describeConnection(over)).toMatchObject({ tone: 'danger', action: 'relink' });
  expect(describeConnection(over).detail).toContain('history stays');
});

test('a code that speaks of another state than the newest evidence has no say', () => {
  const odd = describeConnection({ ...healthy, state: 'revoked', errorCode: 'ITEM_LOGIN_REQUIRED' });
  expect(odd.sentence).toBe('Chase has ended this connection.');
});

test('new accounts are offered, unless something was not allowed', () => {
  const offered = { ...healthy, hasNewAccounts: true };
  expect(describeConnection(offered).action).toBe('choose-accounts');
  const failed = [{ product: 'investments' as const, errorCode: 'ACCESS_NOT_GRANTED' }];
  expect(describeConnection({ ...offered, failed })).toMatchObject({
    sentence: 'You have not shared investments from Chase.',
    action: 'consent',
  });
});

test('a bank that wants the person present says so, and is asked by hand', () => {
  const present = describeConnection({ ...healthy, needsPresence: true });
  expect(present).toMatchObject({ action: 'refresh', tone: 'calm' });
  expect(present.detail).toContain('nothing comes in overnight');
});

test('a failure of one kind of data names it; an unheard-of code is put neutrally', () => {
  const failure = (errorCode: string) =>
    describeFailure(healthy, { product: 'liabilities', errorCode })?.sentence;
  expect(failure('PRODUCTS_NOT_SUPPORTED')).toBe('Chase does not give cards and loans here.');
  expect(failure('PRODUCT_NOT_ENABLED')).toBe(
    'Cards and loans from Chase are not switched on for this connection.',
  );
  expect(failure('SOMETHING_NEW')).toBe('Chase could not be asked just now.');
  expect(describeFailure(healthy, { product: 'liabilities', errorCode: null })).toBeNull();
  expect(failure('USER_PERMISSION_REVOKED')).toBeUndefined();
});

test('bills that this server may not ask for are no reason to send a person to their bank', () => {
  const failed = [{ product: 'recurring' as const, errorCode: 'PRODUCT_NOT_ENABLED' }];
  expect(describeConnection({ ...healthy, failed })).toMatchObject({ label: 'Connected', action: 'none' });
});
