import { expect, test } from 'vitest';
import { productLines } from '@/lib/connections/product-lines';
import { removalText } from '@/lib/connections/removal-text';
import { PLAIN } from '@/lib/core/writing';

const now = new Date('2026-03-14T12:00:00Z');
const minutesAgo = (count: number) => new Date(now.getTime() - count * 60_000);
const facts = {
  institutionName: 'Harbor Bank',
  state: 'healthy' as const,
  endsOn: null,
  asOf: null,
  accountCount: 9,
  hasHistory: true,
};
const ready = {
  state: 'ready' as const,
  errorCode: null,
  succeededAt: minutesAgo(5),
  bankReachedAt: minutesAgo(120),
  changedAt: null,
};

test('each kind says when the bank was reached and when we asked, apart', () => {
  const [accounts, transactions] = productLines(
    [
      { ...ready, product: 'transactions' },
      { ...ready, product: 'accounts', bankReachedAt: null, changedAt: minutesAgo(60) },
    ],
    facts,
    now,
  );
  expect(accounts).toMatchObject({
    text: '9 accounts',
    notes: ['We asked 5 minutes ago · changed 1 hour ago'],
  });
  expect(transactions?.notes).toEqual(['Bank reached 2 hours ago · we asked 5 minutes ago']);
});

test('one that failed says why and leaves the others alone', () => {
  const refused = { ...ready, product: 'liabilities' as const, state: 'failed' as const };
  const [transactions, liabilities] = productLines(
    [
      { ...ready, product: 'transactions' },
      { ...refused, errorCode: 'ACCESS_NOT_GRANTED' },
    ],
    facts,
    now,
  );
  expect(transactions?.text).toBe('All history');
  expect(liabilities?.text).toBe('Did not come in');
  expect(liabilities?.notes[0]).toContain('You have not shared cards and loans from Harbor Bank.');
});

test('trouble of the whole connection is not said again in every line', () => {
  const failed = { ...ready, product: 'transactions' as const, errorCode: 'ITEM_LOGIN_REQUIRED' };
  const [line] = productLines([failed], { ...facts, state: 'needs-repair' }, now);
  expect(line?.notes.join(' ')).not.toContain('sign in');
});

test('what one kind waits for is not said again where it stands above', () => {
  const refused = {
    ...ready,
    product: 'liabilities' as const,
    state: 'failed' as const,
    errorCode: 'ADDITIONAL_CONSENT_REQUIRED',
  };
  const sentence = 'Harbor Bank gives cards and loans once you allow it.';
  const [line] = productLines([refused], { ...facts, sentence }, now);
  expect(line).toMatchObject({
    text: 'Did not come in',
    notes: ['Bank reached 2 hours ago · we asked 5 minutes ago'],
  });
});

test('the effect of a removal counts accounts, rows and what the person changed', () => {
  const effect = { accounts: [1, 2], transactions: 1204, edited: 12, since: '3 Dec 2024' };
  expect(removalText(effect, PLAIN)).toBe(
    '2 accounts and 1,204 transactions since 3 Dec 2024, 12 of them with changes of yours',
  );
  expect(removalText({ accounts: [1], transactions: 0, edited: 0, since: null }, PLAIN)).toBe('1 account');
});

test('names of owners that were not agreed to are the bank’s to share, and not a kind of account', () => {
  const row = { ...ready, state: 'not-available' as const, product: 'identity' as const };
  expect(productLines([row], facts, now)).toMatchObject([{ text: 'Not shared by the bank', notes: [] }]);
});
