/** Who a user is, as the app tells it: in the words of either age of the API (CRA-2, CRA-3). */
import type { ClientUserIdentity, ConsumerReportUserIdentity } from 'plaid';
import { z } from 'zod';
import type { UserDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { calendarDay } from '../request';

const someText = z.string().min(1, 'must not be empty');
const email = z.email('must be an e-mail address');
/** E.164 is asked for; other ways of writing a number are read as far as possible. */
const phone = z
  .string()
  .refine(
    (text) => /^\d{10,15}$/.test(text.replaceAll(/[\s().+-]/g, '')),
    'must be a phone number in E.164 format',
  );
const marked = <Data extends z.ZodType>(data: Data) => z.strictObject({ data, primary: z.boolean() });

export const newIdentity = z.strictObject({
  name: z.strictObject({ given_name: someText, family_name: someText }).nullish(),
  date_of_birth: calendarDay.nullish(),
  emails: z.array(marked(email)).nullish(),
  phone_numbers: z.array(marked(phone)).nullish(),
  addresses: z
    .array(
      z.strictObject({
        street_1: z.string().nullish(),
        street_2: z.string().nullish(),
        city: z.string().nullish(),
        region: z.string().nullish(),
        country: z.string().length(2, 'must be a two-letter country code'),
        postal_code: z.string().nullish(),
        primary: z.boolean(),
      }),
    )
    .nullish(),
  id_numbers: z.array(z.strictObject({ value: someText, type: someText })).nullish(),
});

export const consumerIdentity = z.strictObject({
  first_name: someText,
  last_name: someText,
  phone_numbers: z.array(phone).min(1, 'must contain at least one phone number'),
  emails: z.array(email).min(1, 'must contain at least one e-mail address'),
  ssn_full: z
    .string()
    .regex(/^\d{3}-\d{2}-\d{4}$/, 'must be in the format ddd-dd-dddd')
    .nullable()
    .exactOptional(),
  ssn_last_4: z
    .string()
    .regex(/^\d{4}$/, 'must be four digits')
    .nullable()
    .exactOptional(),
  date_of_birth: calendarDay.nullable(),
  primary_address: z.strictObject({
    street: someText,
    city: z.string().nullable(),
    region: z.string().nullable(),
    postal_code: z.string().nullable(),
    country: z.string().nullable(),
  }),
});

/** The newer words as they are kept: what was not said stays away. */
export function keptIdentity(given: z.output<typeof newIdentity>): ClientUserIdentity {
  // Only the list of kinds of id numbers is Plaid's own and left unchecked.
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** What was told before and is not told anew stays (`/user/update` merges). */
export function merged<Identity extends ClientUserIdentity | ConsumerReportUserIdentity>(
  before: Identity | null,
  given: Identity | null,
): Identity | null {
  return before && given ? { ...before, ...given } : (given ?? before);
}

/** A Consumer Report needs a name, a date of birth, an e-mail, a phone and a US address (CRA-3). */
export function requireReportIdentity({ identity, consumerIdentity: legacy }: UserDocument): void {
  if (legacy) {
    const country = legacy.primary_address.country;
    if (legacy.date_of_birth === null) throw incomplete('consumer_report_user_identity.date_of_birth');
    if (country !== null && country !== 'US')
      throw incomplete('consumer_report_user_identity.primary_address');
    return;
  }
  if (!identity) throw incomplete('identity');
  const missing = [
    ...(identity.name ? [] : ['name']),
    ...(identity.date_of_birth ? [] : ['date_of_birth']),
    ...(identity.emails?.some(isPrimary) ? [] : ['emails']),
    ...(identity.phone_numbers?.some(isPrimary) ? [] : ['phone_numbers']),
    ...(identity.addresses?.some((address) => address.primary && address.country === 'US')
      ? []
      : ['addresses']),
  ];
  if (missing.length > 0) throw incomplete(missing.map((field) => `identity.${field}`).join(', '));
}

function isPrimary({ primary }: { readonly primary: boolean }): boolean {
  return primary;
}

function incomplete(fields: string) {
  return plaidError(
    'INVALID_FIELD',
    `the user is missing identity data that Plaid Check products require: ${fields}. use /user/update to add it`,
  );
}
