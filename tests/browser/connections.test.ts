/** Each state of a connection, as a person meets it: what it says, the one thing to do, and that it goes away. */
import { expect, test, vi } from 'vitest';
import { addDays } from '@/lib/core/day';
import { annWith, PATIENCE, primaries, product, reads, repairInDialog } from '../support/ann-with-bank';
import { bankToday } from '../support/bank-day';
import { barriersOf } from '../support/barriers';
import { useApp } from '../support/browser';
import { aCustomUser } from '../support/custom-user';
import { openWhole } from '../support/open-whole';

const app = useApp();
vi.setConfig({ testTimeout: 240_000 });
const password = aCustomUser([
  { transacted: addDays(bankToday(), -3), amount: 12.5, description: 'Corner Shop' },
]);

test('a log-in that is refused is said everywhere, with one thing to do, and goes when the bank heals', async () => {
  const { page, path, pull, of } = await annWith(app, 'First Platypus Bank', {
    username: 'user_custom',
    password,
  });
  expect(await product(page, 'Cards and loans').innerText()).toContain('No account of this kind is shared');
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
  const { page, path, pull, of, login } = await annWith(app, 'First Gingham Credit Union', {
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
  const { page, path, pull, of, login } = await annWith(app, 'Tattersall Federal Credit Union', {
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

test('asking twice says when it is possible again; what was withdrawn keeps its history; removal says what goes', async () => {
  const { page, path, pull, of } = await annWith(app, 'Tartan Bank', { username: 'user_custom', password });
  await page.request.post('/api/plaid/sync', { data: {} });
  await reads(page, path, /You can ask again at/);
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
