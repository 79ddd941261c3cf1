/** Items that stop working and start again, and what is told about it (ITM-8, UPD-10). */
import type { ItemDocument } from './documents';
import { errorBody } from './errors';
import { healed, updateItem } from './items';
import { announceRows } from './updates';
import { queueWebhook } from './webhooks';
import type { World } from './world';

export async function breakItem(world: World, itemId: string, code: string): Promise<ItemDocument> {
  const item = await updateItem(world, itemId, (current) => ({ ...current, errorCode: code }));
  // An error inside a webhook has a status and no request id (WHK-12).
  await queueWebhook(world, item, 'ITEM', 'ERROR', { error: { ...errorBody(code), status: 400 } });
  return item;
}

/** The Item is well again without the app's doing, and tells what came meanwhile (UPD-4, UPD-10). */
export async function healItem(world: World, itemId: string): Promise<ItemDocument> {
  const item = await updateItem(world, itemId, (current) => healed(current, world.now));
  await queueWebhook(world, item, 'ITEM', 'LOGIN_REPAIRED', {});
  await announceRows(world, item);
  return item;
}
