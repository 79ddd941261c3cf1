import {
  type ClientProvidedEnrichedTransaction,
  EnrichTransactionDirection,
  type TransactionsEnrichResponse,
} from 'plaid';
import { z } from 'zod';
import { legacyCategoryOf } from '../categories/legacy-category-of';
import { USUAL_VERSION } from '../categories/taxonomy';
import { type Body, calendarDay, endpoint } from '../request';
import { enrichmentOf, type EnrichmentOptions } from '../transactions/enrichment';

const placeOfRow = z.strictObject({
  country: z.string().nullish(),
  region: z.string().nullish(),
  city: z.string().nullish(),
  address: z.string().nullish(),
  postal_code: z.string().nullish(),
});

const row = z.strictObject({
  id: z.string().min(1, 'must be a non-empty string'),
  user_id: z.string().exactOptional(),
  client_user_id: z.string().exactOptional(),
  client_account_id: z.string().exactOptional(),
  account_type: z.string().exactOptional(),
  account_subtype: z.string().exactOptional(),
  description: z.string().min(1, 'must be a non-empty string'),
  amount: z.number().min(0, 'must be greater than or equal to 0'),
  direction: z.enum(EnrichTransactionDirection, 'must be INFLOW or OUTFLOW'),
  iso_currency_code: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO-4217 currency code'),
  location: placeOfRow.nullish(),
  mcc: z
    .string()
    .regex(/^\d{4}$/, 'must be a four-digit merchant category code')
    .nullish(),
  date_posted: calendarDay.nullish(),
});

const schema = z.strictObject({
  account_type: z.enum(['depository', 'credit'], 'must be depository or credit'),
  transactions: z
    .array(row)
    .min(1, 'must contain at least one transaction')
    .max(100, 'must contain at most 100 transactions'),
  options: z
    .strictObject({
      include_legacy_category: z.boolean().nullish(),
      personal_finance_category_version: z.enum(['v1', 'v2']).nullish(),
    })
    .nullish(),
});

type Row = z.output<typeof row>;

/** `/transactions/enrich`: rows that are not Plaid's, told what they are; no Item, no token (ENR-1). */
export const transactionsEnrich = endpoint(
  schema,
  async (
    world,
    { transactions, options },
  ): Promise<Body<TransactionsEnrichResponse & { request_id: string }>> => ({
    enriched_transactions: transactions.map((asked) =>
      enriched(asked, options?.include_legacy_category ?? false, {
        taxonomy: options?.personal_finance_category_version ?? USUAL_VERSION,
        publicUrl: world.config.publicUrl,
      }),
    ),
  }),
);

function enriched(
  asked: Row,
  withLegacy: boolean,
  options: EnrichmentOptions,
): ClientProvidedEnrichedTransaction {
  const { location, mcc: _mcc, date_posted: _date, user_id: _user, ...own } = asked;
  const { country = null, region = null, city = null, address = null, postal_code = null } = location ?? {};
  const place = { country, region, city, address, postal_code };
  const isInflow = asked.direction === EnrichTransactionDirection.Inflow;
  const enrichments = enrichmentOf({ description: asked.description, isInflow, place }, options);
  const legacy = legacyCategoryOf(enrichments.personal_finance_category?.detailed);
  return {
    ...own,
    enrichments: withLegacy
      ? {
          ...enrichments,
          legacy_category: legacy ? [...legacy.hierarchy] : null,
          legacy_category_id: legacy?.category_id ?? null,
        }
      : enrichments,
  };
}
