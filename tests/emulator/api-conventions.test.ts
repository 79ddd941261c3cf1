import { CountryCode, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, EMULATOR_URL, plaidClientFor } from '../support/emulator-client';
import { refusal } from '../support/plaid-refusal';

const KEYS = { client_id: 'emulator', secret: 'emulator' };

describe('a call of the API', () => {
  it('takes credentials from headers, from the body, or from both', async () => {
    const emulator = anEmulator();
    const request = { institution_id: 'ins_109508', country_codes: [CountryCode.Us] };
    const inHeaders = await plaidClientFor(emulator).institutionsGetById(request);
    const inBody = await plaidClientFor(emulator, {}).institutionsGetById({ ...request, ...KEYS });
    const mixed = plaidClientFor(emulator, { 'PLAID-CLIENT-ID': 'emulator' });
    const both = await mixed.institutionsGetById({ ...request, secret: 'emulator' });
    expect(inBody.data.institution).toEqual(inHeaders.data.institution);
    expect(both.data.institution.name).toBe('First Platypus Bank');
  });

  it('refuses missing and wrong credentials', async () => {
    const emulator = anEmulator();
    const request = { institution_id: 'ins_109508', country_codes: [CountryCode.Us] };
    const without = await refusal(plaidClientFor(emulator, {}).institutionsGetById(request));
    expect(without).toMatchObject({ status: 400, type: 'INVALID_REQUEST', code: 'MISSING_FIELDS' });
    const wrong = plaidClientFor(emulator, { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'guess' });
    expect(await refusal(wrong.institutionsGetById(request))).toMatchObject({
      status: 400,
      type: 'INVALID_INPUT',
      code: 'INVALID_API_KEYS',
      message: 'invalid client_id or secret provided',
    });
  });

  it('names unknown, missing and bad fields', async () => {
    const plaid = plaidClientFor(anEmulator());
    const odd = { access_token: 'x', nonsense: 1, options: { account_ids: [], more: true } };
    expect(await refusal(plaid.accountsGet(odd))).toMatchObject({
      code: 'UNKNOWN_FIELDS',
      message: 'the following fields are not recognized by this endpoint: options.more, nonsense',
    });
    const missing = plaid.sandboxPublicTokenCreate({
      institution_id: 'ins_109508',
    } as Parameters<typeof plaid.sandboxPublicTokenCreate>[0]);
    expect(await refusal(missing)).toMatchObject({
      code: 'MISSING_FIELDS',
      message: 'the following required fields are missing: initial_products',
    });
    const tooMany = plaid.transactionsSync({ access_token: 'x', count: 501 });
    expect(await refusal(tooMany)).toMatchObject({ code: 'INVALID_FIELD', status: 400 });
  });

  it('answers broken JSON, unknown paths and other methods in the same shape', async () => {
    const emulator = anEmulator();
    const post = (path: string, body: string) =>
      emulator.handle(new Request(`${EMULATOR_URL}${path}`, { method: 'POST', body }));
    expect(await (await post('/accounts/get', '{')).json()).toMatchObject({ error_code: 'INVALID_BODY' });
    expect(await (await post('/accounts/get', '[]')).json()).toMatchObject({ error_code: 'INVALID_BODY' });
    const unknown = await post('/no/such/path', '{}');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({
      error_type: 'INVALID_REQUEST',
      error_code: 'NOT_FOUND',
      display_message: null,
    });
    const get = await emulator.handle(new Request(`${EMULATOR_URL}/accounts/get`));
    expect(await get.json()).toMatchObject({ error_code: 'NOT_FOUND' });
  });

  it('gives every answer an id of its own', async () => {
    const plaid = plaidClientFor(anEmulator());
    const request = { institution_id: 'ins_109508', country_codes: [CountryCode.Us] };
    const first = await plaid.institutionsGetById(request);
    const second = await plaid.institutionsGetById(request);
    const refused = await refusal(plaid.accountsGet({ access_token: 'x' }));
    expect(new Set([first.data.request_id, second.data.request_id, refused.requestId]).size).toBe(3);
  });

  it('logs a line per call that holds no token and no secret', async () => {
    const lines: string[] = [];
    const emulator = anEmulator({ log: (line) => lines.push(line) });
    const plaid = plaidClientFor(emulator);
    const { data } = await plaid.sandboxPublicTokenCreate({
      institution_id: 'ins_109508',
      initial_products: [Products.Transactions],
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(data.request_id);
    expect(lines[0]).not.toContain(data.public_token);
    expect(lines.join()).not.toMatch(/access-sandbox|public-sandbox|pass_good/);
  });

  it('keeps its levers shut unless they are switched on', async () => {
    const emulator = anEmulator({ controlEnabled: false });
    const response = await emulator.handle(new Request(`${EMULATOR_URL}/_emulator/clock/get`));
    expect(response.status).toBe(404);
  });
});

describe('institutions', () => {
  it('come in pages, with colours on request', async () => {
    const plaid = plaidClientFor(anEmulator());
    const request = { count: 3, country_codes: [CountryCode.Us] };
    const first = await plaid.institutionsGet({ ...request, offset: 0 });
    const second = await plaid.institutionsGet({
      ...request,
      offset: 3,
      options: { include_optional_metadata: true },
    });
    expect(first.data.institutions).toHaveLength(3);
    expect(first.data.institutions[0]).not.toHaveProperty('primary_color');
    expect(second.data.institutions[0]?.primary_color).toMatch(/^#[0-9a-f]{6}$/);
    expect(first.data.total).toBeGreaterThan(10);
  });

  it('are found by the beginnings of words, for the countries and products asked', async () => {
    const plaid = plaidClientFor(anEmulator());
    const search = async (query: string, products: Products[] | null) => {
      const country_codes = [CountryCode.Us];
      const { data } = await plaid.institutionsSearch({ query, products, country_codes });
      return data.institutions.map(({ name }) => name);
    };
    expect(await search('plat oau', null)).toEqual([
      'Platypus OAuth Bank',
      'First Platypus OAuth App2App Bank',
    ]);
    expect(await search('canada', null)).toEqual([]);
    expect(await search('unsupported', [Products.Transactions])).toEqual([]);
  });

  it('that do not exist are an invalid input', async () => {
    const call = plaidClientFor(anEmulator()).institutionsGetById({
      institution_id: 'ins_0',
      country_codes: [CountryCode.Us],
    });
    expect(await refusal(call)).toMatchObject({ type: 'INVALID_INPUT', code: 'INVALID_INSTITUTION' });
  });
});
