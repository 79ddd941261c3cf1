/** Who is recognised, which banks come first, what is asked on the way in, and what update mode adds. */
import { Products } from 'plaid';
import { expect, test } from 'vitest';
import { challengeOf } from '@/emulator/link/mfa';
import { recogniseUser } from '@/emulator/link/returning-user';
import type { LinkTokenDocument } from '@/emulator/documents';
import { createItem } from '@/emulator/items/items';
import type { World } from '@/emulator/world';
import { aLinkToken, dialogCall, linkPage, linkWorld } from '../support/link-world';

async function banksFor(given: Partial<LinkTokenDocument>, query = ''): Promise<Record<string, unknown>[]> {
  const world = await linkWorld();
  const { body } = await dialogCall(world, 'institutions', {
    link_token: await aLinkToken(world, given),
    query,
  });
  return Array.isArray(body['institutions']) ? body['institutions'] : [];
}

async function loginAs(given: Partial<LinkTokenDocument>, body: Record<string, unknown>) {
  const world = await linkWorld();
  const token = await aLinkToken(world, given);
  return (await dialogCall(world, 'login', { link_token: token, ...body })).body;
}

test('the Sandbox knows one person, by phone and better by phone and e-mail', () => {
  const phone_number = '+14155550123';
  expect(recogniseUser({ phone_number, email_address: 'example@plaid.com' })).toBe('phone-and-email');
  expect(recogniseUser({ phone_number })).toBe('phone');
  expect(recogniseUser({ email_address: 'example@plaid.com' })).toBeNull();
  expect(recogniseUser(null)).toBeNull();
});

test('banks that a returning user has been at come first', async () => {
  const ids = (await banksFor({ returning: 'phone-and-email' })).map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(['ins_133502', 'ins_133503']);
  const [first] = await banksFor({ returning: 'phone' });
  expect(first).toMatchObject({ id: 'ins_133503', match_reason: 'returning_user', shortcuts: ['password'] });
  const [stranger] = await banksFor({}, 'rux');
  expect(stranger).toMatchObject({ match_reason: null, shortcuts: [] });
});

test('a routing number puts its bank first, unless banks share it', async () => {
  const [first] = await banksFor({ routingNumber: '021200339' });
  expect(first).toMatchObject({ id: 'ins_109508', match_reason: 'routing_number' });
  const shared = await banksFor({ routingNumber: '110000000' });
  expect(shared.filter(({ match_reason }) => match_reason !== null)).toEqual([]);
});

test('only banks of the countries and with the products that were asked for are shown', async () => {
  const canadian = await banksFor({ countryCodes: ['CA'] });
  expect(canadian.map(({ id }) => id)).toEqual(['ins_43']);
  const european = await banksFor({ countryCodes: ['GB'], products: [Products.Investments] });
  expect(european).toEqual([]);
});

test('a code lets a returning user in, once it is the right one; strangers have no such way', async () => {
  const body = { institution_id: 'ins_133502', shortcut: 'phoneotp' };
  const known = { returning: 'phone-and-email' } as const;
  expect((await loginAs(known, { ...body, code: '654321' }))['error_code']).toBe('INVALID_MFA');
  expect((await loginAs(known, { ...body, code: '123456' }))['accounts']).toBeInstanceOf(Array);
  expect((await loginAs({}, { ...body, code: '123456' }))['error_code']).toBe('INVALID_CREDENTIALS');
});

test('a password alone lets a returning user in where the name is remembered', async () => {
  const body = { institution_id: 'ins_133503', shortcut: 'password' };
  const known = { returning: 'phone' } as const;
  expect((await loginAs(known, { ...body, password: 'wrong' }))['error_code']).toBe('INVALID_CREDENTIALS');
  expect((await loginAs(known, { ...body, password: 'pass_good' }))['accounts']).toBeInstanceOf(Array);
});

function asked(file: object, answers: readonly string[]) {
  const password = JSON.stringify(file);
  return challengeOf({ institutionId: 'ins_109508', username: 'user_custom', password }, answers);
}

test('a custom user asks what its file says', () => {
  expect(asked({ mfa: { type: 'device' } }, [])).toMatchObject({ type: 'device' });
  expect(asked({ mfa: { type: 'device' } }, ['0', '1234'])).toBeNull();
  const questions = { mfa: { type: 'questions', question_rounds: 2, questions_per_round: 1 } };
  expect(asked(questions, ['answer_0_0'])).toMatchObject({
    type: 'questions',
    questions: [expect.anything()],
  });
  expect(asked(questions, ['answer_0_0', 'answer_1_0'])).toBeNull();
  const selections = asked({ mfa: { type: 'selections' } }, []);
  expect(selections).toMatchObject({
    type: 'selections',
    questions: [{ answers: ['answer_0_0_0', 'answer_0_0_1'] }, { answers: ['answer_0_1_0', 'answer_0_1_1'] }],
  });
  expect(() => asked({ mfa: { type: 'selections' } }, ['answer_0_0_1', 'answer_0_1_0'])).toThrow(
    'INVALID_MFA',
  );
});

test('a reCAPTCHA is solved first, and then it is good or bad', () => {
  expect(asked({ recaptcha: 'good' }, [])).toEqual({ type: 'recaptcha' });
  expect(asked({ recaptcha: 'good' }, ['human'])).toBeNull();
  expect(asked({ recaptcha: 'good', mfa: { type: 'device' } }, ['human'])).toMatchObject({ type: 'device' });
  expect(() => asked({ recaptcha: 'bad' }, ['human'])).toThrow('RECAPTCHA_BAD');
});

async function anItem(world: World) {
  const credentials = { institutionId: 'ins_109508', username: 'user_good', password: 'pass_good' };
  const opened = world.openLogin(credentials, world.today);
  if ('error' in opened) throw new Error(opened.error);
  return createItem(world, {
    credentials,
    login: opened.login,
    accountKeys: opened.login.accounts.map(({ key }) => key),
    products: [Products.Transactions],
    softProducts: [],
    consentedProducts: [],
    daysRequested: null,
    webhook: null,
    clientUserId: null,
  });
}

test('update mode shows what is asked for in addition, and gets the consent', async () => {
  const world = await linkWorld();
  const { itemId } = await anItem(world);
  const token = await aLinkToken(world, {
    itemId,
    products: [Products.Assets],
    softProducts: [],
    consentedProducts: [Products.Identity],
  });
  const { body } = await dialogCall(world, 'session', { link_token: token });
  expect(body).toMatchObject({ is_update: true, products: ['assets', 'identity'] });
  await dialogCall(world, 'finish', {
    link_token: token,
    institution_id: 'ins_109508',
    username: 'user_good',
    password: 'pass_good',
    account_keys: [],
    link_session_id: String(body['link_session_id']),
  });
  expect(await world.store.find('items', itemId)).toMatchObject({
    products: ['transactions', 'assets'],
    consentedProducts: ['identity'],
  });
});

test('a bank with pages of its own shows every account, and the filter is heeded afterwards', async () => {
  const world = await linkWorld();
  const accountFilters = { depository: { account_subtypes: ['savings'] } };
  const token = await aLinkToken(world, { accountFilters });
  const session = (await dialogCall(world, 'session', { link_token: token })).body['link_session_id'];
  const started = await dialogCall(world, 'oauth-start', {
    link_token: token,
    institution_id: 'ins_127287',
    link_session_id: session,
  });
  const state = started.body['oauth_state_id'];
  const page = `bank.html?state=${String(state)}&mode=popup`;
  const html = await (await linkPage(world, page, new URLSearchParams({ step: 'sign-in' }))).text();
  const keys = [...html.matchAll(/name="account" value="([^"]+)"/g)].map(([, key = '']) => key);
  expect(keys.length).toBeGreaterThan(3);
  const form = new URLSearchParams({ step: 'share', username: 'user_good', password: 'pass_good' });
  for (const key of keys) form.append('account', key);
  await linkPage(world, page, form);
  const { body } = await dialogCall(world, 'oauth-finish', {
    link_token: token,
    oauth_state_id: state,
    link_session_id: session,
  });
  expect(body['metadata']).toMatchObject({ accounts: [{ subtype: 'savings' }] });
});
