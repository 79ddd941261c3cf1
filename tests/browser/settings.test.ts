/** The settings of a person by keyboard, and what they do on the pages. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bankToday } from '../support/bank-day';
import { useApp } from '../support/browser';
import { connect, everythingIsHere } from '../support/connect';
import { aCustomUser } from '../support/custom-user';
import { openDemo } from '../support/demo';
import { openWhole } from '../support/open-whole';
import { signIn, signUp } from '../support/sign-up';

const app = useApp();
const today = bankToday();

test('numbers and dates are written as chosen, everywhere, and the form keeps what was chosen', async () => {
  const page = await app.newPage();
  await signUp(page);
  const password = aCustomUser([{ transacted: today, amount: 1234.5, description: 'Corner Shop' }]);
  await connect(page, { username: 'user_custom', password });
  await everythingIsHere(page);
  await openWhole(page, '/settings/display');
  await choose(page, 'Numbers', '1.234,56');
  await choose(page, 'Dates', today);
  await page.getByText('Not saved yet.').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.').waitFor();

  await openWhole(page, '/transactions');
  const row = page.getByRole('listitem').filter({ hasText: 'Corner Shop' });
  expect(await row.locator('data').innerText()).toContain('−1.234,50');
  expect(await page.locator('time').first().innerText()).toContain(today);
  // A screen reader is given it in the form of the page's language, once.
  expect(await row.locator('data').ariaSnapshot()).toContain('minus $1,234.50');
  // The longest of the forms have room on the narrowest phone.
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of ['/transactions', '/dashboard', '/settings/display']) {
    await openWhole(page, path);
    const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect([path, wider]).toEqual([path, 0]);
  }
  expect(await page.getByLabel('Numbers').inputValue()).toBe('point-comma');
  expect(await page.getByLabel('Dates').inputValue()).toBe('iso');
});

test('what is refused is marked, reached and kept to be mended', async () => {
  const page = await app.newPage();
  await signUp(page);
  await openWhole(page, '/settings/profile');
  await page.getByLabel('Name').fill('Ann');
  const zone = page.getByLabel('Time zone');
  await zone.evaluate((select: HTMLSelectElement) => {
    const invented = select.ownerDocument.createElement('option');
    invented.value = 'Mars/Olympus';
    select.append(invented);
    select.value = 'Mars/Olympus';
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Choose a time zone from the list.').waitFor();
  expect(await zone.evaluate((select) => select === select.ownerDocument.activeElement)).toBe(true);
  expect(await page.getByLabel('Name').inputValue()).toBe('Ann');
  await zone.selectOption('Europe/Zurich');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.reload();
  expect(await page.getByLabel('Name').inputValue()).toBe('Ann');
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Zurich');
});

test('signing out everywhere ends the session in another browser too', async () => {
  const [page, elsewhere] = [await app.newPage(), await app.newPage()];
  await signIn(elsewhere, await signUp(page));
  await openWhole(elsewhere, '/dashboard');
  await openWhole(page, '/settings/profile');
  await page.getByRole('button', { name: 'Sign out everywhere' }).press('Enter');
  await page.waitForURL('**/sign-in');
  await elsewhere.goto('/dashboard');
  await elsewhere.waitForURL('**/sign-in**');
  expect(new URL(elsewhere.url()).pathname).toBe('/sign-in');
});

test('the demo, which is everybody’s, keeps its settings and its sessions', async () => {
  const page = await app.newPage();
  await openDemo(page);
  await openWhole(page, '/settings/profile');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByText('The demo household keeps its settings.').waitFor();
  await page.goto('/dashboard');
  expect(new URL(page.url()).pathname).toBe('/dashboard');
});

test('dense rows are 36 px for a mouse, and a finger keeps 44', async () => {
  for (const [hasTouch, height] of [
    [false, 36],
    [true, 44],
  ] as const) {
    const page = await app.newPage({ hasTouch, isMobile: hasTouch });
    await openDemo(page);
    await openWhole(page, '/settings/display');
    await page.getByRole('switch', { name: 'Dense rows' }).press('Space');
    await page.getByRole('switch', { name: 'Dense rows', checked: true }).waitFor();
    await openWhole(page, '/accounts');
    const row = page.locator('main li > div').first();
    expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(height);
    expect((await row.boundingBox())?.height).toBeLessThan(height + 2);
  }
});

/** By its label and its words, as a person would; the keyboard does the same to a select of the platform. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  const select = page.getByLabel(label);
  const value = await select.locator('option').filter({ hasText: words }).last().getAttribute('value');
  await select.focus();
  await select.selectOption(value);
}
