/** What a person may leave out at a bank with pages of its own, and what becomes of it. */
import { CountryCode, Products } from 'plaid';
import { expect, test } from 'vitest';
import type { Emulator } from '@/emulator';
import { anEmulator, EMULATOR_URL, plaidClientFor } from '../support/emulator-client';
import { refusal } from '../support/plaid-refusal';

const ASKED = {
  client_name: 'Evenkeel',
  language: 'en',
  country_codes: [CountryCode.Us],
  user: { client_user_id: 'ann' },
};
const LINK = `${EMULATOR_URL}/link/v2/stable`;

async function dialog(emulator: Emulator, name: string, body: object): Promise<Record<string, unknown>> {
  const request = new Request(`${LINK}/api/${name}`, { method: 'POST', body: JSON.stringify(body) });
  return (await emulator.handle(request)).json();
}

/** Through the bank's page with everything ticked but these; answers what the dialog hears at the end. */
async function visit(emulator: Emulator, link_token: string, refused: readonly string[]) {
  const { link_session_id } = await dialog(emulator, 'session', { link_token });
  const started = { link_token, link_session_id, institution_id: 'ins_127287' };
  const { oauth_state_id } = await dialog(emulator, 'oauth-start', started);
  const page = `${LINK}/bank.html?state=${String(oauth_state_id)}&mode=popup`;
  const post = (body: URLSearchParams) => emulator.handle(new Request(page, { method: 'POST', body }));
  const html = await (await post(new URLSearchParams({ step: 'sign-in' }))).text();
  const form = new URLSearchParams({ step: 'share', username: 'user_good', password: 'pass_good' });
  for (const [, name = '', value = ''] of html.matchAll(/name="(account|offered|grant)" value="([^"]+)"/g)) {
    if (name !== 'grant' || !refused.includes(value)) form.append(name, value);
  }
  await post(form);
  return {
    offered: form.getAll('offered'),
    ...(await dialog(emulator, 'oauth-finish', { link_token, link_session_id, oauth_state_id })),
  };
}

test('what was refused answers ACCESS_NOT_GRANTED until update mode has it allowed', async () => {
  const emulator = anEmulator();
  const plaid = plaidClientFor(emulator);
  const { data: first } = await plaid.linkTokenCreate({
    ...ASKED,
    products: [Products.Transactions],
    optional_products: [Products.Liabilities, Products.Identity],
  });
  const done = await visit(emulator, first.link_token, ['liabilities']);
  expect(done.offered).toEqual(['transactions', 'liabilities']);
  const { data } = await plaid.itemPublicTokenExchange({
    public_token: String(Reflect.get(done, 'public_token')),
  });
  const access_token = data.access_token;
  expect((await refusal(plaid.liabilitiesGet({ access_token }))).code).toBe('ACCESS_NOT_GRANTED');
  const { data: again } = await plaid.linkTokenCreate({ ...ASKED, access_token });
  await visit(emulator, again.link_token, []);
  const { data: liabilities } = await plaid.liabilitiesGet({ access_token });
  expect(liabilities.liabilities.credit).not.toBeNull();
});

test('an attempt fails when what the app needs was refused', async () => {
  const emulator = anEmulator();
  const { data } = await plaidClientFor(emulator).linkTokenCreate({
    ...ASKED,
    products: [Products.Transactions],
    required_if_supported_products: [Products.Investments],
  });
  expect(await visit(emulator, data.link_token, ['investments'])).toMatchObject({
    error_code: 'ACCESS_NOT_GRANTED',
  });
});

test('a token is spent after too many wrong passwords', async () => {
  const emulator = anEmulator();
  const { data } = await plaidClientFor(emulator).linkTokenCreate({
    ...ASKED,
    products: [Products.Transactions],
  });
  const wrong = {
    link_token: data.link_token,
    institution_id: 'ins_109508',
    username: 'user_good',
    password: 'x',
  };
  const codes = new Set<unknown>();
  for (let tries = 0; tries < 10; tries += 1)
    codes.add((await dialog(emulator, 'login', wrong))['error_code']);
  expect([...codes]).toEqual(['INVALID_CREDENTIALS']);
  const right = { ...wrong, password: 'pass_good' };
  expect((await dialog(emulator, 'login', right))['error_code']).toBe('INVALID_LINK_TOKEN');
});

test('the log leaves out the token of a hosted page', async () => {
  const lines: string[] = [];
  const emulator = anEmulator({ log: (line) => lines.push(line) });
  const asked = { ...ASKED, products: [Products.Transactions], hosted_link: {} };
  const { data } = await plaidClientFor(emulator).linkTokenCreate(asked);
  await emulator.handle(new Request(data.hosted_link_url ?? ''));
  expect(lines.at(-1)).toMatch(/^GET \/link\/hosted\/link-… 200/);
});
