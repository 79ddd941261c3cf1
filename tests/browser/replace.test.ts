import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays } from '@/lib/core/day';
import { bankToday } from '../support/bank-day';
import { barriersOf } from '../support/barriers';
import { useApp } from '../support/browser';
import { aPublicToken, connect, everythingIsHere, exportedRows } from '../support/connect';
import { aBankFile } from '../support/custom-user';
import { frameOf } from '../support/link-dialog';
import { openWhole } from '../support/open-whole';
import { signUp } from '../support/sign-up';

const app = useApp();
const ago = (days: number) => addDays(bankToday(), -days);
const coffee = { on: ago(6), amount: 4, name: 'Coffee' };
const former = aBankFile({
  Checking: { mask: '1234', rows: [{ on: ago(400), amount: 80, name: 'Old Books' }, coffee, coffee] },
  Saving: { mask: '5678', rows: [] },
});
const present = aBankFile({ Checking: { mask: '1234', rows: [coffee, coffee] } });

/** A person whose bank is linked, and linked again in its own place; the new connection waits. */
async function relinked(page: Page) {
  await signUp(page);
  const first = await connect(page, { username: 'user_custom', password: former });
  await everythingIsHere(page);
  const publicToken = await aPublicToken(page, { username: 'user_custom', password: present });
  const answer = await page.request.post('/api/plaid/exchange', { data: { publicToken, replaces: first } });
  const { itemId: second } = await answer.json();
  await everythingIsHere(page, 2);
  return { first, second };
}

test('a new connection takes the place of the former one: preview, by keyboard to yes, result', async () => {
  const page = await app.newPage();
  const { first, second } = await relinked(page);
  await openWhole(page, '/settings/connections');
  await page.getByRole('link', { name: 'See what would move' }).click();
  await page.getByText('2 transactions are in both').waitFor();
  expect(await page.getByText('1 older transaction stays').count()).toBe(1);
  expect(await page.getByText('Its history stays; it is closed').count()).toBe(1);
  expect(await barriersOf(page)).toEqual([]);
  expect(await exportedRows(page)).toHaveLength(3);
  await page.getByRole('button', { name: 'Replace and keep my history' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/settings/connections/${second}`);
  await page.getByText('1 of 2 accounts go on under it.').waitFor();
  expect((await exportedRows(page)).map(({ name }) => name)).toEqual(['Coffee', 'Coffee', 'Old Books']);
  await page.goto(`/settings/connections/${first}/replace?by=${second}`);
  await page.waitForURL(`**/settings/connections/${second}`);
});

test('the person may choose by hand, or keep both', async () => {
  const page = await app.newPage({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const { first, second } = await relinked(page);
  await openWhole(page, `/settings/connections/${second}`);
  await page.getByText('waits for you.').waitFor();
  await page.getByRole('link', { name: 'See what would move' }).click();
  await page.waitForURL(`**/settings/connections/${first}/replace?by=${second}`);
  await page.getByLabel('Checking ··1234').selectOption('');
  await page.getByRole('button', { name: 'Look again with this choice' }).click();
  await page.getByText('3 older transactions stay').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep both' }).click();
  await page.waitForURL(`**/settings/connections/${second}`);
  expect(await exportedRows(page)).toHaveLength(5);
});

test('the way over the bank’s own page comes back to what would move', async () => {
  const page = await app.newPage();
  await signUp(page);
  const first = await connect(page, { institutionId: 'ins_127287' });
  await everythingIsHere(page);
  await openWhole(page, `/settings/connections/${first}/replace`);
  await page.getByRole('button', { name: 'Connect Platypus OAuth Bank again' }).click();
  const link = frameOf(page);
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Platypus OAuth Bank' }).click();
  await link.getByRole('button', { name: 'Open it in this tab instead' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Share these accounts' }).click();
  await page.waitForURL(/\/oauth\?oauth_state_id=/);
  await frameOf(page).getByRole('button', { name: 'Finish' }).click();
  await page.waitForURL(new RegExp(`/settings/connections/${first}/replace\\?by=`));
  await page.getByRole('heading', { name: 'Replace Platypus OAuth Bank' }).waitFor({ timeout: 60_000 });
  const same = page.getByText('The bank says that it is the same account.');
  expect(await same.count()).toBeGreaterThan(1);
  expect(await exportedRows(page)).not.toEqual([]);
});
