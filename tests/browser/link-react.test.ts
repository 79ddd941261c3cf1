/** Link through `react-plaid-link` as published, on pages of another app. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { frameOf } from '../support/link-dialog';
import { reactPage } from '../support/react-page';
import { heardOn, useStranger } from '../support/stranger';

const stranger = useStranger();

async function gone(page: Page): Promise<void> {
  await page.locator('dialog').waitFor({ state: 'detached' });
}

const REACT_APP = (token: string, next: string) => `
function Connect({ token }) {
  const { open, exit, ready } = PlaidLink.usePlaidLink({
    token, onSuccess: heard('success'), onExit: heard('exit'), onEvent: heard('event'), onLoad: heard('load'),
    ...(location.search.includes('oauth_state_id') && { receivedRedirectUri: location.href }),
  });
  React.useEffect(() => { if (ready && location.search.includes('oauth_state_id')) open(); }, [ready, open]);
  window.exitLink = exit;
  return e('button', { disabled: !ready, onClick: () => open() }, 'Connect');
}
const draw = (child) => root.render(e(React.StrictMode, null, child));
window.change = () => draw(e(Connect, { token: '${next}' }));
window.unmount = () => draw(null);
draw(e(Connect, { token: '${token}' }));`;

/** Plaid's address answers with the emulator's script, which is all that an app changes. */
async function aReactPage(path: string, html: string): Promise<Page> {
  const script = await (await fetch(`${stranger.emulatorUrl}/link/v2/stable/link-initialize.js`)).text();
  const page = await stranger.newPage();
  await page.route('https://cdn.plaid.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await page.goto(stranger.addPage(path, html));
  return page;
}

test('the unchanged usePlaidLink lives, changes its token, and dies without a trace', async () => {
  const app = REACT_APP(await stranger.linkToken(), await stranger.linkToken({ client_name: 'Second' }));
  const page = await aReactPage('/react', reactPage(app));
  await page.getByRole('button', { name: 'Connect' }).click();
  await frameOf(page)
    .getByRole('heading', { name: /Stranger uses Plaid/ })
    .waitFor();
  await page.evaluate('change()');
  await gone(page);
  await page.getByRole('button', { name: 'Connect' }).click();
  await frameOf(page)
    .getByRole('heading', { name: /Second uses Plaid/ })
    .waitFor();
  await page.evaluate('unmount()');
  await gone(page);
  const ends = (await heardOn(page)).filter(({ what }) => what === 'exit' || what === 'success');
  expect(ends).toMatchObject([
    { what: 'exit', first: null },
    { what: 'exit', first: null },
  ]);
});

test('with the script of the emulator in its head, a React app asks Plaid for none', async () => {
  const app = REACT_APP(await stranger.linkToken(), await stranger.linkToken());
  const page = await stranger.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).hostname));
  const script = `<script src="${stranger.emulatorUrl}/link/v2/stable/link-initialize.js"></script>`;
  await page.goto(stranger.addPage('/react', reactPage(app).replace('</head>', `${script}</head>`)));
  await page.getByRole('button', { name: 'Connect' }).click();
  await frameOf(page)
    .getByRole('heading', { name: /Stranger uses Plaid/ })
    .waitFor();
  expect(asked).toContain('localhost');
  expect(asked).not.toContain('cdn.plaid.com');
});

test('a React app takes up Link again on its redirect page, with the address that it was called at', async () => {
  const token = await stranger.linkToken({ redirect_uri: `${stranger.url}/react` });
  const page = await aReactPage('/react', reactPage(REACT_APP(token, '')));
  await page.getByRole('button', { name: 'Connect' }).click();
  const link = frameOf(page);
  await link.getByRole('button', { name: 'Continue' }).click();
  await link.getByRole('button', { name: 'Platypus OAuth Bank' }).click();
  await link.getByRole('button', { name: 'Open it in this tab instead' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Share these accounts' }).click();
  await page.waitForURL(/oauth_state_id=/);
  await link.getByRole('button', { name: 'Finish' }).click();
  await gone(page);
  expect((await heardOn(page)).at(-1)).toMatchObject({
    what: 'success',
    metadata: { institution: { institution_id: 'ins_127287' } },
  });
});

test('the unchanged PlaidEmbeddedLink shows banks', async () => {
  const token = await stranger.linkToken();
  const page = await aReactPage(
    '/react',
    reactPage(
      `root.render(e(PlaidLink.PlaidEmbeddedLink, { token: '${token}', onSuccess: heard('success'), style: { height: '400px' } }));`,
    ),
  );
  await page.frameLocator('iframe').getByRole('button', { name: 'First Platypus Bank' }).click();
  await page.frameLocator('dialog iframe').getByRole('button', { name: 'Continue' }).waitFor();
  expect(await page.locator('iframe').count()).toBe(2);
});
