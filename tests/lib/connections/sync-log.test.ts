import { describe, expect, it } from 'vitest';
import { logLines, type RunFacts } from '@/lib/connections/sync-log';
import { PLAIN } from '@/lib/core/writing';

const reading = {
  bank: 'Harbor Bank',
  now: new Date('2026-03-20T16:00:00Z'),
  writing: { ...PLAIN, timeZone: 'America/New_York' },
};
const none = { added: 0, changed: 0, removed: 0 };
const aRun = (of: Partial<RunFacts> = {}): RunFacts => ({
  id: 'run',
  trigger: 'webhook',
  served: 1,
  attempt: 0,
  outcome: 'done',
  counts: { transactions: none },
  problems: {},
  requestIds: ['abc'],
  cursorBefore: '0a',
  cursorAfter: '0a',
  startedAt: new Date('2026-03-20T14:30:00Z'),
  finishedAt: new Date('2026-03-20T14:30:02.140Z'),
  ...of,
});

function entryOf(of: Partial<RunFacts>) {
  const [line] = logLines([aRun({ counts: { transactions: { ...none, added: 1 } }, ...of })], reading);
  if (line?.kind !== 'run') throw new Error('It was folded.');
  return line.entry;
}

describe('a look at the bank', () => {
  it('says when, how long, and what came, in words', () => {
    const counts = {
      accounts: { added: 0, changed: 2, removed: 0 },
      transactions: { added: 2540, changed: 3, removed: 1 },
      holdings: none,
    };
    expect(entryOf({ counts })).toMatchObject({
      when: '10:30 AM',
      title: 'A message from the bank',
      took: '2.1 s',
      came: [
        { name: 'Transactions', text: '2,540 new, 3 changed, 1 gone' },
        { name: 'Accounts and balances', text: '2 changed' },
      ],
      troubles: [],
      remark: null,
    });
  });

  it.each([
    [{ trigger: 'link' }, 'You connected Harbor Bank'],
    [{ trigger: 'link', attempt: 2 }, 'You connected Harbor Bank, look 3'],
    [{ trigger: 'webhook', served: 5000 }, '5,000 messages from the bank'],
    [{ trigger: 'person', served: 2 }, 'You asked'],
    [{ trigger: 'repair' }, 'You came back from Harbor Bank'],
    [{ trigger: 'cron' }, 'The daily look'],
    [{ trigger: 'visit' }, 'You came by'],
    [{ trigger: 'replacement' }, 'Your history moved to Harbor Bank'],
    [{ trigger: 'something newer' }, 'A look by itself'],
  ])('says what began it: %j', (of, title) => {
    expect(entryOf(of).title).toBe(title);
  });

  it('says once why several things did not come in, without how old the figures are today', () => {
    const code = 'INSTITUTION_NOT_RESPONDING';
    const problems = { liabilities: code, investments: code, transactions: 'ITEM_LOGIN_REQUIRED' };
    expect(entryOf({ outcome: 'partial', problems }).troubles).toEqual([
      'Cards and loans, and investments did not come in. Harbor Bank is not responding.',
      'Transactions did not come in. Harbor Bank needs you to sign in again.',
    ]);
  });

  it('shows no code of Plaid’s outside the details for support', () => {
    const { support, ...shown } = entryOf({ outcome: 'partial', problems: { accounts: 'BRAND_NEW_CODE' } });
    expect(JSON.stringify(shown)).not.toContain('BRAND_NEW_CODE');
    expect(support).toContain('Errors: accounts BRAND_NEW_CODE');
    expect(support).toContain('Plaid request ids: abc');
  });

  it.each([
    [{ outcome: 'running', finishedAt: null }, 'Going on now.'],
    [{ outcome: 'superseded' }, 'Cut short. The next look took over, and nothing is lost.'],
    [{ outcome: 'partial' }, 'Not finished yet. The next look goes on from there.'],
  ] as const)('says how it stands: %j', (of, remark) => {
    expect(entryOf(of).remark).toBe(remark);
  });

  it('counts minutes where it took some', () => {
    expect(entryOf({ finishedAt: new Date('2026-03-20T14:31:04Z') }).took).toBe('1 min 4 s');
  });
});

it('looks in a row that brought nothing are one line, each of them still there', () => {
  const came = { counts: { transactions: { ...none, added: 1 } } };
  const lines = logLines([aRun(), aRun(), aRun(came), aRun(), aRun({ outcome: 'partial' })], reading);
  expect(lines.map((line) => (line.kind === 'quiet' ? line.title : line.entry.title))).toEqual([
    '2 looks, nothing new',
    'A message from the bank',
    '1 look, nothing new',
    'A message from the bank',
  ]);
});
