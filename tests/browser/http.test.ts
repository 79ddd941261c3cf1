/** Everything a program can do without a browser, and what it is told when it does it wrong. */
import { expect, test } from 'vitest';
import { addDays } from '@/lib/core/day';
import { bankToday } from '../support/bank-day';
import { useApp } from '../support/browser';
import {
  aPublicToken,
  banksAnswerAtOnce,
  banksTakeTheirTime,
  connectionsOf,
  everythingIsHere,
  exchange,
  type ExportedRow,
  exportedRows,
} from '../support/connect';
import { aCustomUser } from '../support/custom-user';
import { aPerson, signIn, signUp, type Visitor } from '../support/sign-up';

const app = useApp();
const today = bankToday();
const ago = (days: number) => addDays(today, -days);

/** A purchase, pay, a refund, the smallest amount there is, and one that is not booked yet. */
const ROWS = [
  { transacted: ago(40), posted: ago(38), amount: 84.2, description: 'WHOLEFDS MKT 10412' },
  { transacted: ago(31), posted: ago(31), amount: -2100.5, description: 'ACME PAYROLL' },
  { transacted: ago(20), posted: ago(19), amount: -20, description: 'Refund, "Pizzeria Aurora"' },
  { transacted: ago(12), posted: ago(12), amount: 0.01, description: 'Micro-deposit check' },
  { transacted: ago(5), posted: ago(4), amount: 1234.56, description: 'Zoë’s piano lessons' },
  { transacted: ago(1), posted: addDays(today, 2), amount: 61.03, description: 'Harbor Books' },
];
const file = aCustomUser(ROWS);

test('sign up, link token, exchange: within 15 seconds the download holds exactly the file', async () => {
  const ann = await app.newVisitor();
  await signUp(ann);
  await banksTakeTheirTime(ann);
  const link = await ann.request.post('/api/plaid/link-token', { data: {} });
  expect(await link.json()).toMatchObject({ linkToken: expect.stringMatching(/^link-sandbox-/) });
  const token = await aPublicToken(ann, { username: 'user_custom', password: file });
  expect((await exchange(ann, token)).status()).toBe(201);

  const shown = async () => (await exportedRows(ann)).map(shownRow).toSorted();
  await expect.poll(shown, { timeout: 15_000, interval: 250 }).toEqual(fileRows().toSorted());
  await everythingIsHere(ann);
  expect(await shown()).toEqual(fileRows().toSorted());
  await banksAnswerAtOnce(ann);
});

test('the same token and the same bank again leave one connection', async () => {
  const ann = await app.newVisitor();
  await signUp(ann);
  const login = { username: 'user_custom', password: file };
  const token = await aPublicToken(ann, login);
  const [first, second] = await Promise.all([exchange(ann, token), exchange(ann, token)]);
  expect([first.status(), second.status()]).toEqual([201, 201]);
  const { itemId } = await first.json();
  expect(await second.json()).toEqual({ itemId });

  const again = await exchange(ann, await aPublicToken(ann, login));
  expect(again.status()).toBe(409);
  expect(await again.json()).toMatchObject({ error: { code: 'conflict', itemId } });
  expect(await connectionsOf(ann)).toEqual([itemId]);
});

test.for([
  ['/api/plaid/exchange', {}, 'publicToken'],
  ['/api/plaid/exchange', { publicToken: 7 }, 'publicToken'],
  ['/api/plaid/link-token', { itemId: 'mine' }, 'itemId'],
  ['/api/plaid/sync', { itemId: 7 }, 'itemId'],
  ['/api/sign-up', { email: 'ann', password: 'calm-harbour' }, 'email'],
  ['/api/sign-up', { email: 'ann@example.com', password: 'short' }, 'password'],
] as const)('%s with %j is refused by the name of the field', async ([path, data, field]) => {
  const ann = await app.newVisitor();
  await signUp(ann);
  const answer = await ann.request.post(path, { data });
  expect(answer.status()).toBe(400);
  const { error } = await answer.json();
  expect(Object.keys(error.fields)).toEqual([field]);
  expect(error.fields[field]).toMatch(/\.$/);
});

test('what is no JSON at all is refused too', async () => {
  const ann = await app.newVisitor();
  await signUp(ann);
  const headers = { 'content-type': 'application/json' };
  expect((await ann.request.post('/api/plaid/exchange', { headers, data: '{' })).status()).toBe(400);
  expect((await ann.request.post('/api/plaid/exchange', { form: { publicToken: 'x' } })).status()).toBe(400);
  expect(await connectionsOf(ann)).toEqual([]);
});

test("check 16: another person's connection and one that never was get the same answer", async () => {
  const [ann, bob] = [await app.newVisitor(), await app.newVisitor()];
  await signUp(ann);
  await signUp(bob, aPerson('Bob'));
  await exchange(bob, await aPublicToken(bob, { username: 'user_custom', password: file }));
  const [bobs] = await connectionsOf(bob);
  const nobodys = '00000000-0000-4000-8000-000000000000';
  for (const path of ['/api/plaid/link-token', '/api/plaid/sync']) {
    const told = await Promise.all([bobs, nobodys].map((itemId) => refusal(ann, path, { itemId })));
    expect(told[0]).toMatchObject({ status: 404, code: 'not-found' });
    expect(told[0]).toEqual(told[1]);
  }
  const pages = [bobs, nobodys].map((id) => ann.request.get(`/settings/connections/${id}`));
  for (const page of await Promise.all(pages)) expect(await page.text()).toContain('There is no such page');
});

test('without a session every door that needs one answers 401, and pages lead to sign-in', async () => {
  const stranger = await app.newVisitor();
  const posts = ['/api/plaid/link-token', '/api/plaid/exchange', '/api/plaid/sync'];
  for (const path of posts) expect((await stranger.request.post(path, { data: {} })).status()).toBe(401);
  for (const kind of ['csv', 'json']) {
    expect((await stranger.request.get(`/api/export/transactions.${kind}`)).status()).toBe(401);
  }
  const page = await stranger.request.get('/transactions?month=2026-03');
  expect(page.status()).toBe(307);
  expect(page.headers()['location']).toContain('/sign-in?callbackUrl=%2Ftransactions%3Fmonth%3D2026-03');
});

test('a wrong password opens no session', async () => {
  const ann = await app.newVisitor();
  const person = await signUp(ann);
  const other = await app.newVisitor();
  await expect(signIn(other, { ...person, password: 'not-her-password' })).rejects.toThrow('401');
  expect((await other.request.get('/api/export/transactions.csv')).status()).toBe(401);
});

test('a webhook without a signature is turned away; so is a schedule without its secret', async () => {
  const { request } = await app.newVisitor();
  const webhook = { webhook_type: 'TRANSACTIONS', webhook_code: 'SYNC_UPDATES_AVAILABLE', item_id: 'x' };
  expect((await request.post('/api/plaid/webhook', { data: webhook })).status()).toBe(401);
  const headers = { 'plaid-verification': 'e30.e30.e30' };
  expect((await request.post('/api/plaid/webhook', { headers, data: webhook })).status()).toBe(401);

  const sweep = (authorization: string) => request.get('/api/cron/sync', { headers: { authorization } });
  expect((await sweep('')).status()).toBe(401);
  expect((await sweep('Bearer guess')).status()).toBe(401);
  expect((await sweep(`Bearer ${app.setting('CRON_SECRET')}`)).status()).toBe(200);
});

test('a door knows its method', async () => {
  const { request } = await app.newVisitor();
  const posts = ['link-token', 'exchange', 'sync', 'webhook'].map((name) => `/api/plaid/${name}`);
  for (const path of [...posts, '/api/sign-up']) expect((await request.get(path)).status()).toBe(405);
  expect((await request.post('/api/export/transactions.csv')).status()).toBe(405);
});

test('another site cannot write in the name of a person who is signed in', async () => {
  const ann = await app.newVisitor();
  await signUp(ann);
  const headers = { origin: 'https://elsewhere.example' };
  const told = await ann.request.post('/api/plaid/sync', { headers, data: {} });
  expect(told.status()).toBe(403);
});

async function refusal({ request }: Visitor, path: string, data: object) {
  const answer = await request.post(path, { data });
  const { code, message } = (await answer.json()).error;
  return { status: answer.status(), code, message };
}

const shownRow = ({ date, authorized_date, amount, currency, name, pending }: ExportedRow) =>
  [date, authorized_date, amount, currency, name, pending].join(' | ');

/** The file's rows as the download writes them: the day it was booked, and what comes in as a plus. */
function fileRows(): string[] {
  return ROWS.map(({ transacted, posted, amount, description }) => {
    const isPending = posted > today;
    const date = isPending ? transacted : posted;
    return [date, transacted, (-amount).toFixed(2), 'USD', description, isPending].join(' | ');
  });
}

test('signing in and out leads to no other site, whatever the address says', async () => {
  const ann = await app.newVisitor();
  const { email, password } = await signUp(ann);
  const { csrfToken } = await (await ann.request.get('/api/auth/csrf')).json();
  for (const callbackUrl of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:x']) {
    const form = { csrfToken, email, password, callbackUrl };
    const answer = await ann.request.post('/api/auth/callback/credentials', { form, maxRedirects: 0 });
    expect(answer.headers()['location']).not.toContain('evil');
    const leave = { form: { csrfToken, callbackUrl }, maxRedirects: 0 };
    const out = await ann.request.post('/api/auth/signout', leave);
    expect(out.headers()['location']).not.toContain('evil');
    expect(out.headers()['clear-site-data']).toBe('"cache", "storage"');
  }
  expect((await ann.request.get('/dashboard', { maxRedirects: 0 })).status()).toBe(307);
});

test('a stranger who tries passwords does not lock the person out of their own browser', async () => {
  const ann = await app.newVisitor();
  const person = await signUp(ann);
  const eve = await app.newVisitor();
  for (let n = 0; n < 11; n++)
    await expect(signIn(eve, { ...person, password: `wrong ${n}` })).rejects.toThrow('401');
  await expect(signIn(eve, person)).rejects.toThrow('401');
  await signIn(ann, person);
  expect((await ann.request.get('/dashboard')).status()).toBe(200);
});
