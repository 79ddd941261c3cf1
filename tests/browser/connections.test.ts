/** Each state of a connection, as a person meets it: what it says, the one thing to do, and that it goes away. */
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { addDays } from '@/lib/core/day';
import { bankToday } from '../support/bank-day';
import { barriersOf } from '../support/barriers';
import { useApp } from '../support/browser';
import { callEmulator, everythingIsHere } from '../support/connect';
import { aCustomUser } from '../support/custom-user';
import { frameOf, logIn } from '../support/link-dialog';
import { openWhole } from '../support/open-whole';
import { signUp } from '../support/sign-up';

const app = useApp();
/** A message, the look that it leads to, and pages read anew until it shows: on a machine that is busy. */
const PATIENCE = 80_000;
vi.setConfig({ testTimeout: 240_000 });
const password = aCustomUser([
  { transacted: addDays(bankToday(), -3), amount: 12.5, description: 'Corner Shop' },
]);

/** One for each test, so that the emulator's Item of that bank is the one that is meant. */
const BANKS = {
  'First Platypus Bank': 'ins_109508',
  'First Gingham Credit Union': 'ins_109509',
  'Tattersall Federal Credit Union': 'ins_109510',
  'Tartan Bank': 'ins_109511',
  'Houndstooth Bank': 'ins_109512',
};

/** Ann with one bank, known to the app and to the emulator, which tells the app of everything. */
async function annWith(bank: keyof typeof BANKS, login: { username: string; password: string }) {
  const institutionId = BANKS[bank];
  const page = await app.newPage();
  await signUp(page);
  const pull = (path: string, body: object = {}) => callEmulator(page, `/_emulator${path}`, body);
  await pull('/delays/set', { initial_ms: 0, historical_ms: 0 });
  const { public_token: publicToken } = await callEmulator(page, '/sandbox/public_token/create', {
    institution_id: institutionId,
    initial_products: ['transactions', 'liabilities', 'investments'],
    options: {
      override_username: login.username,
      override_password: login.password,
      webhook: `${app.url}/api/plaid/webhook`,
    },
  });
  const answer = await page.request.post('/api/plaid/exchange', { data: { publicToken } });
  const { itemId } = await answer.json();
  await everythingIsHere(page);
  const { items } = await pull('/items/list');
  const known = Array.isArray(items) ? items.findLast((item) => item.institution_id === institutionId) : null;
  const path = `/settings/connections/${itemId}`;
  await openWhole(page, path);
  return { page, path, pull, of: { item_id: String(known?.item_id) }, login };
}

/** Looks until a message of the bank has arrived: it is told when nobody looks. */
async function reads(page: Page, path: string, text: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await openWhole(page, path);
        const main = page.getByRole('main');
        return main.getByText(text).and(main.locator('h2, strong, p, a, dd')).first().isVisible();
      },
      { timeout: PATIENCE, interval: 500 },
    )
    .toBe(true);
}

async function repairInDialog(
  page: Page,
  { username, password: word }: { username: string; password: string },
) {
  const link = frameOf(page);
  await logIn(link, username, word);
  return link;
}

const primaries = (page: Page) => page.locator('main button.bg-accent, main a.bg-accent').count();

test('a log-in that is refused is said everywhere, with one thing to do, and goes when the bank heals', async () => {
  const { page, path, pull, of } = await annWith('First Platypus Bank', {
    username: 'user_custom',
    password,
  });
  await pull('/items/break', { ...of, error_code: 'ITEM_LOCKED' });
  await reads(page, path, 'First Platypus Bank has locked your log-in.');
  expect(await page.getByRole('button', { name: 'Sign in again' }).count()).toBe(1);
  expect(await primaries(page)).toBe(1);
  expect(await barriersOf(page)).toEqual([]);
  for (const other of ['/dashboard', '/accounts', '/settings/connections']) {
    await reads(page, other, 'First Platypus Bank has locked your log-in.');
  }
  await pull('/items/heal', of);
  await expect
    .poll(
      async () => {
        await openWhole(page, path);
        // The log goes on telling what was.
        return page.getByRole('heading', { name: 'has locked your log-in' }).count();
      },
      { timeout: PATIENCE, interval: 500 },
    )
    .toBe(0);
  await openWhole(page, '/dashboard');
  expect(await page.getByText('has locked your log-in').count()).toBe(0);
});

test('consent and notice are told with day and reason, and renewing takes them away', async () => {
  const { page, path, pull, of, login } = await annWith('First Gingham Credit Union', {
    username: 'user_custom',
    password,
  });
  await pull('/items/disconnect', { ...of, in_days: 5, reason: 'INSTITUTION_MIGRATION' });
  await reads(page, path, /is moving to a new way of signing in and will end this connection on \w{3} \d/);
  await pull('/items/expire-consent', { ...of, in_days: 3 });
  await reads(page, path, /Your consent at First Gingham Credit Union ends on \w{3} \d/);
  expect(await primaries(page)).toBe(1);
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const link = await repairInDialog(page, login);
  await link.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('Your consent at First Gingham Credit Union ends').waitFor({ state: 'detached' });
  await reads(page, path, 'Ends');
});

test('new accounts are offered, and adding one settles the offer', async () => {
  const { page, path, pull, of, login } = await annWith('Tattersall Federal Credit Union', {
    username: 'user_custom',
    password,
  });
  const account = {
    type: 'depository',
    subtype: 'savings',
    starting_balance: 50,
    meta: { name: 'Rainy day' },
  };
  await pull('/items/add-account', { ...of, account });
  await reads(page, path, 'has accounts that are not shared yet');
  expect(await primaries(page)).toBe(1);
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Choose accounts' }).click();
  // A custom user's password is the file of what they have by now.
  const { override_accounts: before } = JSON.parse(password);
  const now = JSON.stringify({ override_accounts: [...before, account] });
  const link = await repairInDialog(page, { ...login, password: now });
  await link.getByRole('checkbox', { name: /Rainy day/ }).check();
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('has accounts that are not shared yet').waitFor({ state: 'detached' });
  await reads(page, path, 'Rainy day');
});

test('a bank that is down keeps its figures with their age; one kind of data that is refused stands alone', async () => {
  const ann = await annWith('Houndstooth Bank', { username: 'user_good', password: 'pass_good' });
  const { page, path, pull } = ann;
  const down = { endpoint: '/accounts/get', error_code: 'INSTITUTION_DOWN', count: 1 };
  await pull('/faults/add', down);
  await wake(ann);
  await reads(page, path, /Houndstooth Bank is not responding; figures are of/);
  expect(await page.getByRole('main').getByText('Ready').count()).toBeGreaterThan(0);
  expect(await barriersOf(page)).toEqual([]);
  const refused = { endpoint: '/liabilities/get', error_code: 'ADDITIONAL_CONSENT_REQUIRED', count: 9 };
  await pull('/faults/add', refused);
  await wake(ann);
  await reads(page, path, 'Houndstooth Bank gives cards and loans once you allow it.');
});

test('asking twice says when it is possible again; what was withdrawn keeps its history; removal says what goes', async () => {
  const { page, path, pull, of } = await annWith('Tartan Bank', { username: 'user_custom', password });
  await page.getByText(/You can ask again at/).waitFor();
  expect(await page.getByRole('button', { name: 'Refresh now' }).isDisabled()).toBe(true);
  await pull('/items/revoke', of);
  await reads(page, path, 'The permission to read Tartan Bank has been withdrawn.');
  await page.getByRole('heading', { name: 'The permission to read' }).waitFor();
  expect(await page.getByRole('button', { name: 'Connect again' }).count()).toBe(1);
  expect(await primaries(page)).toBe(1);
  expect(await barriersOf(page)).toEqual([]);
  await openWhole(page, '/transactions');
  expect(await page.getByText('Corner Shop').first().isVisible()).toBe(true);
  await openWhole(page, path);
  await page.getByRole('button', { name: 'Remove this connection' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.innerText()).toMatch(/1 account and 1 transaction since .* cannot be undone/s);
  expect(await barriersOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Remove and delete' }).click();
  await page.getByText('Tartan Bank was removed.').waitFor();
  expect(await page.getByRole('main').innerText()).toContain('Plaid has confirmed');
  await page.getByRole('link', { name: 'Go to connections' }).click();
  await page.getByText('No bank is connected yet.').waitFor();
});

/** The bank books something, of which the app is told: it looks. */
async function wake({ pull, of }: Awaited<ReturnType<typeof annWith>>): Promise<void> {
  const { items } = await pull('/items/list');
  const item = Array.isArray(items) ? items.find(({ item_id }) => item_id === of.item_id) : undefined;
  const account = item?.accounts.find(({ type }: { type: string }) => type === 'depository');
  const row = { ...of, account_id: account?.account_id, amount: 5, name: 'Corner Shop' };
  await pull('/transactions/add', row);
}
