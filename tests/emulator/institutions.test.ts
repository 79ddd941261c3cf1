import { CountryCode, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor } from '../support/emulator-client';
import { refusal } from '../support/plaid-refusal';

const plaid = plaidClientFor(anEmulator());
const [US, GB] = [[CountryCode.Us], [CountryCode.Gb]];

describe('institutions', () => {
  it('come in pages of a country', async () => {
    const ask = async (offset: number) =>
      (await plaid.institutionsGet({ count: 3, offset, country_codes: US })).data;
    const [first, second] = [await ask(0), await ask(3)];
    const ids = [...first.institutions, ...second.institutions].map((found) => found.institution_id);
    expect(new Set(ids).size).toBe(6);
    expect(first.total).toBeGreaterThan(6);
  });

  it('are chosen by OAuth, by routing number and by product', async () => {
    const oauth = await plaid.institutionsGet({
      count: 3,
      offset: 1,
      country_codes: GB,
      options: { oauth: true },
    });
    expect(oauth.data.institutions.map((found) => found.oauth)).toEqual([true, true, true]);
    const options = { routing_numbers: ['021200339', '052001633'] };
    const routed = await plaid.institutionsGet({ count: 5, offset: 0, country_codes: US, options });
    expect(routed.data.institutions.map(({ name }) => name)).toEqual(['First Platypus Bank']);
    const products = [Products.Investments];
    const searched = await plaid.institutionsSearch({ query: 'unsupported', products, country_codes: US });
    expect(searched.data.institutions).toEqual([]);
  });

  it('tell only what was asked for', async () => {
    const ask = async (institution_id: string, options = {}) =>
      (await plaid.institutionsGetById({ institution_id, country_codes: [...US, ...GB], options })).data
        .institution;
    expect(Object.keys(await ask('ins_109508'))).not.toContain('logo');
    const full = await ask('ins_109508', { include_optional_metadata: true, include_auth_metadata: true });
    expect(full.primary_color).toMatch(/^#[0-9a-f]{6}$/);
    expect(full.auth_metadata?.supported_methods?.instant_auth).toBe(true);
    const asked = { include_payment_initiation_metadata: true };
    expect((await ask('ins_117650', asked)).payment_initiation_metadata?.maximum_payment_amount).toEqual({
      GBP: '25000',
    });
    expect((await ask('ins_109508', asked)).payment_initiation_metadata).toBeNull();
  });

  it('that are not there, or in another country, are refused', async () => {
    const ask = (institution_id: string, country_codes = US) =>
      refusal(plaid.institutionsGetById({ institution_id, country_codes }));
    expect((await ask('ins_0')).code).toBe('INVALID_INSTITUTION');
    expect((await ask('ins_109508', GB)).code).toBe('INVALID_INSTITUTION');
  });
});
