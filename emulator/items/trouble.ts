/** Items that stop working, on purpose or by themselves, and what is told about it (ITM-8, SBX-9). */
import { timestamp } from '../clock';
import type { ItemDocument } from '../documents';
import { errorBody } from '../errors/errors';
import { queueWebhook } from '../webhooks/webhooks';
import type { World } from '../world';
import { endOf, planEnd } from './item-calendar';
import { updateItem } from './items';

export async function breakItem(world: World, itemId: string, code: string): Promise<ItemDocument> {
  const item = await updateItem(world, itemId, (current) => ({ ...current, errorCode: code }));
  // An error inside a webhook has a status and no request id (WHK-12).
  await queueWebhook(world, item, 'ITEM', 'ERROR', { error: { ...errorBody(code), status: 400 } });
  return item;
}

/** For an end on its calendar: breaks the Item if it has come, and looks again later if it was put off. */
export async function endItem(world: World, item: ItemDocument): Promise<void> {
  const at = endOf(item, world.settings.loginDays ?? null);
  if (at === null || item.errorCode !== null) return;
  if (at <= world.now) await breakItem(world, item.itemId, 'ITEM_LOGIN_REQUIRED');
  else await planEnd(world, item);
}

/** Consent that runs out, as banks in Europe and the United Kingdom say it (OAU-10). */
export async function expireConsent(world: World, itemId: string, at: number): Promise<ItemDocument> {
  const item = await updateItem(world, itemId, (current) => ({ ...current, consentExpiresAt: at }));
  await planEnd(world, item);
  await queueWebhook(world, item, 'ITEM', 'PENDING_EXPIRATION', { consent_expiration_time: timestamp(at) });
  return item;
}

/** A connection that the bank is going to end, as those in America say it (C-19). */
export async function disconnect(
  world: World,
  itemId: string,
  at: number,
  reason: 'INSTITUTION_MIGRATION' | 'INSTITUTION_TOKEN_EXPIRATION',
): Promise<ItemDocument> {
  const item = await updateItem(world, itemId, (current) => ({ ...current, disconnectsAt: at }));
  await planEnd(world, item);
  await queueWebhook(world, item, 'ITEM', 'PENDING_DISCONNECT', { reason, disconnect_time: timestamp(at) });
  return item;
}

/** The user takes permission back, at the bank or at my.plaid.com (ITM-9). */
export async function revokeItem(world: World, itemId: string): Promise<ItemDocument> {
  const code = 'USER_PERMISSION_REVOKED';
  const item = await updateItem(world, itemId, (current) => ({ ...current, errorCode: code }));
  // On a call the error is an INVALID_INPUT, inside the webhook an ITEM_ERROR (C-17).
  const error = { ...errorBody(code), error_type: 'ITEM_ERROR', status: 400 };
  await queueWebhook(world, item, 'ITEM', code, { error });
  return item;
}
