/** What ails a part of a connection: one kind of data, or an account that the person took back. */
import { expect, test, vi } from 'vitest';
import { addDays } from '@/lib/core/day';
import { annWith, PATIENCE, primaries, product, reads, repairInDialog, wake } from '../support/ann-with-bank';
import { bankToday } from '../support/bank-day';
import { barriersOf } from '../support/barriers';
import { useApp } from '../support/browser';
import { exportedRows } from '../support/connect';
import { aBankFile } from '../support/custom-user';
import { frameOf } from '../support/link-dialog';
import { openWhole } from '../support/open-whole';

const app = useApp();
vi.setConfig({ testTimeout: 240_000 });

test('a bank that is down keeps its figures with their age; what it refuses of one kind stands alone, and is allowed in Link', async () => {
  const ann = await annWith(app, 'Houndstooth Bank', { username: 'user_good', password: 'pass_good' });
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
  expect(await primaries(page)).toBe(1);
  expect(await barriersOf(page)).toEqual([]);

  await pull('/faults/clear');
  await page.getByRole('button', { name: 'Choose what to share' }).click();
  await frameOf(page).getByRole('button', { name: 'Continue' }).click();
  const link = await repairInDialog(page, ann.login);
  await link.getByRole('button', { name: 'Finish' }).click();
  // The log goes on telling what was.
  await page.getByRole('heading', { name: 'once you allow it' }).waitFor({ state: 'detached' });
  expect(await product(page, 'Cards and loans').innerText()).toContain('Ready');
});

test('what a bank does not have or give is said in one line, and nothing is asked of the person', async () => {
  const ann = await annWith(app, 'First Platypus Bank', { username: 'user_good', password: 'pass_good' });
  const { page, path, pull } = ann;
  const refused = { endpoint: '/investments/holdings/get', error_code: 'PRODUCTS_NOT_SUPPORTED', count: 9 };
  await pull('/faults/add', refused);
  await wake(ann);
  await reads(page, path, 'First Platypus Bank does not give investments here.');
  expect(await product(page, 'Cards and loans').innerText()).toContain('Ready');
  expect(await primaries(page)).toBe(0);
  expect(await barriersOf(page)).toEqual([]);
  await pull('/faults/clear');
});

test('an account that is left out is in no list; its history counts again or goes, as the person says', async () => {
  const row = (name: string) => ({ on: addDays(bankToday(), -3), amount: 5, name });
  const login = {
    username: 'user_custom',
    password: aBankFile({
      Checking: { mask: '1111', rows: [row('Corner Shop')] },
      Saving: { mask: '2222', rows: [row('Rainy Day')] },
      Travel: { mask: '3333', rows: [row('Night Train')] },
    }),
  };
  const { page, path } = await annWith(app, 'First Gingham Credit Union', login);
  const names = async () => (await exportedRows(page)).map(({ name }) => name).toSorted();
  await page.getByRole('button', { name: 'Add or leave out accounts' }).click();
  const link = await repairInDialog(page, login);
  await link.getByRole('checkbox', { name: /Saving/ }).uncheck();
  await link.getByRole('checkbox', { name: /Travel/ }).uncheck();
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Finish' }).click();
  const withdrawn = page.locator('section').filter({ hasText: 'Accounts you no longer share' });
  await withdrawn.getByText('Travel').waitFor({ timeout: PATIENCE });
  expect(await names()).toEqual(['Corner Shop']);
  expect(await barriersOf(page)).toEqual([]);

  const of = (account: string) => withdrawn.getByRole('listitem').filter({ hasText: account });
  await of('Saving').getByRole('button', { name: 'Count its history' }).click();
  await of('Saving').waitFor({ state: 'detached' });
  expect(await names()).toEqual(['Corner Shop', 'Rainy Day']);
  await of('Travel').getByRole('button', { name: 'Delete its history' }).click();
  await withdrawn.waitFor({ state: 'detached' });
  await openWhole(page, path);
  expect(await withdrawn.count()).toBe(0);
  expect(await names()).toEqual(['Corner Shop', 'Rainy Day']);
});
