import type { Page } from 'playwright-core';

/** Through the front page into the demo household; ends on its overview. */
export async function openDemo(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await page.waitForURL('**/dashboard');
}
