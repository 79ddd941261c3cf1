/** The dialog for everybody: what a machine finds amiss, narrow screens, the dark, and no movement. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriersOf } from '../support/barriers';
import { frameOf, logIn } from '../support/link-dialog';
import { useStranger } from '../support/stranger';

const stranger = useStranger();

test('no view has a barrier in the dark, on the smallest phone', async () => {
  const page = await stranger.newPage(phone(320, 'dark'));
  const seen: string[] = [];
  await walk(page, async (view) => {
    await expectFit(page, view);
    // Colours are what differs by the theme; the rest is looked at once, on the richest view.
    const rules = seen.length === 1 ? undefined : ['color-contrast'];
    seen.push(...(await barriersOf(page, rules)).map((barrier) => `${seen.length}: ${barrier}`), 'seen');
  });
  expect(seen).toEqual(Array(7).fill('seen'));
});

test('no view is too wide or has a button that is too small on a phone by day', async () => {
  const page = await stranger.newPage(phone(390, 'light'));
  let views = 0;
  await walk(page, async (view) => {
    await expectFit(page, view);
    views += 1;
  });
  expect(views).toBe(7);
});

test('a hosted page has no barrier, and nothing moves where nothing should', async () => {
  const { hosted_link_url = '' } = await stranger.newLinkToken({ hosted_link: {} });
  const page = await stranger.newPage({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto(hosted_link_url);
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await page.locator('body').evaluate((body) => {
    body.insertAdjacentHTML('beforeend', '<span class="line"></span>');
  });
  expect(await page.locator('.line').evaluate((line) => getComputedStyle(line).animationName)).toBe('none');
});

const phone = (width: number, colorScheme: 'dark' | 'light') => ({
  viewport: { width, height: 2 * width },
  colorScheme,
});

/** From consent to the end over every kind of view, each of them shown to `look` with its main button. */
async function walk(page: Page, look: (button: Locator) => Promise<void>): Promise<void> {
  const script = `Plaid.create({ token: '${await stranger.linkToken()}', ...callbacks }).open()`;
  await page.goto(stranger.addPage('/', stranger.withLink(script)));
  const link = frameOf(page);
  const button = (name: string) => link.getByRole('button', { name, exact: true });
  await step(look, button('Continue'));
  await link.getByLabel('Search for a bank').fill('unhealthy');
  await step(look, link.getByRole('button', { name: 'Degraded' }));
  await step(look, button('Go on anyway'));
  await refused(link);
  await look(button('Log in'));
  await logIn(link, 'user_good', 'mfa_device');
  await link.getByRole('radio').first().waitFor();
  await step(look, button('Continue'));
  await link.getByLabel(/Code sent by/).fill('1234');
  await button('Continue').click();
  await link.getByRole('checkbox').first().waitFor();
  await step(look, button('Continue'));
  await step(look, button('Finish'));
}

async function step(look: (button: Locator) => Promise<void>, button: Locator): Promise<void> {
  await button.waitFor();
  await look(button);
  await button.click();
}

async function refused(link: FrameLocator): Promise<void> {
  await logIn(link, 'user_good', 'wrong');
  await link.getByRole('alert').waitFor();
}

/** Nothing sticks out to the side, and the button is big enough for a finger. */
async function expectFit(page: Page, button: Locator): Promise<void> {
  const overflow = await frameOf(page)
    .locator('#view')
    .evaluate((view) => view.scrollWidth - view.clientWidth);
  expect(overflow).toBe(0);
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
}
