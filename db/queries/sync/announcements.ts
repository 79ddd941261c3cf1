/** What webhooks say of an Item that no call tells: hints for a page, never data (T6). */
import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser } from '../../client';
import { items } from '../../schema';

/** How much history is there to be read (TXN-25); what was said once is not taken back by an older message. */
export async function noteHistory(
  userId: UserId,
  itemId: ItemId,
  history: 'initial' | 'complete',
): Promise<void> {
  const announced = history === 'complete' ? history : sql`coalesce(${items.announcedHistory}, 'initial')`;
  await asUser(userId, (tx) =>
    tx.update(items).set({ announcedHistory: announced }).where(mine(userId, itemId)),
  );
}

/** Plaid has taken note of where webhooks go; `at`: when its word came (ITM-7). */
export async function noteAcknowledged(userId: UserId, itemId: ItemId, at: Date): Promise<void> {
  await asUser(userId, (tx) =>
    tx.update(items).set({ webhookAcknowledgedAt: at }).where(mine(userId, itemId)),
  );
}

function mine(userId: UserId, itemId: ItemId) {
  return and(eq(items.userId, userId), eq(items.id, itemId));
}
