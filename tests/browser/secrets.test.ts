/** What may not be read anywhere: keys, tokens, hashes, and what belongs to somebody else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { bankToday } from '../support/bank-day';
import { useApp } from '../support/browser';
import { connect, everythingIsHere, exportedRows } from '../support/connect';
import { aCustomUser } from '../support/custom-user';
import { PUBLIC_PAGES, pagesOf } from '../support/pages';
import { aPerson, signUp, type Visitor } from '../support/sign-up';

const app = useApp();
const today = bankToday();
const CANARY = 'Yellow Canary 7f3a9c';
const bob = aPerson('Bob');
let ann: Visitor;
let rowsOfBob: unknown[] = [];
/** Each text that nobody may read, by what it is. */
let forbidden: Record<string, string> = {};

beforeAll(async () => {
  const other = await app.newVisitor();
  await signUp(other, bob);
  const password = aCustomUser([{ transacted: today, amount: 48_213.77, description: CANARY }]);
  await connect(other, { username: 'user_custom', password });
  await everythingIsHere(other);
  rowsOfBob = (await exportedRows(other)).map(({ name }) => name);
});

beforeAll(async () => {
  ann = await app.newVisitor();
  await signUp(ann);
  await connect(ann);
  await everythingIsHere(ann);
  forbidden = { ...(await sealedThings()), ...secrets() };
});

test('check 17: no page holds a secret or anything of another person, as HTML or as what the router fetches', async () => {
  const paths = [...PUBLIC_PAGES, ...(await pagesOf(ann))];
  for (const headers of [{}, { rsc: '1' }]) {
    for (const path of paths) {
      const answer = await ann.request.get(path, { headers, maxRedirects: 3 });
      expect([path, finds(await answer.text())]).toEqual([path, []]);
    }
  }
  // Her pages were full and Bob's row is in the house: what is looked for could have been there.
  expect(rowsOfBob).toEqual([CANARY]);
  expect(await (await ann.request.get('/transactions')).text()).toContain('Starbucks');
});

test('check 17: no answer of an endpoint holds one', async () => {
  const gets = [
    '/api/health',
    '/api/auth/session',
    '/api/auth/providers',
    '/api/export/transactions.csv',
    '/api/export/transactions.json',
    '/api/export/transactions.csv?month=13',
    '/api/cron/sync',
  ];
  const posts = ['/api/plaid/link-token', '/api/plaid/sync', '/api/plaid/exchange', '/api/sign-up'];
  const answers = await Promise.all([
    ...gets.map((path) => ann.request.get(path)),
    ...posts.map((path) => ann.request.post(path, { data: {} })),
    ann.request.post('/api/plaid/exchange', { data: { publicToken: 'public-sandbox-made-up' } }),
    ann.request.post('/api/sign-up', { data: bob }),
  ]);
  for (const answer of answers)
    expect([answer.url(), finds(await answer.text())]).toEqual([answer.url(), []]);
});

test('check 17: no line of the log holds one, nor a password, an address or a name from a bank', async () => {
  const log = app.readLog();
  expect(log).toContain('sync run');
  expect(finds(log)).toEqual([]);
  for (const text of [bob.password, 'user_custom', 'override_accounts', 'Starbucks', 'public-sandbox-']) {
    expect([text, log.includes(text)]).toEqual([text, false]);
  }
});

test('what the browser loads names no secret', () => {
  const folder = join(import.meta.dirname, '..', '..', '.next', 'static');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  expect(files.length).toBeGreaterThan(5);
  const names = ['ENCRYPTION_KEYS', 'CRON_SECRET', 'DATABASE_URL', 'PLAID_SECRET', 'access_token', 'argon2'];
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect([file, names.filter((name) => text.includes(name))]).toEqual([file, []]);
  }
});

test('the database holds no access token in the clear and no password', async () => {
  const sql = postgres(app.setting('DATABASE_URL'), { max: 1 });
  const rows = await sql`select access_token_sealed from items`;
  const people = await sql`select password_hash from users`;
  await sql.end();
  expect(rows.length).toBe(2);
  for (const { access_token_sealed: sealed } of rows) expect(sealed).not.toContain('access-');
  for (const { password_hash: hash } of people) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

function finds(text: string): string[] {
  return Object.entries(forbidden).flatMap(([what, secret]) => (text.includes(secret) ? [what] : []));
}

function secrets(): Record<string, string> {
  return {
    'an access token': 'access-sandbox-',
    'a password hash': '$argon2',
    'the secret of sessions': app.setting('NEXTAUTH_SECRET'),
    'the key of the tokens': app.setting('ENCRYPTION_KEYS').slice('k1:'.length),
    'the secret of the schedule': app.setting('CRON_SECRET'),
    'the database': new URL(app.setting('DATABASE_URL')).pathname.slice(1),
    "Bob's address": bob.email,
    "Bob's row": CANARY,
    "Bob's amount": '48,213',
    "Bob's amount as it is stored": '4821377',
  };
}

/** What only the database knows of the connections. */
async function sealedThings(): Promise<Record<string, string>> {
  const sql = postgres(app.setting('DATABASE_URL'), { max: 1 });
  const rows = await sql<{ plaid: string; sealed: string }[]>`
    select plaid_item_id as plaid, access_token_sealed as sealed from items`;
  await sql.end();
  return Object.fromEntries(
    rows.flatMap(({ plaid, sealed }, index) => [
      [`Plaid's id of connection ${index}`, plaid],
      [`the sealed token of connection ${index}`, sealed],
    ]),
  );
}
