import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriersOf } from '../support/barriers';
import { useApp } from '../support/browser';
import {
  banksAnswerAtOnce,
  banksTakeTheirTime,
  callEmulator,
  connect,
  connectionsOf,
  everythingIsHere,
} from '../support/connect';
import { aBankFile } from '../support/custom-user';
import { everythingIsIn, frameOf, logIn, openBank, share } from '../support/link-dialog';
import { signUp } from '../support/sign-up';

const app = useApp();

test('a new person connects a bank, watches it come in, and sees the transactions', async () => {
  const page = await app.newPage();
  await signUp(page);
  await banksTakeTheirTime(page);
  await page.goto('/settings/connections');
  await share(await openBank(page, 'First Platypus Bank'));
  await page.getByRole('heading', { name: 'Coming in now' }).waitFor();
  await everythingIsIn(page);
  await banksAnswerAtOnce(page);
  expect(await page.getByText('9 accounts').first().innerText()).toContain('9 accounts');
  await page.getByRole('link', { name: 'Transactions', exact: true }).first().click();
  await page.waitForURL('**/transactions');
  await page.getByRole('main').getByText('Uber').first().waitFor();
});

test('a wrong password is said in place and can be corrected', async () => {
  const page = await app.newPage();
  await signUp(page);
  await page.goto('/settings/connections');
  const link = await openBank(page, 'First Platypus Bank');
  await logIn(link, 'user_good', 'wrong');
  expect(await link.getByRole('alert').innerText()).toContain('is not right');
  await logIn(link, 'user_good', 'pass_good');
  await link.getByRole('heading', { name: 'Select the accounts to share' }).waitFor();
});

test('leaving Link changes nothing and alarms nobody; a locked log-in is explained', async () => {
  const page = await app.newPage();
  await signUp(page);
  await page.goto('/settings/connections');
  await openBank(page, 'First Platypus Bank');
  await page.keyboard.press('Escape');
  await frameOf(page).getByRole('button', { name: 'Leave' }).click();
  await page.locator('iframe').waitFor({ state: 'detached' });
  expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
  const link = await openBank(page, 'First Platypus Bank');
  await logIn(link, 'user_good', 'error_ITEM_LOCKED');
  await link.getByText('Code: ITEM_LOCKED').waitFor();
  await link.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText('The bank has locked this log-in.').waitFor();
});

test('check 13: a bank with a page of its own: there, back through /oauth, and connected', async () => {
  const page = await app.newPage();
  await signUp(page);
  const address = await visitInThisTab(page);
  await everythingIsIn(page);
  await page.goto(address);
  const ended = page.getByRole('heading', { name: 'This visit to the bank has ended.' });
  expect(await ended.innerText()).not.toBe('');
});

test('a bank with a page of its own that is connected already leaves the choice to the person', async () => {
  // The refusal is a 409, which Chromium prints.
  app.allow(/409/);
  const page = await app.newPage();
  await signUp(page);
  await visitInThisTab(page);
  await everythingIsIn(page);
  const first = new URL(page.url()).pathname;
  await visitInThisTab(page);
  await page.getByRole('heading', { name: 'Your bank sent you back' }).waitFor();
  expect(await page.getByRole('link', { name: 'Open that connection' }).getAttribute('href')).toBe(first);
  await page.getByRole('button', { name: 'Replace it' }).click();
  await page.waitForURL(`**${first}/replace?by=*`);
});

/** Answers the address that the bank sent the person back to. */
async function visitInThisTab(page: Page): Promise<string> {
  await page.goto('/settings/connections');
  const link = await openBank(page, 'Platypus OAuth Bank');
  await link.getByRole('button', { name: 'Open it in this tab instead' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Share these accounts' }).click();
  await page.waitForURL(/\/oauth\?oauth_state_id=/);
  const address = page.url();
  await frameOf(page).getByRole('button', { name: 'Finish' }).click();
  return address;
}

test('check 14: a link token that ran out is renewed without a word', async () => {
  // The refusal of the old one is a 400, which Chromium prints.
  app.allow(/400/);
  const page = await app.newPage();
  await signUp(page);
  let asked = 0;
  await page.route('**/api/plaid/link-token', async (route) => {
    asked += 1;
    const response = await route.fetch();
    const token = await response.json();
    // As for someone who comes back to a window that stood open for hours.
    const old = { ...token, linkToken: 'link-sandbox-00000000-0000-4000-8000-000000000000' };
    await route.fulfill({ response, json: asked === 1 ? old : token });
  });
  await page.goto('/settings/connections');
  await share(await openBank(page, 'First Platypus Bank'));
  await everythingIsIn(page);
  expect(asked).toBe(2);
});

test('a bank in a pop-up goes on by itself when the window closes', async () => {
  const page = await app.newPage();
  await signUp(page);
  await page.goto('/settings/connections');
  const link = await openBank(page, 'Platypus OAuth Bank');
  const [bank] = await Promise.all([
    page.context().waitForEvent('page'),
    link.getByRole('button', { name: 'Continue to Platypus OAuth Bank' }).click(),
  ]);
  await bank.getByRole('button', { name: 'Sign in' }).click();
  await bank.getByRole('button', { name: 'Share these accounts' }).click();
  await link.getByRole('button', { name: 'Finish' }).click();
  await everythingIsIn(page);
  expect(bank.isClosed()).toBe(true);
});

test('the same bank a second time is refused, and leads to the one that is there or takes its place', async () => {
  // The refusal is a 409, which Chromium prints.
  app.allow(/409/);
  const page = await app.newPage();
  await signUp(page);
  const first = `/settings/connections/${await connect(page)}`;
  await page.goto('/settings/connections');
  await share(await openBank(page, 'First Platypus Bank'));
  expect(await page.getByRole('link', { name: 'Open that connection' }).getAttribute('href')).toBe(first);
  // Without another visit to the bank: nothing was made of the first one yet.
  await page.getByRole('button', { name: 'Replace it' }).click();
  await page.waitForURL(`**${first}/replace?by=*`);
  await page.getByRole('heading', { name: 'Replace First Platypus Bank' }).waitFor({ timeout: 45_000 });
});

test('where a bank says too little to tell, the person says that it is another log-in', async () => {
  app.allow(/409/);
  const page = await app.newPage();
  await signUp(page);
  const unnumbered = { username: 'user_custom', password: aBankFile({ Checking: { mask: '', rows: [] } }) };
  const first = await connect(page, unnumbered);
  await page.goto('/settings/connections');
  const link = await openBank(page, 'First Platypus Bank');
  await logIn(link, unnumbered.username, unnumbered.password);
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('it does not say whether it is the same').waitFor();
  await page.getByRole('button', { name: 'Replace it' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'It is another log-in' }).click();
  await everythingIsIn(page);
  expect(await connectionsOf(page)).toHaveLength(2);
  expect(page.url()).not.toContain(first);
});

test('a broken connection says so and is repaired without losing anything', async () => {
  const page = await app.newPage();
  await signUp(page);
  const webhook = `${app.url}/api/plaid/webhook`;
  const connection = `/settings/connections/${await connect(page, { institutionId: 'ins_109511', webhook })}`;
  await everythingIsHere(page);
  await page.goto(connection);
  await breakItemAt(page, 'ins_109511');
  await expect.poll(() => needsSignIn(page, 'Tartan Bank'), { timeout: 30_000, interval: 1000 }).toBe(true);
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const link = frameOf(page);
  await logIn(link, 'user_good', 'pass_good');
  await link.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'needs you to sign in again' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Add or leave out accounts' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(connection);
});

test('a connection is removed with its data, after being asked, also while it comes in', async () => {
  const page = await app.newPage();
  await signUp(page);
  await banksTakeTheirTime(page);
  await page.goto(`/settings/connections/${await connect(page)}`);
  await banksAnswerAtOnce(page);
  await page.getByRole('heading', { name: 'Coming in now' }).waitFor();
  await page.getByRole('button', { name: 'Remove this connection' }).click();
  // Nobody is as quick as what was being read when they pressed.
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Remove and delete' }).click();
  await page.getByText('First Platypus Bank was removed.').waitFor();
  // A page that follows what comes in looks again now; there is nothing of it any more.
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Go to connections' }).click();
  await page.waitForURL('**/settings/connections');
  expect(await page.getByText('No bank is connected yet.').innerText()).not.toBe('');
});

test('the dialog and the pages around it have no barriers that a machine can find', async () => {
  const page = await app.newPage();
  await signUp(page);
  await page.goto('/settings/connections');
  await page.getByText('No bank is connected yet.').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Connect a bank' }).click();
  const link = frameOf(page);
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'First Platypus Bank' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await link.getByRole('button', { name: 'First Platypus Bank' }).click();
  await logIn(link, 'user_good', 'pass_good');
  await link.getByRole('heading', { name: 'Select the accounts to share' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Finish' }).click();
  await everythingIsIn(page);
  expect(await barriersOf(page)).toEqual([]);
});

/** Read anew, since a bank tells of it when nobody looks. */
async function needsSignIn(page: Page, bank: string): Promise<boolean> {
  await page.reload();
  await page.getByRole('heading', { name: 'This connection' }).waitFor();
  return page.getByRole('heading', { name: `${bank} needs you to sign in again.` }).isVisible();
}

/** The bank wants a new log-in; the emulator tells so by webhook. */
async function breakItemAt(page: Page, institutionId: string): Promise<void> {
  const { items } = await callEmulator(page, '/_emulator/items/list', {});
  const item = Array.isArray(items) ? items.findLast((one) => one.institution_id === institutionId) : null;
  await callEmulator(page, '/_emulator/items/break', { item_id: item?.item_id });
}
