import type { Page } from 'playwright-core';
import { everythingIsHere } from './connect';
import { pagesOf } from './pages';

/** Through the front page into the demo household; ends on its overview. */
export async function openDemo(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await page.waitForURL('**/dashboard');
}

/** A household with all its data in: the session that opens it in any other window, and its pages. */
export async function wholeDemo(page: Page) {
  await openDemo(page);
  await everythingIsHere(page, 2);
  return { session: await page.context().storageState(), pages: await pagesOf(page) };
}
