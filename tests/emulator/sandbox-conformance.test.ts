/**
 * The subset whose answers are the same every day, asked of whom the environment names: Plaid's Sandbox
 * (`PLAID_ENV=sandbox` with keys), an emulator at an address, or one in process.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Observer } from './conformance/observer';
import { subjectOfEnvironment } from './conformance/subject';

const observer = new Observer(subjectOfEnvironment());
const { call } = observer;
const US = { country_codes: ['US'] };
const BANK = 'ins_109508';

let access_token: unknown;

beforeAll(async () => {
  const { public_token } = await call('/sandbox/public_token/create', {
    institution_id: BANK,
    initial_products: ['auth', 'identity', 'investments', 'liabilities', 'transactions'],
  });
  ({ access_token } = await call('/item/public_token/exchange', { public_token }));
}, 60_000);

afterAll(async () => {
  await call('/item/remove', { access_token });
});

describe('answers conform', () => {
  test('about link tokens', async () => {
    const asked = { client_name: 'Evenkeel', language: 'en', ...US, products: ['transactions'] };
    const user = { client_user_id: 'conformance' };
    const { link_token } = await call('/link/token/create', { ...asked, user });
    const { metadata } = await call('/link/token/get', { link_token });
    expect(metadata).toMatchObject({
      initial_products: ['transactions'],
      language: 'en',
      client_name: 'Evenkeel',
    });
    expect(observer.faults).toEqual([]);
  });

  test('about institutions', async () => {
    await call('/institutions/get', { count: 20, offset: 0, ...US });
    await call('/institutions/search', { query: 'Platypus', products: ['transactions'], ...US });
    const options = { include_optional_metadata: true };
    const { institution } = await call('/institutions/get_by_id', { institution_id: BANK, ...US, options });
    expect(institution).toMatchObject({ institution_id: BANK, name: 'First Platypus Bank', oauth: false });
    expect(observer.faults).toEqual([]);
  });

  test.each([
    ['/item/get'],
    ['/accounts/get'],
    ['/accounts/balance/get'],
    ['/auth/get'],
    ['/identity/get'],
    ['/investments/holdings/get'],
    ['/liabilities/get'],
  ])(
    '%s of user_good',
    async (path) => {
      await call(path, { access_token });
      expect(observer.faults).toEqual([]);
      expect(observer.successes.get(path)).toBe(1);
    },
    60_000,
  );

  test('and the checking account of user_good is the one that is known', async () => {
    const { accounts } = await call('/accounts/get', { access_token });
    const checking = { name: 'Plaid Checking', mask: '0000', type: 'depository', subtype: 'checking' };
    expect(accounts).toContainEqual(expect.objectContaining(checking));
  });
});

test.each([
  ['/accounts/get', {}, 'MISSING_FIELDS'],
  ['/accounts/get', { access_token: 'access-sandbox-none', nonsense: 1 }, 'UNKNOWN_FIELDS'],
  [
    '/accounts/get',
    { access_token: 'access-sandbox-00000000-0000-0000-0000-000000000000' },
    'INVALID_ACCESS_TOKEN',
  ],
  [
    '/item/public_token/exchange',
    { public_token: 'public-sandbox-00000000-0000-0000-0000-000000000000' },
    'INVALID_PUBLIC_TOKEN',
  ],
  [
    '/sandbox/public_token/create',
    { institution_id: 'ins_0', initial_products: ['auth'] },
    'INVALID_INSTITUTION',
  ],
  [
    '/webhook_verification_key/get',
    { key_id: '00000000-0000-0000-0000-000000000000' },
    'INVALID_WEBHOOK_VERIFICATION_KEY_ID',
  ],
])('%s with %j is refused with %s', async (path, body, code) => {
  expect((await call(path, body))['error_code']).toBe(code);
  expect(observer.faults).toEqual([]);
});
