import type { AccountFiltersResponse, LinkTokenGetResponse } from 'plaid';
import { z } from 'zod';
import { timestamp } from '../clock';
import type { LinkTokenDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { type Body, endpoint } from '../request';
import { isCountry } from '../vocabulary';

const SESSIONS_MS = 6 * 3_600_000;

const schema = z.strictObject({ link_token: z.string() });

/** `/link/token/get`: what was asked for, and what came of it, for six hours after the end (LT-19). */
export const linkTokenGet = endpoint(
  schema,
  async (world, { link_token }): Promise<Body<LinkTokenGetResponse>> => {
    const found = await world.store.find('linkTokens', link_token);
    if (!found || found.expiresAt + SESSIONS_MS <= world.now) throw plaidError('INVALID_LINK_TOKEN');
    return {
      link_token,
      created_at: timestamp(found.createdAt),
      expiration: timestamp(found.expiresAt),
      link_sessions: [...found.sessions],
      ...(found.errand && { user_id: found.errand.userId }),
      metadata: {
        initial_products: [...found.products],
        webhook: found.webhook,
        country_codes: found.countryCodes.filter(isCountry),
        language: found.language,
        institution_data: found.routingNumber === null ? {} : { routing_number: found.routingNumber },
        account_filters: filtersOf(found),
        redirect_uri: found.redirectUri,
        client_name: found.clientName,
      },
    };
  },
);

function filtersOf({ accountFilters }: LinkTokenDocument): AccountFiltersResponse {
  // Subtypes were given by the caller and are given back as they were.
  return accountFilters ?? {};
}
