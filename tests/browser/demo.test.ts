/** The demo household, and the promise that no two pages disagree about it. */
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useApp } from '../support/browser';
import { cents, everythingIsHere, exportedRows, sumOf } from '../support/connect';
import { openDemo } from '../support/demo';
import { openWhole } from '../support/open-whole';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

const app = useApp();
let month = '';
/** The cookies of a visitor of the demo. */
let session: StorageState;
// The front page does without its picture where none was taken.

beforeAll(async () => {
  const page = await app.newPage();
  await openDemo(page);
  await everythingIsHere(page, 2);
  session = await page.context().storageState();
  await page.goto('/budgets');
  month = new URL(page.url()).pathname.slice('/budgets/'.length);
});

test('one click from the front page to a household with six accounts', async () => {
  const page = await app.newPage();
  await openDemo(page);
  expect(cents(await leadOf(page, 'Net worth'))).not.toBe(0);
  const accounts = page.locator('main a[href^="/accounts/"]');
  await expect.poll(() => accounts.count()).toBe(6);
});

test('net worth is one figure on the overview, its own page and the accounts page', async () => {
  const page = await app.newPage({ storageState: session });
  await openWhole(page, '/dashboard');
  const onOverview = await leadOf(page, 'Net worth');
  await openWhole(page, '/accounts');
  const onAccounts = await heroOf(page);
  const each = await page.locator('main li data').evaluateAll(valuesOf);
  await openWhole(page, '/net-worth');
  expect([await heroOf(page), onAccounts]).toEqual([onOverview, onOverview]);
  expect(each.length).toBe(6);
  expect(each.reduce((sum, value) => sum + cents(value), 0)).toBe(cents(onOverview));
});

test("this month's spending is the same on the overview, in the budget and in the rows behind it", async () => {
  const page = await app.newPage({ storageState: session });
  await openWhole(page, '/dashboard');
  const onOverview = cents(await leadOf(page, /so far$/));
  await openWhole(page, `/budgets/${month}`);
  const links = await figureLinks(page);
  expect(links.length).toBeGreaterThan(5);
  expect(links.reduce((sum, { value }) => sum + value, 0)).toBe(onOverview);
  for (const { href, value } of links) {
    const rows = await exportedRows(page, new URL(href, app.url).search);
    expect([href, sumOf(rows)]).toEqual([href, -value || 0]);
  }
});

test('a click on a figure of last month’s budget opens the rows that it is made of', async () => {
  const page = await app.newPage({ storageState: session });
  await openWhole(page, `/budgets/${month}`);
  await page.getByRole('navigation', { name: 'Month' }).getByRole('link').first().click();
  await page.waitForURL((url) => url.pathname !== `/budgets/${month}`);
  const figure = page.locator('main li a[href*="category=groceries"]:has(data)');
  const spent = cents(await figure.locator('data').getAttribute('value'));
  await figure.click();
  await page.waitForURL('**/transactions?category=groceries**');
  expect(spent).toBeGreaterThan(0);
  const rows = page.locator('main li data');
  const sumShown = async () =>
    (await rows.evaluateAll(valuesOf)).reduce((sum, value) => sum + cents(value), 0);
  await expect.poll(sumShown).toBe(-spent);
});

test.for(['recurring', 'investments', 'debts'])('%s shows its figures', async (name) => {
  const page = await app.newPage({ storageState: session });
  await openWhole(page, `/${name}`);
  expect(cents(await heroOf(page))).toBeGreaterThan(0);
  expect(await page.locator('main section data').count()).toBeGreaterThan(2);
});

test('what is owed and what is invested are the same on their own pages and among the accounts', async () => {
  const page = await app.newPage({ storageState: session });
  await openWhole(page, '/debts');
  const owed = cents(await heroOf(page));
  await openWhole(page, '/investments');
  const invested = cents(await heroOf(page));
  await openWhole(page, '/accounts');
  const group = async (title: string) => cents(await leadOf(page, title));
  expect((await group('Cards')) + (await group('Loans'))).toBe(-owed);
  expect(await group('Investments')).toBe(invested);
});

/** The exact value of the first figure under a heading. */
function leadOf(page: Page, title: string | RegExp): Promise<string | null> {
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title, level: 2 }) });
  return section.locator('data').first().getAttribute('value');
}

/** The exact value of the figure that leads the page. */
function heroOf(page: Page): Promise<string | null> {
  return page.locator('main data').first().getAttribute('value');
}

/** Each category's figure of a budget, in cents, with where it leads. */
async function figureLinks(page: Page) {
  await page.locator('main li a:has(data)').first().waitFor();
  const found = await page.locator('main li a[href*="category="]:has(data)').evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute('href') ?? '',
      decimal: link.querySelector('data')?.getAttribute('value'),
      isSpending: !link.closest('section')?.querySelector('h2')?.textContent?.startsWith('Income'),
    })),
  );
  return found
    .filter(({ isSpending }) => isSpending)
    .map(({ href, decimal }) => ({ href, value: cents(decimal) }));
}

const valuesOf = (figures: Element[]) => figures.map((figure) => figure.getAttribute('value'));
