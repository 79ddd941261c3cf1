import type { Page } from 'playwright-core';

/** Goes to a page and ends when its last part has come in: parts come in any order, and figures with them. */
export async function openWhole(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('template[id^="B:"]').first().waitFor({ state: 'detached' });
}
