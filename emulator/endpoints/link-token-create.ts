import type { LinkTokenCreateResponse } from 'plaid';
import { timestamp } from '../clock';
import type { LinkTokenDocument } from '../documents';
import { missingFields, plaidError } from '../errors/errors';
import { findInstitution } from '../institutions/institutions';
import { findItem } from '../items/items';
import { type LinkTokenRequest, linkTokenRequest, refuseBadProducts } from '../link/link-token-request';
import { recogniseUser } from '../link/returning-user';
import { type Body, endpoint } from '../request';
import { rangeOf } from '../statements/range';
import { errandOf } from '../users/errand';
import { nextUuid, type World } from '../world';

const FIRST_LINK_MS = 4 * 3_600_000;
const UPDATE_MS = 30 * 60_000;
/** A hosted page that was not sent lives half an hour; one sent by text or mail waits for its reader (HL-1). */
const HOSTED_MS = { sms: 86_400_000, email: 7 * 86_400_000 };

/** `/link/token/create`: for a new Item, or with an access token for the repair of one (LT-1, UPD-2). */
export const linkTokenCreate = endpoint(
  linkTokenRequest,
  async (world, request): Promise<Body<LinkTokenCreateResponse>> => {
    const itemId = request.access_token ? (await findItem(world, request.access_token)).itemId : null;
    if (!request.user && !request.user_id && !request.user_token) throw missingFields(['user']);
    if (itemId === null) refuseBadProducts(request);
    if (request.institution_id && !findInstitution(request.institution_id))
      throw plaidError('INVALID_INSTITUTION');
    if (itemId !== null && request.account_filters && !request.update?.account_selection_enabled) {
      throw plaidError(
        'INVALID_FIELD',
        'account_filters requires update.account_selection_enabled in update mode',
      );
    }
    if (request.enable_multi_item_link && !request.user_id && !request.user_token) {
      throw plaidError('INVALID_FIELD', 'user_id or user_token must be provided for Multi-Item Link');
    }
    const token = `link-sandbox-${await nextUuid(world, 'link-token')}`;
    const errand = await errandOf(world, request);
    const document = {
      ...documentOf(world, token, itemId, request),
      ...(errand && { errand }),
      ...statementsIn(request),
    };
    await world.store.update('linkTokens', token, () => document);
    return {
      link_token: token,
      expiration: timestamp(document.expiresAt),
      ...(document.hosted && { hosted_link_url: document.hosted.url }),
      ...(request.user_id && { user_id: request.user_id }),
    };
  },
);

function statementsIn({ statements }: LinkTokenRequest): Pick<LinkTokenDocument, 'statements'> {
  return statements ? { statements: rangeOf(statements) } : {};
}

function documentOf(
  world: World,
  token: string,
  itemId: string | null,
  request: LinkTokenRequest,
): LinkTokenDocument {
  return {
    token,
    createdAt: world.now,
    expiresAt: world.now + lifetime(itemId, request),
    itemId,
    accountSelection: request.update?.account_selection_enabled ?? false,
    // Longer names are not shown (LT-3).
    clientName: request.client_name.length > 30 ? 'This Application' : request.client_name,
    clientUserId: request.user?.client_user_id ?? request.user_id ?? null,
    language: request.language,
    countryCodes: request.country_codes,
    products: request.products ?? [],
    softProducts: [...(request.required_if_supported_products ?? []), ...(request.optional_products ?? [])],
    neededProducts: [...(request.products ?? []), ...(request.required_if_supported_products ?? [])],
    consentedProducts: request.additional_consented_products ?? [],
    daysRequested: request.transactions?.days_requested ?? null,
    webhook: request.webhook ?? null,
    redirectUri: request.redirect_uri ?? null,
    institutionId: request.institution_id ?? null,
    accountFilters: request.account_filters ?? null,
    multiItem: request.enable_multi_item_link ?? false,
    routingNumber: request.institution_data?.routing_number ?? null,
    returning: recogniseUser(request.user),
    // The Dashboard's customizations are not here; the name of one says what it would do (LT-16).
    accountSelect: /single/i.test(request.link_customization_name ?? '') ? 'one' : 'many',
    hosted: request.hosted_link
      ? {
          url: `${world.config.publicUrl}/link/hosted/${token}`,
          completionRedirectUri: request.hosted_link.completion_redirect_uri ?? null,
          isMobileApp: request.hosted_link.is_mobile_app ?? false,
        }
      : null,
    sessions: [],
  };
}

/** Four hours for a new Item, half an hour for a repair; a hosted page lives as long as it was asked to. */
function lifetime(itemId: string | null, { hosted_link }: LinkTokenRequest): number {
  if (hosted_link?.url_lifetime_seconds) return hosted_link.url_lifetime_seconds * 1000;
  if (hosted_link) return hosted_link.delivery_method ? HOSTED_MS[hosted_link.delivery_method] : UPDATE_MS;
  return itemId === null ? FIRST_LINK_MS : UPDATE_MS;
}
