/** In and out: signing up by the form, a wrong password, signing out. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useApp } from '../support/browser';
import { frameOf, logIn } from '../support/link-dialog';
import { aPerson, signUp } from '../support/sign-up';

const app = useApp();
// The front page does without its picture where none was taken.

test('from the front page through the form to the first transaction, without a reload by hand', async () => {
  const page = await app.newPage();
  const { email, password } = aPerson();
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign up' }).click();
  await fillIn(page, 'Sign up', { email, password });
  await page.waitForURL('**/dashboard');

  await page.getByRole('main').getByRole('link', { name: 'Connect a bank' }).click();
  await page.getByRole('button', { name: 'Connect a bank' }).click();
  const link = frameOf(page);
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'First Platypus Bank' }).click();
  await logIn(link, 'user_good', 'pass_good');
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('link', { name: 'Go to the overview' }).click();
  const latest = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Latest' }) });
  expect(await latest.locator('data').first().getAttribute('value')).toMatch(/^-?\d+\.\d\d$/);
});

test('a sign-up that cannot be says why beside the field', async () => {
  app.allow(/409/);
  const known = await signUp(await app.newPage());
  const page = await app.newPage();
  await page.goto('/sign-up');
  await fillIn(page, 'Sign up', { email: known.email, password: 'another-long-one' });
  await page.getByText('This address already has an account.').waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-up');
});

test('a wrong password is said in a sentence, and the right one then leads where the person was going', async () => {
  app.allow(/401/);
  const known = await signUp(await app.newPage());
  const page = await app.newPage();
  await page.goto('/net-worth');
  await page.waitForURL('**/sign-in?callbackUrl=*');
  await fillIn(page, 'Sign in', { ...known, password: 'not-her-password' });
  expect(await page.getByRole('alert').filter({ hasText: /\S/ }).innerText()).toContain(
    'That e-mail and password do not match.',
  );
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect(await page.getByLabel('E-mail').inputValue()).toBe(known.email);
  await fillIn(page, 'Sign in', known);
  await page.waitForURL('**/net-worth');
});

test('an address that nobody has is told no more than a wrong password', async () => {
  app.allow(/401/);
  const page = await app.newPage();
  await page.goto('/sign-in');
  await fillIn(page, 'Sign in', aPerson());
  const told = page.getByText('That e-mail and password do not match.');
  await told.waitFor();
  expect(await told.count()).toBe(1);
});

test('after signing out no page opens, and the back button shows nothing', async () => {
  const page = await app.newPage();
  const { name } = await signUp(page);
  await page.goto('/settings/profile');
  await page.goto('/transactions');
  await page.getByText(name, { exact: true }).first().click();
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.waitForURL(`${app.url}/`);

  await page.goBack();
  await page.waitForURL('**/sign-in?callbackUrl=*');
  await page.goto('/dashboard');
  await page.waitForURL('**/sign-in');
  expect(await page.getByText(name, { exact: true }).count()).toBe(0);
});

async function fillIn(page: Page, button: string, { email, password }: { email: string; password: string }) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: button }).click();
}
