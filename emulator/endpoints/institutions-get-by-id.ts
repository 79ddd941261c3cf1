import type { InstitutionsGetByIdResponse } from 'plaid';
import { z } from 'zod';
import { plaidError } from '../errors/errors';
import { institutionExtras, institutionOnTheWire } from '../institutions/institution-on-the-wire';
import { findInstitution } from '../institutions/institutions';
import { type Body, countryCodes, endpoint } from '../request';

const schema = z.strictObject({
  institution_id: z.string(),
  country_codes: countryCodes,
  options: institutionExtras
    .extend({
      include_status: z.boolean().nullish(),
    })
    .nullish(),
});

/** `/institutions/get_by_id`; its status is null, for the Sandbox has none (INS-5). */
export const institutionsGetById = endpoint(
  schema,
  async (_world, { institution_id, country_codes, options }): Promise<Body<InstitutionsGetByIdResponse>> => {
    const institution = findInstitution(institution_id);
    if (!institution?.countries.some((country) => country_codes.some((code) => code === country))) {
      throw plaidError('INVALID_INSTITUTION');
    }
    const wire = institutionOnTheWire(institution, options);
    return { institution: options?.include_status ? { ...wire, status: null } : wire };
  },
);
