import type { InstitutionsGetResponse } from 'plaid';
import { z } from 'zod';
import { institutionExtras, institutionOnTheWire } from '../institutions/institution-on-the-wire';
import { type EmulatedInstitution, INSTITUTIONS, supportsEvery } from '../institutions/institutions';
import { type Body, countryCodes, endpoint, products } from '../request';

const options = institutionExtras.extend({
  products: products.nullish(),
  routing_numbers: z.array(z.string()).nullish(),
  oauth: z.boolean().nullish(),
});

const schema = z.strictObject({
  count: z.int().min(1).max(500),
  offset: z.int().min(0),
  country_codes: countryCodes,
  options: options.nullish(),
});

/** `/institutions/get`: a page of them, and how many there are (INS-1). */
export const institutionsGet = endpoint(
  schema,
  async (_world, { count, offset, country_codes, options }): Promise<Body<InstitutionsGetResponse>> => {
    const fitting = INSTITUTIONS.filter(
      (institution) =>
        institution.countries.some((country) => country_codes.some((code) => code === country)) &&
        matches(institution, options),
    );
    return {
      institutions: fitting
        .slice(offset, offset + count)
        .map((institution) => institutionOnTheWire(institution, options)),
      total: fitting.length,
    };
  },
);

function matches(
  institution: EmulatedInstitution,
  asked: z.output<typeof options> | null | undefined,
): boolean {
  const { products, routing_numbers: numbers, oauth } = asked ?? {};
  if (oauth !== null && oauth !== undefined && institution.oauth !== oauth) return false;
  if (numbers && !numbers.some((number) => institution.routingNumbers.includes(number))) return false;
  return supportsEvery(institution, products ?? []);
}
