import type { InstitutionsSearchResponse } from 'plaid';
import { z } from 'zod';
import { institutionExtras, institutionOnTheWire } from '../institutions/institution-on-the-wire';
import { INSTITUTIONS, matchInstitutions, supportsEvery } from '../institutions/institutions';
import { type Body, countryCodes, endpoint, products } from '../request';

const schema = z.strictObject({
  query: z.string().min(1),
  products: products.nullish(),
  country_codes: countryCodes,
  options: institutionExtras
    .extend({
      oauth: z.boolean().nullish(),
      payment_initiation: z.looseObject({}).nullish(),
    })
    .nullish(),
});

/** `/institutions/search`: at most ten (INS-1). */
export const institutionsSearch = endpoint(
  schema,
  async (_world, { query, products, country_codes, options }): Promise<Body<InstitutionsSearchResponse>> => {
    const fitting = INSTITUTIONS.filter(
      (institution) =>
        institution.countries.some((country) => country_codes.some((code) => code === country)) &&
        supportsEvery(institution, products ?? []) &&
        (options?.oauth == null || institution.oauth === options.oauth),
    );
    return {
      institutions: matchInstitutions(query, fitting)
        .slice(0, 10)
        .map((institution) => institutionOnTheWire(institution, options)),
    };
  },
);
