import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { createItem } from '@/emulator/items/items';
import { challengeOf } from '@/emulator/link/mfa';
import { DIALOG_SCRIPT } from '@/emulator/link/browser/dialog';
import { answerLink } from '@/emulator/link/routes';
import { initializeScript } from '@/emulator/link/browser/initialize';
import type { World } from '@/emulator/world';
import { aLinkToken, dialogCall, linkPage, linkWorld } from '../support/link-world';

const good = { institution_id: 'ins_109508', username: 'user_good', password: 'pass_good' };

async function keysOf(world: World, linkToken: string): Promise<string[]> {
  const { body } = await dialogCall(world, 'login', { link_token: linkToken, ...good });
  const accounts = body['accounts'];
  return Array.isArray(accounts) ? accounts.map(({ key }) => String(key)) : [];
}

async function anItem(world: World, institutionId = 'ins_109508') {
  const credentials = { institutionId, username: 'user_good', password: 'pass_good' };
  const opened = world.openLogin(credentials, world.today);
  if ('error' in opened) throw new Error(opened.error);
  return createItem(world, {
    credentials,
    login: opened.login,
    accountKeys: opened.login.accounts.map(({ key }) => key),
    products: [],
    softProducts: [],
    consentedProducts: [],
    daysRequested: null,
    webhook: null,
    clientUserId: null,
  });
}

test('the scripts of the browser can be parsed', () => {
  for (const script of [DIALOG_SCRIPT, initializeScript('http://emulator.test')]) {
    expect(() => new Script(script)).not.toThrow();
  }
});

test('the script knows where its dialog is', async () => {
  const script = await linkPage(await linkWorld(), 'link-initialize.js');
  expect(script.headers.get('content-type')).toContain('text/javascript');
  expect(await script.text()).toContain('"http://emulator.test"');
});

test('a dialog that is mounted in an app may only be framed by it', async () => {
  const mounted = await linkPage(await linkWorld('http://app.test/api/emulator'), 'link.html');
  expect(mounted.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  const alone = await linkPage(await linkWorld(), 'link.html');
  expect(alone.headers.get('content-security-policy')).not.toContain('frame-ancestors');
});

test('an expired link token is refused with INVALID_LINK_TOKEN', async () => {
  const world = await linkWorld();
  const linkToken = await aLinkToken(world, { expiresAt: 0 });
  const { body } = await dialogCall(world, 'session', { link_token: linkToken });
  expect(body).toMatchObject({ error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_TOKEN' });
  expect(body['request_id']).toMatch(/^\w{15}$/);
});

test('a session names the app and asks for a bank', async () => {
  const world = await linkWorld();
  const { body } = await dialogCall(world, 'session', { link_token: await aLinkToken(world) });
  expect(body).toMatchObject({
    client_name: 'Evenkeel',
    is_update: false,
    account_selection: true,
    institution: null,
  });
});

test('the search finds banks by the beginnings of their words', async () => {
  const world = await linkWorld();
  const linkToken = await aLinkToken(world);
  const { body } = await dialogCall(world, 'institutions', { link_token: linkToken, query: 'ging' });
  expect(body['institutions']).toMatchObject([{ id: 'ins_109509', name: 'First Gingham Credit Union' }]);
});

test('a wrong password and a password that asks for an error are refused by their codes', async () => {
  const world = await linkWorld();
  const linkToken = await aLinkToken(world);
  const codes = [];
  for (const password of ['wrong', 'error_ITEM_LOCKED', 'error_NO_ACCOUNTS']) {
    const { body } = await dialogCall(world, 'login', { link_token: linkToken, ...good, password });
    codes.push(body['error_code']);
  }
  expect(codes).toEqual(['INVALID_CREDENTIALS', 'ITEM_LOCKED', 'NO_ACCOUNTS']);
});

test('only the accounts that were ticked are linked', async () => {
  const world = await linkWorld();
  const linkToken = await aLinkToken(world);
  const [first = ''] = await keysOf(world, linkToken);
  const { body } = await dialogCall(world, 'finish', {
    link_token: linkToken,
    ...good,
    account_keys: [first],
    link_session_id: 'a-session',
  });
  expect(body['public_token']).toMatch(/^public-sandbox-/);
  expect(body['metadata']).toMatchObject({
    institution: { name: 'First Platypus Bank', institution_id: 'ins_109508' },
    accounts: [{ mask: '0000', verification_status: null, class_type: null }],
    link_session_id: 'a-session',
    transfer_status: null,
  });
});

test('update mode goes to the bank of its Item and refuses another user name', async () => {
  const world = await linkWorld();
  const { itemId } = await anItem(world);
  const linkToken = await aLinkToken(world, { itemId, products: [], softProducts: [] });
  const { body: session } = await dialogCall(world, 'session', { link_token: linkToken });
  expect(session).toMatchObject({
    is_update: true,
    account_selection: false,
    institution: { id: 'ins_109508' },
  });
  const other = { link_token: linkToken, ...good, username: 'USER_GOOD' };
  const { body } = await dialogCall(world, 'login', other);
  expect(body['error_code']).toBe('INVALID_UPDATED_USERNAME');
});

test('a device, then its code, then the accounts', () => {
  const credentials = { institutionId: 'ins_109508', username: 'user_good', password: 'mfa_device' };
  expect(challengeOf(credentials, [])).toMatchObject({ type: 'device' });
  expect(challengeOf(credentials, ['0'])).toMatchObject({ type: 'code' });
  expect(challengeOf(credentials, ['0', '1234'])).toBeNull();
  expect(() => challengeOf(credentials, ['0', '4321'])).toThrow('INVALID_MFA');
});

test('questions come in rounds and each answer is checked', () => {
  const credentials = { institutionId: 'ins_109508', username: 'user_good', password: 'mfa_questions_2_2' };
  expect(challengeOf(credentials, [])).toMatchObject({ type: 'questions' });
  expect(challengeOf(credentials, ['answer_0_0', 'answer_0_1'])).toMatchObject({ type: 'questions' });
  expect(challengeOf(credentials, ['answer_0_0', 'answer_0_1', 'answer_1_0', 'answer_1_1'])).toBeNull();
  expect(() => challengeOf(credentials, ['answer_0_0', 'answer_0_0'])).toThrow('INVALID_MFA');
});

test('selections take the first answer of each question', () => {
  const credentials = {
    institutionId: 'ins_109508',
    username: 'user_good',
    password: 'mfa_selections_1_2_3',
  };
  expect(challengeOf(credentials, [])).toMatchObject({ questions: [{}, {}] });
  expect(challengeOf(credentials, ['answer_0_0_0', 'answer_0_1_0'])).toBeNull();
  expect(() => challengeOf(credentials, ['answer_0_0_0', 'answer_0_1_2'])).toThrow('INVALID_MFA');
});

async function aVisit(world: World, linkToken: string): Promise<string> {
  const { body } = await dialogCall(world, 'oauth-start', {
    link_token: linkToken,
    institution_id: 'ins_127287',
  });
  return String(body['oauth_state_id']);
}

async function share(world: World, state: string, mode: string): Promise<Response> {
  const page = `bank.html?state=${state}&mode=${mode}`;
  const accounts = await linkPage(world, page, new URLSearchParams({ step: 'sign-in' }));
  const html = await accounts.text();
  const keys = [...html.matchAll(/name="account" value="([^"]+)"/g)].map(([, key = '']) => key);
  const form = new URLSearchParams({ step: 'share', username: 'user_good', password: 'pass_good' });
  form.append('account', keys[0] ?? '');
  return linkPage(world, page, form);
}

test('the bank sends the person back to the redirect address with its state, once', async () => {
  const world = await linkWorld();
  const linkToken = await aLinkToken(world);
  const state = await aVisit(world, linkToken);
  const back = await share(world, state, 'redirect');
  expect(back.status).toBe(303);
  expect(back.headers.get('location')).toBe(`https://app.test/oauth?oauth_state_id=${state}`);
  const body = { link_token: linkToken, oauth_state_id: state, link_session_id: 'a-session' };
  const first = await dialogCall(world, 'oauth-finish', body);
  expect(first.body['metadata']).toMatchObject({ accounts: [{ mask: '0000' }] });
  const second = await dialogCall(world, 'oauth-finish', body);
  expect(second.body['error_code']).toBe('OAUTH_STATE_ID_ALREADY_PROCESSED');
});

test('a visit cannot be finished with another link token', async () => {
  const world = await linkWorld();
  const state = await aVisit(world, await aLinkToken(world));
  await share(world, state, 'redirect');
  const other = { link_token: await aLinkToken(world), oauth_state_id: state };
  const { body } = await dialogCall(world, 'oauth-finish', other);
  expect(body['error_code']).toBe('INCORRECT_LINK_TOKEN');
});

test('refusing at the bank shares nothing', async () => {
  const world = await linkWorld();
  const linkToken = await aLinkToken(world);
  const state = await aVisit(world, linkToken);
  await linkPage(world, `bank.html?state=${state}&mode=popup`, new URLSearchParams({ step: 'refuse' }));
  const { body } = await dialogCall(world, 'oauth-finish', { link_token: linkToken, oauth_state_id: state });
  expect(body).toMatchObject({ refused: true });
});

test('an unknown visit ends on a page that says so', async () => {
  const page = await linkPage(await linkWorld(), 'bank.html?state=nobody');
  expect(page.status).toBe(404);
  expect(await page.text()).toContain('start again');
});

test('names in the bank page are text, whatever they hold', async () => {
  const world = await linkWorld();
  const linkToken = await aLinkToken(world, { clientName: '<script>alert(1)</script>' });
  const page = await linkPage(world, `bank.html?state=${await aVisit(world, linkToken)}`);
  expect(await page.text()).not.toContain('<script>');
});

test('a hosted page opens for its own token and for no other', async () => {
  const world = await linkWorld();
  const hosted = await aLinkToken(world, {
    hosted: { url: '', completionRedirectUri: 'https://app.test/</script>', isMobileApp: false },
  });
  const page = await hostedPage(world, hosted);
  expect(page.status).toBe(200);
  expect(await page.text()).not.toContain('test/</script>');
  expect((await hostedPage(world, await aLinkToken(world))).status).toBe(404);
  expect((await hostedPage(world, 'nobody')).status).toBe(404);
});

async function hostedPage(world: World, token: string): Promise<Response> {
  const path = `/link/hosted/${token}`;
  const page = await answerLink(world, new Request(`${world.config.publicUrl}${path}`), path);
  if (!page) throw new Error('There is no page.');
  return page;
}
