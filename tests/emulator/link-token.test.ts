import { CountryCode, type LinkTokenCreateRequest, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

const REQUEST: LinkTokenCreateRequest = {
  client_name: 'Evenkeel',
  language: 'en',
  country_codes: [CountryCode.Us],
  user: { client_user_id: 'ann' },
  products: [Products.Transactions],
};

describe('a link token', () => {
  it('lives four hours, and half an hour for a repair', async () => {
    const now = Date.parse('2026-03-14T12:00:00Z');
    const plaid = plaidClientFor(anEmulator({ realTime: () => now }));
    const first = await plaid.linkTokenCreate(REQUEST);
    expect(first.data.link_token).toMatch(/^link-sandbox-[0-9a-f-]{36}$/);
    expect(first.data.expiration).toBe('2026-03-14T16:00:00.000Z');
    const { accessToken } = await linkedItem(plaid);
    const { products: _, ...rest } = REQUEST;
    const repair = await plaid.linkTokenCreate({ ...rest, access_token: accessToken });
    expect(repair.data.expiration).toBe('2026-03-14T12:30:00.000Z');
  });

  it('remembers what was asked for', async () => {
    const plaid = plaidClientFor(anEmulator());
    const redirect_uri = 'https://app.test/oauth';
    const { data } = await plaid.linkTokenCreate({ ...REQUEST, redirect_uri, webhook: 'https://app.test/w' });
    const found = await plaid.linkTokenGet({ link_token: data.link_token });
    expect(found.data.metadata).toMatchObject({
      initial_products: ['transactions'],
      webhook: 'https://app.test/w',
      redirect_uri,
      client_name: 'Evenkeel',
      language: 'en',
    });
  });

  it.each([
    ['no user', { user: undefined }, 'MISSING_FIELDS'],
    ['no products', { products: undefined }, 'MISSING_FIELDS'],
    ['no product in the list', { products: [] }, 'INVALID_PRODUCT'],
    ['balance as a product', { products: ['balance'] }, 'INVALID_PRODUCT'],
    ['a product that is none', { products: ['gold'] }, 'INVALID_PRODUCT'],
    ['a product in two arrays', { optional_products: ['transactions'] }, 'INVALID_FIELD'],
    ['an e-mail address as user id', { user: { client_user_id: 'ann@example.com' } }, 'INVALID_FIELD'],
    ['no country', { country_codes: [] }, 'INVALID_FIELD'],
    ['a language of nowhere', { language: 'xx' }, 'INVALID_FIELD'],
    ['a redirect without HTTPS', { redirect_uri: 'http://app.test/oauth' }, 'INVALID_FIELD'],
    ['a redirect with a query', { redirect_uri: 'https://app.test/oauth?a=1' }, 'INVALID_FIELD'],
    ['731 days of history', { transactions: { days_requested: 731 } }, 'INVALID_FIELD'],
    ['a field that does not exist', { colour: 'red' }, 'UNKNOWN_FIELDS'],
    ['an access token of nobody', { access_token: 'access-sandbox-x' }, 'INVALID_ACCESS_TOKEN'],
  ])('is refused for %s', async (_, given, code) => {
    const call = plaidClientFor(anEmulator()).linkTokenCreate(Object.assign({}, REQUEST, given));
    expect((await refusal(call)).code).toBe(code);
  });

  it('allows HTTP on this machine, and hosts a page on request', async () => {
    const plaid = plaidClientFor(anEmulator());
    const redirect_uri = 'http://localhost:3000/oauth';
    const { data } = await plaid.linkTokenCreate({ ...REQUEST, redirect_uri, hosted_link: {} });
    expect(data.hosted_link_url).toContain(data.link_token);
  });

  it('is forgotten some hours after it expired', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const { data } = await plaid.linkTokenCreate(REQUEST);
    await steer(emulator, '/clock/advance', { ms: 10 * 3_600_000 });
    const late = plaid.linkTokenGet({ link_token: data.link_token });
    expect((await refusal(late)).code).toBe('INVALID_LINK_TOKEN');
  });
});
