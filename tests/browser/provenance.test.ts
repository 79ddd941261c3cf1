/** A person can see where each figure comes from, what it was before, and what every look at the bank brought. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bankToday } from '../support/bank-day';
import { barriersOf } from '../support/barriers';
import { useApp } from '../support/browser';
import { callEmulator, connect, everythingIsHere, exportedRows } from '../support/connect';
import { aCustomUser } from '../support/custom-user';
import { openWhole } from '../support/open-whole';
import { signUp } from '../support/sign-up';

const app = useApp();
const today = bankToday();
const password = aCustomUser([{ transacted: today, amount: 40.25, description: 'Corner Shop' }]);

test('a row tells its history, and a name of one’s own goes to the bank’s and back', async () => {
  const { page, bank } = await aPersonWithOneRow();
  const pending = await bank.tell('/transactions/add', { amount: 42.1, name: 'Bistro', pending: true });
  await bank.lookAgain('Bistro');
  await bank.tell('/transactions/post', { transaction_id: pending, amount: 50.5, name: 'Bistro Paris' });
  await bank.lookAgain('Bistro Paris');
  const id = (await exportedRows(page)).find(({ name }) => name === 'Bistro Paris')?.['id'];

  await openWhole(page, `/transactions?open=${id}`);
  const panel = page.getByRole('complementary', { name: /^Details of / });
  const origin = panel.getByText(/^−\$42\.10 while it was pending, until /);
  await panel.locator('summary').filter({ hasText: 'Where this comes from' }).focus();
  await page.keyboard.press('Enter');
  await origin.waitFor();
  await page.keyboard.press('Space');
  await origin.waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await origin.waitFor();
  await page.keyboard.press('Tab');
  // What it holds is next in line; while it was folded, it was not.
  expect(await panel.locator('details :focus').count()).toBe(1);
  await panel.getByText(/^Pending until /).waitFor();
  expect(await barriersOf(page)).toEqual([]);

  const called = (name: string) => panel.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  await panel.getByLabel('Your name for it').fill('Le Bistro');
  await panel.getByRole('button', { name: 'Save name' }).click();
  await called('Le Bistro');
  await panel.getByText('The bank says “Bistro Paris”.').waitFor();
  // By keyboard: the button stays under the finger, and leads there and back.
  await panel.getByRole('button', { name: 'Use the bank’s' }).focus();
  await page.keyboard.press('Enter');
  await called('Bistro Paris');
  await panel.getByRole('button', { name: 'Use yours again: Le Bistro' }).waitFor();
  await page.keyboard.press('Enter');
  await called('Le Bistro');
  expect(await barriersOf(page)).toEqual([]);
});

test('the log says what each look brought and what it could not get', async () => {
  const { page, bank } = await aPersonWithOneRow();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await bank.tell('/transactions/add', { amount: 7, name: 'Late Bakery' });
  await bank.lookAgain('Late Bakery');

  await openWhole(page, `/settings/connections/${bank.itemId}`);
  // By its address: the page reads itself anew while the look goes on.
  const log = await page.getByRole('link', { name: 'The whole log' }).getAttribute('href');
  const asked = page.getByRole('listitem').filter({ hasText: 'You asked' }).filter({ hasText: '1 new' });
  // The row is in a moment before the look is over.
  const looks = async () => {
    await openWhole(page, log ?? '');
    return asked.getByText('Transactions: 1 new').count();
  };
  await expect.poll(looks, { timeout: 30_000, interval: 500 }).toBe(1);
  await page.getByRole('heading', { name: 'Every look at this bank' }).waitFor();
  await asked.getByText('Details for support').click();
  await asked.getByText(/Plaid request ids: \w+/).waitFor();
  await asked.getByRole('button', { name: 'Copy' }).click();
  await asked.getByText('Copied.').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^Sync: [\w-]{36}\n/);
  expect(await barriersOf(page)).toEqual([]);

  await page.getByRole('link', { name: 'Only with problems' }).click();
  await page.getByText('Every look in the last 90 days brought what it should.').waitFor();
  await bank.tell('/items/break', {});
  await page.request.post('/api/plaid/sync', { data: {} });
  const trouble = page.getByText(/^Accounts and balances did not come in\. .+ needs you to sign in again\.$/);
  await expect
    .poll(
      async () => {
        await openWhole(page, `/settings/connections/${bank.itemId}/log?only=problems`);
        return trouble.count();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBeGreaterThan(0);
  expect(await barriersOf(page)).toEqual([]);
});

async function aPersonWithOneRow() {
  const page = await app.newPage();
  await signUp(page);
  const itemId = await connect(page, { username: 'user_custom', password });
  await everythingIsHere(page);
  return { page, bank: { itemId, ...(await steering(page)) } };
}

/** The emulator's levers for the newest connection there is. */
async function steering(page: Page) {
  const visitor = await app.newVisitor();
  const { items } = await callEmulator(visitor, '/_emulator/items/list', {});
  const item = (items as { item_id: string; accounts: { account_id: string }[] }[]).at(-1);
  const ids = { item_id: item?.item_id, account_id: item?.accounts[0]?.account_id };
  /** Answers the id of the row that it touched. */
  const tell = async (path: string, body: object): Promise<unknown> => {
    const { account_id, item_id } = ids;
    const of = path === '/transactions/add' ? { item_id, account_id } : { item_id };
    const { transaction_ids: touched } = await callEmulator(visitor, `/_emulator${path}`, { ...of, ...body });
    return Array.isArray(touched) ? touched[0] : null;
  };
  const lookAgain = async (untilThereIs: string): Promise<void> => {
    await page.request.post('/api/plaid/sync', { data: {} });
    const names = async () => (await exportedRows(page)).map(({ name }) => name);
    await expect.poll(names, { timeout: 30_000, interval: 500 }).toContain(untilThereIs);
  };
  return { tell, lookAgain };
}
