/** What `/link/token/create` takes, and what it refuses beyond the shape of fields (LT-4, LT-9, LT-12). */
import { z } from 'zod';
import { craOptions, permissiblePurpose } from '../consumer-report/terms';
import { missingFields, plaidError } from '../errors/errors';
import { incomeVerification } from '../income/terms';
import { countryCodes, products, webhookUrl } from '../request';
import { statementRange } from '../statements/range';
import { STATEMENTS } from '../vocabulary';

const LANGUAGES = 'da nl en et fr de hi it lv lt no pl pt ro es sv vi'.split(' ');

const clientUserId = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text), 'must not contain personal data');

const redirectUri = z.url({ protocol: /^https?$/, error: 'must be a URL' }).refine(isRedirect, {
  error: 'must use HTTPS (HTTP only for localhost) and have no query string, fragment or wildcard',
});

/** An app on a phone comes back by a scheme of its own; nothing that a browser would run is an address. */
const completionUri = z
  .string()
  .regex(/^[a-z][a-z0-9+.-]*:\/\/\S+$/i, 'must be a URI')
  .refine((text) => !/^(javascript|data|vbscript|blob):/i.test(text), 'must be a URI');

const filter = z.strictObject({ account_subtypes: z.array(z.string()).min(1) });
const anything = z.looseObject({}).nullish();

/** An empty text is a setting that was left open, as apps read it from an `.env` file. */
const unset = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullish());

export const linkTokenRequest = z.strictObject({
  client_name: z.string().min(1, 'must not be empty'),
  language: z.string().refine((text) => LANGUAGES.includes(text), 'must be a supported language'),
  country_codes: countryCodes,
  user: z
    .strictObject({
      client_user_id: clientUserId,
      phone_number: z.string().nullish(),
      phone_number_verified_time: z.string().nullish(),
      email_address: z.string().nullish(),
      email_address_verified_time: z.string().nullish(),
      legal_name: z.string().nullish(),
      name: anything,
      ssn: z.string().nullish(),
      date_of_birth: z.string().nullish(),
      address: anything,
      id_number: anything,
    })
    .nullish(),
  user_id: z.string().nullish(),
  user_token: z.string().nullish(),
  products: products.nullish(),
  required_if_supported_products: products.nullish(),
  optional_products: products.nullish(),
  additional_consented_products: products.nullish(),
  webhook: unset(webhookUrl),
  access_token: unset(z.string()),
  access_tokens: z.array(z.string()).nullish(),
  link_customization_name: z.string().nullish(),
  appearance_mode: z.string().nullish(),
  redirect_uri: unset(redirectUri),

  android_package_name: z.string().nullish(),
  institution_data: z.strictObject({ routing_number: z.string().nullish() }).nullish(),
  account_filters: z
    .strictObject({
      depository: filter.optional(),
      credit: filter.optional(),
      loan: filter.optional(),
      investment: filter.optional(),
      other: filter.optional(),
    })
    .transform((filters) =>
      Object.fromEntries(
        Object.entries(filters).flatMap(([type, value]) => (value ? [[type, value] as const] : [])),
      ),
    )
    .nullish(),
  institution_id: z.string().nullish(),
  transactions: z.strictObject({ days_requested: z.int().min(1).max(730).nullish() }).nullish(),
  update: z
    .strictObject({
      account_selection_enabled: z.boolean().nullish(),
      reauthorization_enabled: z.boolean().nullish(),
      user: z.boolean().nullish(),
      item_ids: z.array(z.string()).nullish(),
    })
    .nullish(),
  hosted_link: z
    .strictObject({
      delivery_method: z.enum(['sms', 'email']).nullish(),
      completion_redirect_uri: completionUri.nullish(),
      url_lifetime_seconds: z
        .int()
        .min(1)
        .max(21 * 86_400)
        .nullish(),
      is_mobile_app: z.boolean().nullish(),
    })
    .nullish(),
  enable_multi_item_link: z.boolean().nullish(),
  cra_enabled: z.boolean().nullish(),
  financekit_supported: z.boolean().nullish(),
  third_party_user_token: z.string().nullish(),
  consumer_report_permissible_purpose: permissiblePurpose.nullish(),
  auth: anything,
  base_report: anything,
  card_switch: anything,
  cashflow_report: anything,
  cra_options: craOptions.nullish(),
  credit_partner_insights: anything,
  employment: anything,
  eu_config: anything,
  identity: anything,
  identity_verification: anything,
  income_verification: incomeVerification.nullish(),
  investments: anything,
  investments_auth: anything,
  payment_configuration: anything,
  payment_initiation: anything,
  statements: statementRange.nullish(),
  transfer: anything,
});

export type LinkTokenRequest = z.output<typeof linkTokenRequest>;

/** A first link needs a product; balance is none, and no product may be asked for twice. */
export function refuseBadProducts(request: LinkTokenRequest): void {
  if (!request.products) throw missingFields(['products']);
  if (request.products.length === 0 || request.products.some((product) => product === 'balance')) {
    throw plaidError('INVALID_PRODUCT');
  }
  if (request.products.includes(STATEMENTS) && !request.statements) throw missingFields(['statements']);
  const all = [
    ...request.products,
    ...(request.required_if_supported_products ?? []),
    ...(request.optional_products ?? []),
    ...(request.additional_consented_products ?? []),
  ];
  if (new Set(all).size < all.length) {
    throw plaidError('INVALID_FIELD', 'a product may be in one of the product arrays only');
  }
}

function isRedirect(text: string): boolean {
  const url = URL.parse(text);
  // That it is no address at all has been said already.
  if (!url) return true;
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return (url.protocol === 'https:' || isLocal) && !/[?#*]/.test(text);
}
