import { expect, test } from 'vitest';
import { useApp } from '../support/browser';
import { connect, everythingIsHere } from '../support/connect';
import { signUp } from '../support/sign-up';

const app = useApp();

test('the category of a row stays what it is under a pointer, and is changed where it stands', async () => {
  const page = await app.newPage();
  await signUp(page);
  await connect(page);
  await everythingIsHere(page);
  await page.goto('/transactions?q=uber');
  const category = page.getByLabel('Category of Uber').first();
  expect(await category.inputValue()).toBe('transport');
  await category.hover();
  await category.locator('option[value=groceries]').waitFor({ state: 'attached' });
  expect(await category.inputValue()).toBe('transport');
  // The first of the list is a choice like any other.
  await category.selectOption('salary');
  await page.waitForLoadState('networkidle');
  await page.reload();
  expect(await page.getByLabel('Category of Uber').first().inputValue()).toBe('salary');
});
