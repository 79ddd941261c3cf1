/** Whatever is sent, the answer is JSON of Plaid's kind, and never a failure of the emulator's own. */
import fc from 'fast-check';
import { Products } from 'plaid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '@/emulator';
import { ROUTES } from '@/emulator/routes';
import { anEmulator, EMULATOR_URL, plaidClientFor } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';

const KEYS = { client_id: 'emulator', secret: 'emulator' };
const PATHS = Object.keys(ROUTES);
/** They would end what the others need. */
const DEADLY = ['/item/remove', '/item/access_token/invalidate', '/user/remove', '/user/items/remove'];

let emulator: Emulator;
let known: readonly unknown[];

beforeAll(async () => {
  emulator = anEmulator();
  const plaid = plaidClientFor(emulator);
  const products = [Products.Transactions, Products.Auth, Products.Assets];
  const { accessToken, itemId } = await linkedItem(plaid, { products });
  const { accounts } = (await plaid.accountsGet({ access_token: accessToken })).data;
  known = [accessToken, itemId, accounts[0]?.account_id, [accessToken], [accounts[0]?.account_id]];
});

type Sent = { path: string; method?: string; body?: string | null; headers?: Record<string, string> };

async function answerTo({ path, method = 'POST', body = null, headers = {} }: Sent) {
  const response = await emulator.handle(
    new Request(`${EMULATOR_URL}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method !== 'GET' && method !== 'HEAD' && { body }),
    }),
  );
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  return { status: response.status, type, text };
}

/** What is wrong with an answer; empty when it is as Plaid's. */
function complaints({ status, type, text }: { status: number; type: string; text: string }): string[] {
  if (type === 'application/pdf') return status === 200 ? [] : [`a file with status ${status}`];
  if (type !== 'application/json') return [`the content type ${type}`];
  const body: unknown = JSON.parse(text);
  const missing = ['request_id', ...(status === 200 ? [] : ERROR_FIELDS)].filter(
    (name) => typeof body !== 'object' || body === null || !(name in body),
  );
  return [...(status >= 500 ? [`${status} ${text}`] : []), ...missing.map((name) => `no ${name}`)];
}

const ERROR_FIELDS = ['error_type', 'error_code', 'error_message', 'display_message', 'documentation_url'];

/** Names that endpoints know, so that requests get further than the first gate. */
const FIELDS = [
  'access_token',
  'access_tokens',
  'account_id',
  'account_type',
  'account_ids',
  'asset_report_token',
  'client_name',
  'client_user_id',
  'count',
  'country_codes',
  'cursor',
  'days_requested',
  'end_date',
  'initial_products',
  'institution_id',
  'key_id',
  'language',
  'link_token',
  'offset',
  'options',
  'products',
  'public_token',
  'query',
  'start_date',
  'transactions',
  'user',
  'user_id',
  'user_token',
  'verification_status',
  'webhook',
  'webhook_code',
];

const VALUES = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    1,
    500,
    501,
    1e308,
    true,
    [],
    {},
    '2026-01-01',
    '2026-02-30',
    '9999-12-31',
    '0000-00-00',
    'ins_109508',
    ['transactions'],
    ['US'],
    { client_user_id: 'ann' },
    'https://app.test/hook',
    'javascript:alert(1)',
    'now',
    'DEFAULT_UPDATE',
    'access-sandbox-x',
    '__proto__',
    'constructor',
    "'; drop table items; --",
  ),
  fc.jsonValue(),
  fc.nat(4).map((index) => known[index]),
);

const REQUESTS = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...FIELDS, '__proto__', 'toString', 'x'), VALUES), {
    maxLength: 6,
    selector: ([name]) => name,
  })
  .map((members) => Object.fromEntries(members));

describe('any request', () => {
  it('of fields that endpoints know, with values that they may not', { timeout: 60_000 }, async () => {
    const paths = fc.constantFrom(...PATHS.filter((path) => !DEADLY.includes(path)));
    await fc.assert(
      fc.asyncProperty(paths, REQUESTS, fc.boolean(), async (path, request, isKnown) => {
        const token = isKnown ? { access_token: known[0] } : {};
        const body = JSON.stringify({ ...token, ...request, ...KEYS });
        expect(complaints(await answerTo({ path, body }))).toEqual([]);
      }),
      { numRuns: 400, seed: 20_260_314 },
    );
  });

  it('of any method, path, body and content type', async () => {
    const methods = fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'POST');
    const paths = fc.oneof(
      fc.constantFrom(...PATHS, '/', '//', '/accounts/get/', '/ACCOUNTS/GET', '/transfer/create', '/%00'),
      fc.webPath(),
    );
    const types = fc.constantFrom('application/json', 'text/plain', 'multipart/form-data', 'text/html', '');
    const bodies = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
    await fc.assert(
      fc.asyncProperty(methods, paths, types, bodies, async (method, path, type, body) => {
        const isOurs = /^\/(link|_emulator|oauth|logos?)\b/.test(path);
        const answer = await answerTo({ path, method, body, headers: { 'content-type': type } });
        expect(isOurs ? [] : complaints(answer)).toEqual([]);
      }),
      { numRuns: 300, seed: 20_260_314 },
    );
  });

  const send = (body: string, headers: Record<string, string> = {}) =>
    answerTo({ path: '/accounts/get', body, headers });
  const codeOf = async (body: string, headers: Record<string, string> = {}) =>
    JSON.parse((await send(body, headers)).text).error_code;

  it('that is no JSON object says so', async () => {
    const odd = ['', '[]', '[1]', '"text"', '7', 'null', 'true', '{', '{"a":1}}', '\u0000', '<a/>', 'a=b'];
    for (const body of odd) expect([body, await codeOf(body)]).toEqual([body, 'INVALID_BODY']);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await codeOf(JSON.stringify({ ...KEYS, access_token: 'x' }), form)).toBe('INVALID_BODY');
  });

  it('of monstrous size, depth or text is refused', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(await codeOf(`{"access_token": ${deep}}`)).toBe('INVALID_BODY');
    expect(await codeOf(JSON.stringify({ ...KEYS, access_token: 'x'.repeat(6_000_000) }))).toBe(
      'INVALID_BODY',
    );
    expect(await codeOf('{"access_token": "\\u0000"}')).toBe('INVALID_BODY');
    expect(await codeOf('{"access_token": "\\ud800"}')).toBe('INVALID_BODY');
    expect(await codeOf(JSON.stringify({ ...KEYS, access_token: 'x'.repeat(1_000_000) }))).toBe(
      'INVALID_ACCESS_TOKEN',
    );
  });

  it('may carry a password of any depth', async () => {
    for (const password of [
      '['.repeat(90_000),
      `${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}`,
      '{"a":"]"}',
    ]) {
      const body = JSON.stringify({
        ...KEYS,
        institution_id: 'ins_109508',
        initial_products: ['transactions'],
        options: { override_username: 'user_custom', override_password: password },
      });
      expect(complaints(await answerTo({ path: '/sandbox/public_token/create', body }))).toEqual([]);
    }
  });
});
