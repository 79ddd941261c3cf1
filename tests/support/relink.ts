/** A bank that is linked, edited and linked again, for tests of what then becomes of history and edits. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import { accounts, items, transactions } from '@/db/schema';
import type { ItemId, UserId } from '@/lib/core/id';
import { linkItem } from '@/lib/sync/link-item';
import { aPublicToken } from './engine';

/** Links a file, as a new connection or in another one's place. */
export async function linkFile(userId: UserId, password: string, replaces?: ItemId): Promise<ItemId> {
  const publicToken = await aPublicToken({ username: 'user_custom', password });
  return linkItem(userId, { publicToken, ...(replaces && { replaces }) });
}

export function accountsOf(userId: UserId) {
  return asSystem((tx) =>
    tx.select().from(accounts).where(eq(accounts.userId, userId)).orderBy(asc(accounts.bankName)),
  );
}

export function itemsOf(userId: UserId) {
  return asSystem((tx) => tx.select().from(items).where(eq(items.userId, userId)));
}

/** Live rows by day and name, or those that are gone. */
export function rowsOf(userId: UserId, { removed = false } = {}) {
  return asSystem(async (tx) => {
    const rows = await tx
      .select()
      .from(transactions)
      .where(and(eq(transactions.userId, userId), removed ? undefined : isNull(transactions.removedAt)))
      .orderBy(asc(transactions.postedDay), asc(transactions.bankName), asc(transactions.id));
    return removed ? rows.filter(({ removedAt }) => removedAt !== null) : rows;
  });
}

export async function edit(id: string, change: Partial<typeof transactions.$inferInsert>): Promise<void> {
  await asSystem((tx) => tx.update(transactions).set(change).where(eq(transactions.id, id)));
}
