/** Connections that may take another's place, and what became of history and edits when one did. */
import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { notFound } from '@/lib/core/errors';
import type { AccountId, ItemId, UserId } from '@/lib/core/id';
import { asUser } from '../client';
import { accounts, itemReplacements, items, transactions } from '../schema';
import { type ComparedRow, isEdited, listLiveRows } from './sync/kept-rows';
import { joinAccount } from './transaction-filter';
import { isLive, joinItem } from './visible';

const BANK = {
  id: items.id,
  institutionName: items.institutionName,
  state: items.state,
  replacesItemId: items.replacesItemId,
  historicalUpdateAt: items.historicalUpdateAt,
  createdAt: items.createdAt,
};

const ACCOUNT = {
  id: accounts.id,
  itemId: accounts.itemId,
  name: accounts.name,
  bankName: accounts.bankName,
  mask: accounts.mask,
  type: accounts.type,
  subtype: accounts.subtype,
  currency: accounts.currency,
  persistentAccountId: accounts.persistentAccountId,
  plaidInstitutionId: items.plaidInstitutionId,
  isHidden: accounts.isHidden,
  closedAt: accounts.closedAt,
};

/** A connection, and the one that is to take its place: the one named, else the one that waits for it, else null. */
export async function getReplacement(userId: UserId, formerId: ItemId, presentId: ItemId | null) {
  return asUser(userId, async (tx) => {
    const live = await tx
      .select(BANK)
      .from(items)
      .where(and(eq(items.userId, userId), isLive));
    const former = live.find(({ id }) => id === formerId);
    if (!former) throw notFound('connection');
    const present =
      live.find(({ id }) => id === presentId && id !== formerId) ??
      live.find(({ replacesItemId }) => replacesItemId === formerId) ??
      null;
    const ids = [formerId, ...(present ? [present.id] : [])];
    const both = await tx
      .select(ACCOUNT)
      .from(accounts)
      .innerJoin(items, joinItem)
      .where(and(eq(accounts.userId, userId), inArray(accounts.itemId, ids)))
      .orderBy(asc(accounts.name), asc(accounts.id));
    return {
      former: { ...former, accounts: both.filter(({ itemId }) => itemId === formerId) },
      present: present && { ...present, accounts: both.filter(({ itemId }) => itemId === present.id) },
    };
  });
}

/** Live rows of each of these accounts, in their order, as they would be compared. */
export async function listRowsToCompare(
  userId: UserId,
  accountIds: readonly AccountId[],
): Promise<ComparedRow[][]> {
  return asUser(userId, async (tx) => {
    const found: ComparedRow[][] = [];
    for (const id of accountIds) found.push(await listLiveRows(tx, userId, id));
    return found;
  });
}

/** Open accounts of live connections, with the bank; for finding those that are there twice. */
export async function listLinkedAccounts(userId: UserId) {
  return asUser(userId, (tx) =>
    tx
      .select({ ...ACCOUNT, institutionName: items.institutionName, replacesItemId: items.replacesItemId })
      .from(accounts)
      .innerJoin(items, joinItem)
      .where(and(eq(accounts.userId, userId), isLive, ne(items.state, 'revoked'), isNull(accounts.closedAt)))
      .orderBy(asc(items.createdAt), asc(items.id)),
  );
}

/** What a connection took over and the person has not put away yet, newest first. */
export async function listReplacements(userId: UserId, itemId: ItemId) {
  return asUser(userId, (tx) =>
    tx
      .select({
        id: itemReplacements.id,
        formerName: itemReplacements.formerName,
        isAutomatic: itemReplacements.isAutomatic,
        summary: itemReplacements.summary,
        createdAt: itemReplacements.createdAt,
      })
      .from(itemReplacements)
      .where(
        and(
          eq(itemReplacements.userId, userId),
          eq(itemReplacements.itemId, itemId),
          isNull(itemReplacements.readAt),
        ),
      )
      .orderBy(desc(itemReplacements.createdAt)),
  );
}

/** Changes of the person's on rows that the bank sends no more under a connection: they found no row to move to. */
export async function listLostEdits(userId: UserId, itemId: ItemId) {
  return asUser(userId, (tx) =>
    tx
      .select({
        id: transactions.id,
        day: transactions.day,
        name: transactions.name,
        amount: transactions.amount,
        currency: transactions.currency,
        note: transactions.note,
      })
      .from(transactions)
      .innerJoin(accounts, joinAccount)
      .where(
        and(
          eq(transactions.userId, userId),
          eq(accounts.itemId, itemId),
          transactions.isKept,
          isNotNull(transactions.removedAt),
          isEdited,
        ),
      )
      .orderBy(desc(transactions.day), asc(transactions.id))
      .limit(200),
  );
}

/** The person has read what became of it; changes that found no row are kept no longer than any removed row. */
export async function markReplacementsRead(userId: UserId, itemId: ItemId): Promise<void> {
  await asUser(userId, async (tx) => {
    await tx
      .update(itemReplacements)
      .set({ readAt: sql`now()` })
      .where(and(eq(itemReplacements.userId, userId), eq(itemReplacements.itemId, itemId)));
    await tx.execute(sql`
      update transactions t set is_kept = false from accounts a
      where t.user_id = ${userId}::uuid and a.user_id = t.user_id and a.id = t.account_id
        and a.item_id = ${itemId}::uuid and t.is_kept and t.removed_at is not null`);
  });
}

/** Accounts of a connection that the person took back, whose rows wait for their word (UPD-6). */
export async function listWithdrawn(userId: UserId, itemId: ItemId) {
  return asUser(userId, (tx) =>
    tx
      .select({ id: accounts.id, name: accounts.name, mask: accounts.mask })
      .from(accounts)
      .where(and(eq(accounts.userId, userId), eq(accounts.itemId, itemId), isNotNull(accounts.withdrawnAt)))
      .orderBy(asc(accounts.name), asc(accounts.id)),
  );
}

/** The person's word: delete it with everything of it, or count its history again as that of a closed account. */
export async function settleWithdrawn(
  userId: UserId,
  accountId: AccountId,
  word: 'delete' | 'count',
): Promise<void> {
  const mine = and(eq(accounts.userId, userId), eq(accounts.id, accountId), isNotNull(accounts.withdrawnAt));
  const settled = await asUser(userId, (tx) =>
    word === 'delete'
      ? tx.delete(accounts).where(mine).returning({ id: accounts.id })
      : tx
          .update(accounts)
          .set({ withdrawnAt: null, revokedAt: null })
          .where(mine)
          .returning({ id: accounts.id }),
  );
  if (settled.length === 0) throw notFound('account');
}
