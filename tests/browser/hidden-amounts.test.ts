/** Hidden amounts: none can be read on any page, by eye or by ear, and no script is needed for it. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { barriersOf } from '../support/barriers';
import { useApp } from '../support/browser';
import { exportedRows } from '../support/connect';
import { wholeDemo } from '../support/demo';
import { openWhole } from '../support/open-whole';

const app = useApp();
let demo: Awaited<ReturnType<typeof wholeDemo>>;

beforeAll(async () => {
  demo = await wholeDemo(await app.newPage());
});

/** Digits that are written as money is: after a currency or a sign, with cents, with thousands, or short for them. */
const AMOUNT = /[$€£¥]\s?\d|[−+]\d|\d[.,]\d\d(?!\d|\s?%)|\d[,.]\d{3}(?!\d)|\b\d+(\.\d+)?[km]\b/g;
/** Shares, rates, counts and instants are no amounts, and a strike is the name of an option. */
const NO_AMOUNT =
  /[−+]?[\d.,]+\s?%|\b[\d,]+\s+(transactions|transfers|new|changed|gone|removed)\b|\d\d:\d\d:\d\d\.\d{3}Z|\$[\d.,]+ (Call|Put)/g;

test('no page shows or says an amount while they are hidden, and money pages would', {
  timeout: 240_000,
}, async () => {
  // The page that is not there.
  app.allow(/404/);
  const page = await app.newPage({ storageState: demo.session });
  const shown = new Map<string, number>();
  for (const path of demo.pages) shown.set(path, (await amountsOn(page, path)).length);
  await page.goto('/settings/display');
  await page.getByRole('main').getByRole('switch', { name: 'Hide amounts' }).click();
  await page.getByRole('main').getByRole('switch', { name: 'Hide amounts', checked: true }).waitFor();
  for (const path of demo.pages) expect([path, await amountsOn(page, path)]).toEqual([path, []]);
  // What is looked for was there before, so it could have been found.
  for (const path of [
    '/dashboard',
    '/transactions',
    '/net-worth',
    '/accounts',
    '/investments',
    '/debts',
    '/recurring',
  ]) {
    expect([path, shown.get(path) ?? 0]).toEqual([path, expect.toSatisfy((count: number) => count > 3)]);
  }
});

test('a switch on every page hides them by keyboard, says so, and shows them again', async () => {
  const page = await app.newPage({ storageState: demo.session });
  await openWhole(page, '/accounts');
  const hide = page.getByRole('switch', { name: 'Hide amounts' });
  const figure = page.locator('main data').first();
  expect(await figure.innerText()).toMatch(/\d/);
  await hide.press('Space');
  await page.getByRole('status').filter({ hasText: 'Amounts are hidden.' }).waitFor({ state: 'attached' });
  expect(await figure.innerText()).not.toMatch(/\d/);
  expect(await figure.getAttribute('value')).toBe('');
  expect(await barriersOf(page)).toEqual([]);
  // A link within the app keeps them hidden; a download is not a screen.
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Debts' }).click();
  await page.waitForURL('**/debts');
  await page.locator('main data').first().waitFor();
  expect(amountsIn(await page.locator('main').innerText())).toEqual([]);
  expect((await exportedRows(page)).every(({ amount }) => /\d/.test(String(amount)))).toBe(true);
  await hide.press('Enter');
  await page.getByRole('switch', { name: 'Hide amounts', checked: false }).waitFor();
  expect(await page.locator('main data').first().innerText()).toMatch(/\d/);
});

test('works before a script has come', async () => {
  app.allow(/_next\/static|Failed to load/);
  const page = await app.newPage({ storageState: demo.session });
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await openWhole(page, '/accounts');
  await page.getByRole('switch', { name: 'Hide amounts' }).click();
  await page.getByRole('switch', { name: 'Hide amounts', checked: true }).waitFor();
  expect(amountsIn(await page.locator('main').innerText())).toEqual([]);
});

test('the chart that answers a pointer hides them too', async () => {
  const page = await app.newPage({ storageState: demo.session });
  await openWhole(page, '/net-worth');
  await page.getByRole('switch', { name: 'Hide amounts' }).press('Space');
  await page.getByRole('switch', { name: 'Hide amounts', checked: true }).waitFor();
  await page.getByRole('button', { name: 'Explore' }).click();
  const chart = page.locator('.recharts-surface').first();
  await chart.hover();
  await page.getByText(/^Since /).waitFor();
  expect(amountsIn(await page.locator('main').innerText())).toEqual([]);
});

/** All amounts in what a page says: its text, folded parts too, its title, and the names and values of its elements. */
async function amountsOn(page: Page, path: string): Promise<string[]> {
  await openWhole(page, path);
  const said = await page.locator('body').evaluate((body) => {
    const silent = 'script, style, template, option';
    const words = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (words.nextNode()) {
      const { parentElement, textContent } = words.currentNode;
      if (!parentElement?.closest(silent)) texts.push(textContent ?? '');
    }
    const names = ['aria-label', 'title', 'alt', 'value', 'placeholder'];
    const spoken = [...body.querySelectorAll(`:not(${silent})`)].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ''),
    );
    return [body.ownerDocument.title, texts.join(' '), ...spoken].join('\n');
  });
  return amountsIn(said);
}

function amountsIn(text: string): string[] {
  return text.replaceAll(NO_AMOUNT, '').match(AMOUNT) ?? [];
}
