/** The access token of an Item changes its text: sealed anew, or made anew at Plaid (TOK-5). */
import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser } from '../../client';
import { items } from '../../schema';
import { type Lease, underLease } from './jobs';

/** Written before Plaid is asked for a new token: whoever finds it later knows that the old one may be dead. */
export async function markRotation(lease: Lease): Promise<void> {
  await underLease(lease, (tx) =>
    tx.update(items).set({ tokenRotationAt: sql`now()` }).where(mine(lease.userId, lease.itemId)),
  );
}

/** Nothing was changed at Plaid, or it was looked at since. */
export async function unmarkRotation(userId: UserId, itemId: ItemId): Promise<void> {
  await asUser(userId, (tx) => tx.update(items).set({ tokenRotationAt: null }).where(mine(userId, itemId)));
}

/**
 * Puts the token in the place of the one that was read, and of no other. Without a lease on purpose: of a token that
 * Plaid made anew there is only this one, whoever may have taken the Item over meanwhile. False when it was changed.
 */
export async function replaceToken(
  userId: UserId,
  itemId: ItemId,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const replaced = await asUser(userId, (tx) =>
    tx
      .update(items)
      .set({ accessTokenSealed: to, tokenRotationAt: null })
      .where(and(mine(userId, itemId), eq(items.accessTokenSealed, from)))
      .returning({ id: items.id }),
  );
  return replaced.length > 0;
}

/** When the Item was last looked at beside its runs, so that it is not looked at all the time. */
export async function markLooked(userId: UserId, itemId: ItemId): Promise<void> {
  await asUser(userId, (tx) => tx.update(items).set({ lookedAt: sql`now()` }).where(mine(userId, itemId)));
}

function mine(userId: UserId, itemId: ItemId) {
  return and(eq(items.userId, userId), eq(items.id, itemId));
}
