/** Institutions as the API tells of them: always the plain facts, more on request (INS-2). */
import type { AuthMetadata, CountryCode, Institution, PaymentInitiationMetadata, Products } from 'plaid';
import { z } from 'zod';
import { institutionLogo } from '../pictures/logos';
import { type EmulatedInstitution, supportsEvery } from './institutions';

/** What a caller may ask for beyond the plain facts. */
export const institutionExtras = z.strictObject({
  include_optional_metadata: z.boolean().nullish(),
  include_auth_metadata: z.boolean().nullish(),
  include_payment_initiation_metadata: z.boolean().nullish(),
});

/** One institution; colour, logo, address and what it can do for Auth and payments only when asked for. */
export function institutionOnTheWire(
  of: EmulatedInstitution,
  extras: z.output<typeof institutionExtras> | null | undefined,
): Institution {
  return {
    institution_id: of.id,
    name: of.name,
    products: [...of.products] as Products[],
    country_codes: [...of.countries] as CountryCode[],
    routing_numbers: [...of.routingNumbers],
    dtc_numbers: [],
    oauth: of.oauth,
    ...(extras?.include_optional_metadata && {
      url: of.url,
      primary_color: of.color.toLowerCase(),
      logo: institutionLogo(of),
    }),
    ...(extras?.include_auth_metadata && { auth_metadata: authMetadata(of) }),
    ...(extras?.include_payment_initiation_metadata && { payment_initiation_metadata: paymentMetadata(of) }),
  };
}

function authMetadata(of: EmulatedInstitution): AuthMetadata | null {
  if (!supportsEvery(of, ['auth'])) return null;
  return {
    supported_methods: {
      instant_auth: true,
      instant_match: of.countries.includes('US') && !of.oauth,
      automated_micro_deposits: of.countries.includes('US') && !of.oauth,
      instant_micro_deposits: false,
    },
  };
}

/** Payments are not emulated; which institutions could be paid through is told all the same. */
function paymentMetadata(of: EmulatedInstitution): PaymentInitiationMetadata | null {
  if (of.countries.includes('US') || of.countries.includes('CA')) return null;
  const inEuros = of.countries.some((country) => country !== 'GB');
  return {
    supports_international_payments: inEuros,
    supports_sepa_instant: inEuros,
    maximum_payment_amount: { GBP: '25000', ...(inEuros && { EUR: '25000' }) },
    supports_refund_details: true,
    standing_order_metadata: null,
    supports_payment_consents: false,
  };
}
