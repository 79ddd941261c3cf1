/** Statements fetched on demand, and the webhook that tells how it went (STM-1). */
import type { DayRange, ItemDocument, StatementsJob } from '../documents';
import { errorCodeOf, updateItem } from '../items/items';
import { queueWebhook } from '../webhooks/webhooks';
import { delaysOf, type World } from '../world';
import { rangesOf } from './range';

export async function planRefresh(world: World, { itemId }: ItemDocument, range: DayRange): Promise<void> {
  const id = `${itemId}:statements:${range.start}:${range.end}`;
  const at = world.now + delaysOf(world).report;
  await world.store.update('jobs', id, () => ({ id, at, kind: 'statements', itemId, range }));
}

/** The days join those that can be read already, unless the bank does not let anybody in. */
export async function refreshStatements(world: World, { itemId, range }: StatementsJob): Promise<void> {
  const item = await world.store.find('items', itemId);
  if (!item) return;
  const isOpen = errorCodeOf(item, world.now) === null;
  if (isOpen) {
    await updateItem(world, itemId, (current) => ({
      ...current,
      statements: [...rangesOf(current), range],
    }));
  }
  const result = isOpen ? 'SUCCESS' : 'FAILURE';
  await queueWebhook(world, item, 'STATEMENTS', 'STATEMENTS_REFRESH_COMPLETE', { result });
}
