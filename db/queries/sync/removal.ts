import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../../client';
import { items, syncJobs } from '../../schema';

/**
 * Hides the Item at once and voids a run that is under way; the rows and the token stay until Plaid has
 * confirmed (S11). False for a foreign or missing id.
 */
export async function markEnding(userId: UserId, itemId: ItemId): Promise<boolean> {
  return asUser(userId, (tx) => endItem(tx, userId, itemId));
}

/** The same as part of another commit. Whoever waited for this Item's place has it for themselves. */
export async function endItem(tx: Tx, userId: UserId, itemId: ItemId): Promise<boolean> {
  const marked = await tx
    .update(items)
    .set({ state: 'ending', stateAt: sql`now()` })
    .where(and(eq(items.userId, userId), eq(items.id, itemId)))
    .returning({ id: items.id });
  await tx
    .update(items)
    .set({ replacesItemId: null })
    .where(and(eq(items.userId, userId), eq(items.replacesItemId, itemId)));
  await tx
    .update(syncJobs)
    .set({ fence: sql`${syncJobs.fence} + 1`, leaseUntil: null, done: sql`${syncJobs.want}` })
    .where(and(eq(syncJobs.userId, userId), eq(syncJobs.itemId, itemId)));
  return marked.length > 0;
}

/** Everything of an Item that Plaid has let go; only one that is ending (S11). */
export async function deleteItem(userId: UserId, itemId: ItemId): Promise<void> {
  await asUser(
    userId,
    (tx) =>
      tx.delete(items).where(and(eq(items.userId, userId), eq(items.id, itemId), eq(items.state, 'ending'))),
    'long',
  );
}
