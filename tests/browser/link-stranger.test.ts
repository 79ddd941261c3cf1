/** Link as an app meets it that was not written here: another origin, plain HTML, its own callbacks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { frameOf, logIn } from '../support/link-dialog';
import { eventsIn, heardOn, useStranger } from '../support/stranger';

const stranger = useStranger();

const handler = (token: string) => `Plaid.create({ token: ${JSON.stringify(token)}, ...callbacks })`;
const opening = (token: string) =>
  `const link = ${handler(token)}; document.getElementById('open').onclick = () => link.open();`;

async function share(page: Page): Promise<void> {
  const link = frameOf(page);
  await logIn(link, 'user_good', 'pass_good');
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Finish' }).click();
}

async function gone(page: Page): Promise<void> {
  await page.locator('dialog').waitFor({ state: 'detached' });
}

test('a page on another port links a bank, hears every step in order, and has its focus back', async () => {
  const token = await stranger.linkToken();
  const page = await stranger.show(opening(token));
  await page.getByRole('button', { name: 'Connect' }).press('Enter');
  const link = frameOf(page);
  await link.getByRole('button', { name: 'Continue' }).press('Enter');
  await link.getByLabel('Search for a bank').press('ArrowDown');
  await page.keyboard.press('Enter');
  await share(page);
  await gone(page);
  const heard = await heardOn(page);
  expect(eventsIn(heard)).toEqual([
    'OPEN CONSENT',
    'TRANSITION_VIEW SELECT_INSTITUTION',
    'SELECT_INSTITUTION CREDENTIAL',
    'TRANSITION_VIEW CREDENTIAL',
    'SUBMIT_CREDENTIALS',
    'TRANSITION_VIEW LOADING',
    'TRANSITION_VIEW SELECT_ACCOUNT',
    'TRANSITION_VIEW LOADING',
    'TRANSITION_VIEW CONNECTED',
    'HANDOFF',
  ]);
  expect(heard[0]?.what).toBe('load');
  expect(heard.at(-1)).toMatchObject({ what: 'success', first: expect.stringMatching(/^public-sandbox-/) });
  expect(await page.evaluate('document.activeElement.id')).toBe('open');
  const { data } = await stranger.plaid.itemPublicTokenExchange({
    public_token: String(heard.at(-1)?.first),
  });
  expect(data.access_token).toMatch(/^access-sandbox-/);
});

test('a token that is none, and a public key, end in onExit with an error; nothing at all is refused at once', async () => {
  const page =
    await stranger.show(`try { Plaid.create({ ...callbacks }); } catch (error) { heard('thrown')(error.message); }
    Plaid.create({ token: 'link-sandbox-none', ...callbacks }).open();
    setTimeout(() => Plaid.create({ key: 'abc', env: 'sandbox', ...callbacks }).open(), 500);`);
  await expect.poll(async () => (await heardOn(page)).filter(({ what }) => what === 'exit').length).toBe(2);
  const heard = (await heardOn(page)).filter(({ what }) => what !== 'event' && what !== 'load');
  expect(heard).toMatchObject([
    { what: 'thrown', first: expect.stringContaining('Missing Link parameter') },
    { what: 'exit', first: { error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_TOKEN' } },
    { what: 'exit', first: { error_type: 'INVALID_REQUEST', error_code: 'MISSING_FIELDS' } },
  ]);
});

test('exit, with and without force, calls back; destroy leaves nothing behind and says nothing', async () => {
  const token = await stranger.linkToken();
  const page = await stranger.show(`const link = ${handler(token)}, other = ${handler(token)};`);
  await page.evaluate('link.exit({ force: true }, heard("idle"))');
  await page.evaluate('link.open(); link.open();');
  await frameOf(page).getByRole('button', { name: 'Continue' }).waitFor();
  await page.evaluate('other.open()');
  expect(await page.locator('dialog').count()).toBe(2);
  await page.evaluate('other.destroy(); other.open();');
  expect(await page.locator('dialog').count()).toBe(1);
  await page.evaluate('link.exit({}, heard("left"))');
  await gone(page);
  await page.evaluate('link.open()');
  await frameOf(page).getByRole('button', { name: 'Continue' }).waitFor();
  await page.evaluate('link.exit({ force: true }, heard("forced"))');
  await gone(page);
  const heard = (await heardOn(page)).filter(({ what }) => what !== 'event' && what !== 'load');
  expect(heard.map(({ what }) => what)).toEqual(['idle', 'exit', 'left', 'exit', 'forced']);
  expect(heard[1]).toMatchObject({
    first: null,
    metadata: { institution: null, status: 'requires_credentials' },
  });
  expect(await page.evaluate('document.documentElement.style.overflow')).toBe('');
});

test('a script that is there twice, and an open before there is a body, do no harm', async () => {
  const token = await stranger.linkToken();
  const src = `${stranger.emulatorUrl}/link/v2/stable/link-initialize.js`;
  const page = await stranger.newPage();
  await page.goto(
    stranger.addPage(
      '/',
      `<!doctype html><html lang="en"><head><title>Early</title><script src="${src}"></script>
       <script>const first = Plaid; Plaid.create({ token: '${token}', onSuccess() {} }).open();</script>
       <script src="${src}"></script></head><body></body></html>`,
    ),
  );
  await frameOf(page).getByRole('button', { name: 'Continue' }).waitFor();
  expect(await page.evaluate('first === Plaid')).toBe(true);
});

test('a page that was opened from a file has no origin, and Link all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stranger-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, stranger.withLink(`${handler(await stranger.linkToken())}.open()`));
  const page = await stranger.newPage();
  await page.goto(pathToFileURL(file).href);
  await frameOf(page).getByRole('button', { name: 'Close' }).click();
  await gone(page);
  rmSync(folder, { recursive: true });
  expect((await heardOn(page)).at(-1)).toMatchObject({ what: 'exit', first: null });
});

test('Escape and a click beside the dialog ask before they leave, and a tab that is closed is an end', async () => {
  const token = await stranger.linkToken({ hosted_link: {} });
  const page = await stranger.show(`${handler(token)}.open()`);
  const link = frameOf(page);
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'First Platypus Bank' }).click();
  await link.getByLabel('User name').press('Escape');
  await link.getByRole('button', { name: 'Go on connecting' }).click();
  await page.mouse.click(10, 400);
  await link.getByRole('heading', { name: 'Leave without connecting?' }).waitFor();
  await page.goto('about:blank');
  await expect
    .poll(() => stranger.webhooks.map(({ webhook_code }) => webhook_code))
    .toEqual(['EVENTS', 'SESSION_FINISHED']);
  expect(stranger.webhooks[1]).toMatchObject({ status: 'EXITED', link_token: token });
});

test('several Items in one session reach the server by webhook, and the browser no token', async () => {
  const { data: user } = await stranger.plaid.userCreate({ client_user_id: 'bob' });
  const token = await stranger.linkToken({
    ...(user.user_id ? { user_id: user.user_id } : { user_token: user.user_token ?? '' }),
    enable_multi_item_link: true,
  });
  const page = await stranger.show(`${handler(token)}.open()`);
  const link = frameOf(page);
  for (const bank of ['First Platypus Bank', 'Tartan Bank']) {
    await link.getByRole('button', { name: /^Continue$|another bank/ }).click();
    await link.getByRole('button', { name: bank }).click();
    await logIn(link, 'user_good', 'pass_good');
    await link.getByRole('button', { name: 'Continue' }).click();
    await link.getByRole('button', { name: 'Finish' }).waitFor();
  }
  await link.getByRole('button', { name: 'Finish' }).click();
  await gone(page);
  expect((await heardOn(page)).at(-1)).toMatchObject({
    what: 'success',
    first: null,
    metadata: { accounts: [] },
  });
  const { data } = await stranger.plaid.linkTokenGet({ link_token: token });
  const [session] = data.link_sessions ?? [];
  expect(session?.results?.item_add_results.map(({ institution }) => institution?.name)).toEqual([
    'First Platypus Bank',
    'Tartan Bank',
  ]);
  await expect
    .poll(() => stranger.webhooks.filter(({ webhook_type }) => webhook_type === 'LINK').length)
    .toBe(3);
});

test('Hosted Link runs on a page of its own, over a bank’s page and back to the app', async () => {
  const completion_redirect_uri = stranger.addPage(
    '/done',
    '<!doctype html><title>Done</title><h1>Back</h1>',
  );
  const { hosted_link_url = '' } = await stranger.newLinkToken({
    hosted_link: { completion_redirect_uri, is_mobile_app: true },
  });
  const page = await stranger.newPage();
  await page.goto(hosted_link_url);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Platypus OAuth Bank' }).click();
  await page.getByRole('button', { name: 'Continue to Platypus OAuth Bank' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Share these accounts' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.waitForURL(completion_redirect_uri);
  await expect
    .poll(() => stranger.webhooks.map(({ webhook_code }) => webhook_code))
    .toContain('SESSION_FINISHED');
  const ids = stranger.webhooks.flatMap(({ link_session_id }) => link_session_id ?? []);
  expect(new Set(ids).size).toBe(1);
});

test('banks inside an element of the page open the dialog at the one that was chosen', async () => {
  const token = await stranger.linkToken();
  const page = await stranger.show(
    `const embedded = Plaid.createEmbedded({ token: '${token}', ...callbacks }, document.getElementById('here'));`,
    {},
    '<div id="here"></div>',
  );
  const grid = page.frameLocator('#here iframe');
  await grid.getByLabel('Search for a bank').fill('tartan');
  await grid.getByRole('button', { name: 'Tartan Bank' }).click();
  const link = page.frameLocator('dialog iframe');
  await link.getByRole('button', { name: 'Continue' }).click();
  await logIn(link, 'user_good', 'pass_good');
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Finish' }).click();
  await gone(page);
  expect((await heardOn(page)).at(-1)).toMatchObject({
    metadata: { institution: { institution_id: 'ins_109511' } },
  });
  await page.evaluate('embedded.destroy()');
  expect(await page.locator('iframe').count()).toBe(0);
});
