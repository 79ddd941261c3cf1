import { expect, test } from 'vitest';
import { type ConnectionFacts, describeConnection } from '@/lib/connections/describe';

const healthy: ConnectionFacts = {
  institutionName: 'Chase',
  state: 'healthy',
  errorCode: null,
  hasNewAccounts: false,
  needsPresence: false,
  endsOn: null,
};

test('a healthy connection needs nothing', () => {
  expect(describeConnection(healthy)).toMatchObject({ label: 'Connected', action: null });
});

test('a log-in that is no longer good asks for one, and says that the history is safe', () => {
  const text = describeConnection({ ...healthy, state: 'needs-repair', errorCode: 'ITEM_LOGIN_REQUIRED' });
  expect(text.sentence).toBe('Chase needs you to sign in again.');
  expect(text.detail).toBe('Your history is safe.');
  expect(text.action).toBe('repair');
});

test('a locked log-in is unlocked at the bank first', () => {
  const text = describeConnection({ ...healthy, state: 'needs-repair', errorCode: 'ITEM_LOCKED' });
  expect(text.sentence).toContain('Unlock it there');
});

test('a consent that ends says when', () => {
  const text = describeConnection({ ...healthy, state: 'repair-soon', endsOn: 'Fri 14 Mar' });
  expect(text.sentence).toBe('Your consent at Chase ends on Fri 14 Mar.');
  expect(text.action).toBe('repair');
});

test('trouble at the bank needs patience and no button', () => {
  const text = describeConnection({
    ...healthy,
    state: 'institution-trouble',
    errorCode: 'INSTITUTION_DOWN',
  });
  expect(text.action).toBeNull();
});

test('new accounts are offered', () => {
  expect(describeConnection({ ...healthy, hasNewAccounts: true }).action).toBe('add-accounts');
});
