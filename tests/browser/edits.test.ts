/** What a person changes stays: through a sync, and on every page that counts it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bankToday } from '../support/bank-day';
import { useApp } from '../support/browser';
import { callEmulator, cents, connect, everythingIsHere, exportedRows } from '../support/connect';
import { aCustomUser } from '../support/custom-user';
import { openWhole } from '../support/open-whole';
import { signUp } from '../support/sign-up';

const app = useApp();
const today = bankToday();
const month = today.slice(0, 7);
/** One row, so that each figure of the budget is known. */
const password = aCustomUser([{ transacted: today, amount: 40.25, description: 'Corner Shop' }]);

test('a changed category survives a sync and moves the money in the budget', async () => {
  const page = await aPersonWithOneRow();
  await page.goto('/transactions');
  const category = page.getByLabel('Category of Corner Shop');
  await category.hover();
  await category.selectOption({ label: 'Pets' });
  await expect.poll(async () => (await exportedRows(page))[0]?.['category']).toBe('Pets');

  await bookAnotherRow();
  expect((await page.request.post('/api/plaid/sync', { data: {} })).status()).toBe(202);
  const names = async () => (await exportedRows(page)).map(({ name, category }) => `${name}: ${category}`);
  await expect
    .poll(names, { timeout: 30_000, interval: 500 })
    .toEqual(expect.arrayContaining(['Corner Shop: Pets', expect.stringMatching(/^Late Bakery: /)]));

  await openWhole(page, `/budgets/${month}`);
  expect(await spentIn(page, 'pets')).toBe(4025);
  await page.goto('/transactions');
  expect(await page.getByLabel('Category of Corner Shop').inputValue()).toBe('pets');
});

test('a limit set by the form is kept and says what is left', async () => {
  const page = await aPersonWithOneRow();
  await openWhole(page, `/budgets/${month}`);
  await page
    .getByRole('button', { name: /^Set the limit for / })
    .first()
    .click();
  await page.getByLabel('Per month').fill('forty');
  await page.getByRole('button', { name: 'Save limit' }).click();
  await page.getByText('Write an amount in USD, such as 250 or 89.50.').waitFor();
  await page.getByLabel('Per month').fill('50');
  await page.getByRole('button', { name: 'Save limit' }).click();
  await page.getByRole('button', { name: /^Change the limit for / }).waitFor();
  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: 'of 50' });
  await row.waitFor();
  const figures = await row.locator('data').evaluateAll(valuesOf);
  expect(figures.slice(0, 3)).toEqual(['40.25', '50.00', '9.75']);
});

async function aPersonWithOneRow(): Promise<Page> {
  const page = await app.newPage();
  await signUp(page);
  await connect(page, { username: 'user_custom', password });
  await everythingIsHere(page);
  return page;
}

/** The bank has one row more than at the last sync, at every connection there is. */
async function bookAnotherRow(): Promise<void> {
  const visitor = await app.newVisitor();
  const { items } = await callEmulator(visitor, '/_emulator/items/list', {});
  const [item] = items as { item_id: string; accounts: { account_id: string }[] }[];
  const row = { account_id: item?.accounts[0]?.account_id, amount: 3.5, date: today, name: 'Late Bakery' };
  await callEmulator(visitor, '/_emulator/transactions/add', { item_id: item?.item_id, ...row });
}

async function spentIn(page: Page, categoryId: string): Promise<number> {
  const links = page.locator(`main a[href*="category=${categoryId}"]`).filter({ has: page.locator('data') });
  return cents(await links.locator('data').first().getAttribute('value'));
}

const valuesOf = (figures: Element[]) => figures.map((figure) => figure.getAttribute('value'));
