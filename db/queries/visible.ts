/** Which accounts count: the one definition behind every list and total. */
import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import type { Tx } from '../client';
import { accounts, items } from '../schema';

/**
 * Ids of the accounts that totals and lists are made of: not hidden by the person, and counted. Closed accounts are among them, since their history counts (ACC-10); today's
 * balances leave those out with `closedAt is null`. For `inArray(table.accountId, visibleAccountIds(…))`.
 */
export function visibleAccountIds(tx: Tx, userId: UserId) {
  return tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(items, joinItem)
    .where(and(eq(accounts.userId, userId), isCounted, eq(accounts.isHidden, false)));
}

/** An account's own connection: the join that `isCounted` needs. */
export const joinItem = and(eq(items.userId, accounts.userId), eq(items.id, accounts.itemId));

/** The connection is not being removed (S11). */
export const isLive = ne(items.state, 'ending');

/**
 * An account that lists and totals may have: of a live connection that does not wait to take another's place,
 * which would count everything twice (DUP-1), and not taken back by the person (UPD-6). Hidden accounts are
 * counted in this sense: they have a page and are exported.
 */
export const isCounted = and(isLive, isNull(items.replacesItemId), isNull(accounts.withdrawnAt));
