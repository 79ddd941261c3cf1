import { CountryCode, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { TEXTS_ON_DEMAND } from '@/emulator/errors/error-texts-on-demand';
import { anEmulator, EMULATOR_URL, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';
import { faultsOfError } from './conformance/published-errors';

async function post(emulator: ReturnType<typeof anEmulator>, path: string, body: object) {
  const response = await emulator.handle(
    new Request(`${EMULATOR_URL}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, body: await response.json() };
}

const KEYS = { client_id: 'emulator', secret: 'emulator' };

describe('an error', () => {
  it('has every field of its kind', async () => {
    const { status, body } = await post(anEmulator(), '/accounts/get', { client_id: 'emulator' });
    expect(status).toBe(400);
    expect(body).toEqual({
      error_type: 'INVALID_REQUEST',
      error_code: 'MISSING_FIELDS',
      error_message: 'the following required fields are missing: secret',
      display_message: null,
      documentation_url: 'https://plaid.com/docs/?ref=error#invalid-request-errors',
      suggested_action: null,
      request_id: expect.stringMatching(/^[A-Za-z0-9]{15}$/),
    });
  });

  it('points to the page of its type', async () => {
    const emulator = anEmulator();
    const { body: input } = await post(emulator, '/item/get', { ...KEYS, access_token: 'x' });
    expect(input.documentation_url).toBe('https://plaid.com/docs/?ref=error#invalid-input-errors');
    const down = { ...KEYS, institution_id: 'ins_132361', initial_products: ['transactions'] };
    const { body: institution } = await post(emulator, '/sandbox/public_token/create', down);
    expect(institution).toMatchObject({
      error_code: 'INSTITUTION_DOWN',
      documentation_url: 'https://plaid.com/docs/?ref=error#institution-errors',
    });
  });

  it('says what each field must be', async () => {
    const emulator = anEmulator();
    const messageOf = async (path: string, body: object) =>
      (await post(emulator, path, { ...KEYS, ...body })).body.error_message;
    const sync = { access_token: 'access-sandbox-x' };
    expect(await messageOf('/transactions/sync', { access_token: 7 })).toBe(
      'access_token must be a non-empty string',
    );
    expect(await messageOf('/transactions/sync', { access_token: '' })).toBe(
      'access_token must be a non-empty string',
    );
    expect(await messageOf('/transactions/sync', { ...sync, count: 501 })).toBe('count must be at most 500');
    expect(await messageOf('/transactions/sync', { ...sync, count: 1.5 })).toBe('count must be an integer');
    expect(await messageOf('/transactions/sync', { ...sync, options: [] })).toBe('options must be an object');
    expect(
      await messageOf('/transactions/get', { ...sync, start_date: 'soon', end_date: '2026-01-01' }),
    ).toBe("start_date must be a string of the format 'YYYY-MM-DD'");
    expect(await messageOf('/accounts/get', { ...sync, options: { account_ids: 'x' } })).toBe(
      'options.account_ids must be a non-empty array of valid account ids',
    );
  });

  it('refuses credentials that are none', async () => {
    const { body } = await post(anEmulator(), '/item/get', { client_id: 7, secret: 'emulator' });
    expect(body).toMatchObject({
      error_code: 'INVALID_FIELD',
      error_message: 'client_id must be a properly formatted, non-empty string',
    });
  });

  it('tells tokens of another shape or world from unknown ones', async () => {
    const plaid = plaidClientFor(anEmulator());
    const said = async (access_token: string) => {
      const { code, message } = await refusal(plaid.itemGet({ access_token }));
      return [code, message];
    };
    expect(await said('nonsense')).toEqual([
      'INVALID_ACCESS_TOKEN',
      'provided access token is in an invalid format. expected format: access-<environment>-<identifier>',
    ]);
    expect(await said('access-production-1')).toEqual([
      'INVALID_ACCESS_TOKEN',
      'provided access token is for the wrong Plaid environment. expected "sandbox", got "production"',
    ]);
    expect(await said('access-sandbox-1')).toEqual([
      'INVALID_ACCESS_TOKEN',
      'could not find matching access token',
    ]);
  });

  it('tells an old public token from a used one', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const { public_token } = (
      await plaid.sandboxPublicTokenCreate({
        institution_id: 'ins_109508',
        initial_products: [Products.Transactions],
      })
    ).data;
    await steer(emulator, '/clock/advance', { ms: 31 * 60_000 });
    const late = await refusal(plaid.itemPublicTokenExchange({ public_token }));
    expect(late.code).toBe('INVALID_PUBLIC_TOKEN');
    expect(late.message).toMatch(/^provided public token is expired/);
    const odd = await refusal(plaid.itemPublicTokenExchange({ public_token: 'x' }));
    expect(odd.message).toMatch(/expected format: public-<environment>-<identifier>$/);
  });

  it('can be any of the error pages, on demand, as it stands there', async () => {
    const emulator = anEmulator();
    for (const [code, text] of Object.entries(TEXTS_ON_DEMAND)) {
      await steer(emulator, '/faults/add', { endpoint: '/categories/get', error_code: code });
      const { status, body } = await post(emulator, '/categories/get', {});
      expect(faultsOfError(status, body)).toEqual([]);
      expect(body).toMatchObject({ error_type: text.type, error_message: text.message });
    }
  });
});

describe('a client of another day', () => {
  it('may send headers of its own', async () => {
    const plaid = plaidClientFor(anEmulator(), {
      'PLAID-CLIENT-ID': 'emulator',
      'PLAID-SECRET': 'emulator',
      'Plaid-Version': '2020-09-14',
      'User-Agent': 'Plaid Python v9.0.0',
      'X-Anything': 'yes',
    });
    const { data } = await plaid.institutionsGetById({
      institution_id: 'ins_109508',
      country_codes: [CountryCode.Us],
    });
    expect(data.institution.name).toBe('First Platypus Bank');
  });

  it('may name its content type with a character set', async () => {
    const emulator = anEmulator();
    const { accessToken } = await linkedItem(plaidClientFor(emulator));
    const response = await emulator.handle(
      new Request(`${EMULATOR_URL}/item/get`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ ...KEYS, access_token: accessToken }),
      }),
    );
    expect(response.status).toBe(200);
  });
});
