/** Which accounts count: the one definition behind every list and total. */
import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import type { Tx } from '../client';
import { accounts, items } from '../schema';

/**
 * Ids of the accounts that totals and lists are made of: not hidden by the person, and not of a connection
 * that is being removed (S11). Closed accounts are among them, since their history counts (ACC-10); today's
 * balances leave those out with `closedAt is null`. For `inArray(table.accountId, visibleAccountIds(…))`.
 */
export function visibleAccountIds(tx: Tx, userId: UserId) {
  return tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(items, joinItem)
    .where(and(eq(accounts.userId, userId), isLive, eq(accounts.isHidden, false)));
}

/** An account's own connection: the join that `isLive` needs. */
export const joinItem = and(eq(items.userId, accounts.userId), eq(items.id, accounts.itemId));

/** The connection is not being removed. Hidden accounts are live: they have a page and are exported. */
export const isLive = ne(items.state, 'ending');
