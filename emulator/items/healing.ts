/** Items that start to work again, and what is told about it (UPD-4, UPD-10). */
import type { ItemDocument } from '../documents';
import { announceRows } from '../webhooks/updates';
import { queueWebhook } from '../webhooks/webhooks';
import type { World } from '../world';
import { planEnd } from './item-calendar';
import { healed, updateItem } from './items';

/** The Item is well again without the app's doing, and tells what came meanwhile (UPD-4, UPD-10). */
export async function healItem(world: World, itemId: string): Promise<ItemDocument> {
  const item = await updateItem(world, itemId, (current) => healed(current, world.now));
  await planEnd(world, item);
  await queueWebhook(world, item, 'ITEM', 'LOGIN_REPAIRED', {});
  await announceRows(world, item);
  return item;
}
