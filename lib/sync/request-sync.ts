import 'server-only';
import { listItemIds } from '@/db/queries/sync/items';
import { raiseWant } from '@/db/queries/sync/jobs';
import { notFound } from '@/lib/core/errors';
import type { ItemId, UserId } from '@/lib/core/id';

/**
 * Asks for a sync of one connection, or of all of the person's. Durable when it returns (S9); the work itself
 * is `drainJobs`. A foreign or missing id is "not found".
 */
export async function requestSync(userId: UserId, itemId?: ItemId): Promise<void> {
  const theirs = await listItemIds(userId);
  if (itemId !== undefined && !theirs.includes(itemId)) throw notFound('connection');
  for (const id of itemId === undefined ? theirs : [itemId]) await raiseWant(userId, id, 'person');
}
