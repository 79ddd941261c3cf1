/** An Item as the wire shows it (ITM-1). */
import {
  type Item,
  ItemUpdateTypeEnum,
  type ItemWithConsentFields,
  ItemWithConsentFieldsUpdateTypeEnum,
  type PlaidError,
  type Products,
} from 'plaid';
import { timestamp } from '../clock';
import type { ItemDocument } from '../documents';
import { errorBody, type PlaidErrorBody } from '../errors/errors';
import { findInstitution } from '../institutions/institutions';
import { isProduct } from '../vocabulary';
import type { World } from '../world';
import { errorCodeOf } from './items';

/** The Item beside data: its error is always null there, for one in error answers with that (ITM-2). */
export function itemOnTheWire(item: ItemDocument): Item {
  const institution = findInstitution(item.institutionId);
  const billed = item.products.filter((product) => product !== 'balance');
  return {
    item_id: item.itemId,
    institution_id: item.institutionId,
    institution_name: institution?.name ?? null,
    webhook: item.webhook,
    auth_method: null,
    error: null,
    available_products: (institution?.products ?? []).filter(isProduct).filter(isNotIn(billed)),
    billed_products: [...billed],
    products: [...billed],
    consented_products: [...new Set([...billed, ...item.consentedProducts])],
    consent_expiration_time: item.consentExpiresAt === null ? null : timestamp(item.consentExpiresAt),
    update_type: ItemUpdateTypeEnum.Background,
  };
}

/** The Item by itself, with its error and when it was made. */
export function itemWithState(world: World, item: ItemDocument): ItemWithConsentFields {
  const code = errorCodeOf(item, world.now);
  return {
    ...itemOnTheWire(item),
    error: code === null ? null : errorOnTheWire(errorBody(code)),
    // The client has this enum twice, with the same words.
    update_type: ItemWithConsentFieldsUpdateTypeEnum.Background,
    created_at: timestamp(item.createdAt),
  };
}

/** Error types of ours are among Plaid's, which the client lists in an enum. */
export function errorOnTheWire(body: PlaidErrorBody): PlaidError {
  return { ...body, error_type: body.error_type as PlaidError['error_type'] };
}

function isNotIn(billed: readonly Products[]): (product: Products) => boolean {
  return (product) => !billed.includes(product);
}
