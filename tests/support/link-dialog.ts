/** The Link dialog as a person uses it, inside its frame. */
import type { FrameLocator, Page } from 'playwright-core';

export const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe[title^="Plaid Link"]');

/** From the press of the button to the chosen bank's first view. */
export async function openBank(page: Page, bank: string): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Connect a bank' }).click();
  const link = frameOf(page);
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByLabel('Search for a bank').fill(bank);
  await link.getByRole('button', { name: bank }).click();
  return link;
}

export async function logIn(link: FrameLocator, username: string, password: string): Promise<void> {
  await link.getByLabel('User name').fill(username);
  await link.getByLabel('Password').fill(password);
  await link.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** Signs `user_good` in, shares what is ticked, and ends the visit. */
export async function share(link: FrameLocator): Promise<void> {
  await logIn(link, 'user_good', 'pass_good');
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Finish' }).click();
}

/** The progress page gets there by itself. */
export async function everythingIsIn(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'What has come in' }).waitFor({ timeout: 60_000 });
}
