/** What a session of Link leaves behind, and the webhooks of Hosted and Multi-Item Link. */
import { CountryCode, HostedLinkDeliveryMethod, Products } from 'plaid';
import { expect, test } from 'vitest';
import type { LinkTokenDocument } from '@/emulator/documents';
import type { World } from '@/emulator/world';
import { anEmulator, EMULATOR_URL, plaidClientFor } from '../support/emulator-client';
import { aLinkToken, dialogCall, linkWorld } from '../support/link-world';
import { refusal } from '../support/plaid-refusal';

const HOSTED = { url: 'http://emulator.test/link/hosted/x', completionRedirectUri: null, isMobileApp: false };
const ASKED = {
  client_name: 'Evenkeel',
  language: 'en',
  country_codes: [CountryCode.Us],
  user: { client_user_id: 'ann' },
  products: [Products.Transactions],
};

async function aSession(given: Partial<LinkTokenDocument> = {}) {
  const world = await linkWorld();
  const token = await aLinkToken(world, { webhook: 'https://app.test/webhook', ...given });
  const { body } = await dialogCall(world, 'session', { link_token: token });
  return { world, token, session: String(body['link_session_id']) };
}

async function connect(world: World, token: string, session: string, institution: string): Promise<string> {
  const login = {
    link_token: token,
    institution_id: institution,
    username: 'user_good',
    password: 'pass_good',
  };
  const opened = await dialogCall(world, 'login', login);
  const accounts = opened.body['accounts'];
  const account_keys = Array.isArray(accounts) ? accounts.map(({ key }) => String(key)) : [];
  const { body } = await dialogCall(world, 'finish', { ...login, account_keys, link_session_id: session });
  return String(body['public_token']);
}

async function report(world: World, token: string, session: string, end: object | null) {
  const opened = {
    event_name: 'OPEN',
    timestamp: '2026-03-14T12:00:00.000Z',
    event_metadata: { view_name: 'CONSENT', mfa_type: null, is_update_mode: 'false' },
  };
  return dialogCall(world, 'report', { link_token: token, link_session_id: session, events: [opened], end });
}

async function told(world: World): Promise<Record<string, unknown>[]> {
  const webhooks = await world.store.list('webhooks');
  return webhooks.filter(({ type }) => type === 'LINK').map(({ body }) => JSON.parse(body));
}

async function entryOf(world: World, token: string) {
  return (await world.store.find('linkTokens', token))?.sessions[0];
}

test('an ordinary session is logged with its Item and its end, and nothing is told by webhook', async () => {
  const { world, token, session } = await aSession();
  const publicToken = await connect(world, token, session, 'ins_109508');
  expect(await entryOf(world, token)).toMatchObject({ link_session_id: session, finished_at: null });
  await report(world, token, session, { status: 'SUCCESS' });
  const entry = await entryOf(world, token);
  expect(entry?.finished_at).toBe('2026-03-14T12:00:00.000Z');
  expect(entry?.on_success).toMatchObject({ public_token: publicToken });
  expect(entry?.results.item_add_results).toMatchObject([{ public_token: publicToken }]);
  expect(entry?.events).toEqual([
    {
      event_name: 'OPEN',
      timestamp: '2026-03-14T12:00:00.000Z',
      event_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      event_metadata: { view_name: 'CONSENT' },
    },
  ]);
  expect(await told(world)).toEqual([]);
});

test('Multi-Item Link tells each Item, and at the end all of them', async () => {
  const { world, token, session } = await aSession({ multiItem: true });
  const first = await connect(world, token, session, 'ins_109508');
  const second = await connect(world, token, session, 'ins_109511');
  await report(world, token, session, { status: 'SUCCESS' });
  const named = { webhook_type: 'LINK', link_session_id: session, link_token: token, environment: 'sandbox' };
  expect(await told(world)).toEqual([
    { ...named, webhook_code: 'ITEM_ADD_RESULT', public_token: first },
    { ...named, webhook_code: 'ITEM_ADD_RESULT', public_token: second },
    { ...named, webhook_code: 'SESSION_FINISHED', status: 'SUCCESS', public_tokens: [first, second] },
  ]);
  const entry = await entryOf(world, token);
  expect(entry?.results.item_add_results.map(({ public_token }) => public_token)).toEqual([first, second]);
  expect(entry?.on_success).toBeUndefined();
});

test('Hosted Link tells its events, too, and an end only once', async () => {
  const { world, token, session } = await aSession({ hosted: HOSTED });
  const publicToken = await connect(world, token, session, 'ins_109508');
  await report(world, token, session, { status: 'SUCCESS' });
  await report(world, token, session, { status: 'SUCCESS' });
  const codes = (await told(world)).map(({ webhook_code }) => webhook_code);
  expect(codes).toEqual(['ITEM_ADD_RESULT', 'EVENTS', 'SESSION_FINISHED']);
  expect((await told(world))[2]).toMatchObject({ public_token: publicToken, public_tokens: [publicToken] });
});

test('leaving is an end with the error that was met', async () => {
  const { world, token, session } = await aSession({ hosted: HOSTED });
  await report(world, token, session, {
    status: 'EXITED',
    error_code: 'ITEM_LOCKED',
    exit_status: 'requires_credentials',
    institution: { name: 'First Platypus Bank', institution_id: 'ins_109508' },
    request_id: 'abc',
  });
  const entry = await entryOf(world, token);
  expect(entry?.exit).toMatchObject({
    error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOCKED' },
    metadata: { status: 'requires_credentials', link_session_id: session },
  });
  expect((await told(world))[1]).toMatchObject({ status: 'EXITED', public_tokens: [] });
});

test('a report that makes no sense is refused', async () => {
  const { world, token, session } = await aSession();
  const { body } = await report(world, token, session, { status: 'MAYBE' });
  expect(body['error_code']).toBe('INVALID_FIELD');
});

test('a session goes on under its name after the way over the bank', async () => {
  const { world, token, session } = await aSession();
  const started = await dialogCall(world, 'oauth-start', {
    link_token: token,
    institution_id: 'ins_127287',
    link_session_id: session,
  });
  const oauth_state_id = started.body['oauth_state_id'];
  const again = await dialogCall(world, 'session', { link_token: token, oauth_state_id });
  expect(again.body).toMatchObject({ link_session_id: session, returns_from: { id: 'ins_127287' } });
  const other = await aLinkToken(world);
  const foreign = await dialogCall(world, 'session', { link_token: other, oauth_state_id });
  expect(foreign.body['link_session_id']).not.toBe(session);
});

test('Multi-Item Link needs a user of Plaid’s', async () => {
  const plaid = plaidClientFor(anEmulator());
  const call = plaid.linkTokenCreate({ ...ASKED, enable_multi_item_link: true });
  expect((await refusal(call)).code).toBe('INVALID_FIELD');
});

test.each([
  [{}, '2026-03-14T12:30:00.000Z'],
  [{ delivery_method: HostedLinkDeliveryMethod.Sms }, '2026-03-15T12:00:00.000Z'],
  [{ delivery_method: HostedLinkDeliveryMethod.Email }, '2026-03-21T12:00:00.000Z'],
  [{ url_lifetime_seconds: 60 }, '2026-03-14T12:01:00.000Z'],
])('a hosted page with %j lives until %s', async (hosted, expiration) => {
  const now = Date.parse('2026-03-14T12:00:00Z');
  const plaid = plaidClientFor(anEmulator({ realTime: () => now }));
  const { data } = await plaid.linkTokenCreate(Object.assign({ hosted_link: hosted }, ASKED));
  expect(data.expiration).toBe(expiration);
  expect(data.hosted_link_url).toBe(`${EMULATOR_URL}/link/hosted/${data.link_token}`);
});

test('a page that a browser would run is no way back', async () => {
  const hosted_link = { completion_redirect_uri: 'javascript://x/%0aalert(1)' };
  const call = plaidClientFor(anEmulator()).linkTokenCreate({ ...ASKED, hosted_link });
  expect((await refusal(call)).code).toBe('INVALID_FIELD');
});
