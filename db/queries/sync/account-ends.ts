/** Accounts that the bank serves no more: closed there, taken back by the person, or gone on under another id. */
import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../../client';
import { accounts } from '../../schema';
import type { AccountRow } from './accounts';
import { forgetKnownSums } from './balances';
import { oneOf } from './bulk';
import type { Lease } from './jobs';
import { keepRows } from './kept-rows';

type Row = typeof accounts.$inferSelect;

/** Which account goes on as which; the rule is not ours (`lib/connections/match-accounts`). */
export type MatchAccounts = (
  former: Row[],
  present: AccountRow[],
) => { matches: { former: Row; present: AccountRow }[] };

/**
 * An account that vanished and one that is new in the same answer may be one and the same (ACC-9): then ours goes
 * on under the new id, with its history, and its rows wait until they come anew.
 */
export async function followNewIds(
  tx: Tx,
  lease: Lease,
  served: AccountRow[],
  match: MatchAccounts,
): Promise<void> {
  const { userId, itemId } = lease;
  const known = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.itemId, itemId)));
  const [servedIds, knownIds] = [
    new Set(served.map(({ plaidAccountId }) => plaidAccountId)),
    new Set(known.map(({ plaidAccountId }) => plaidAccountId)),
  ];
  const vanished = known.filter(({ plaidAccountId }) => !servedIds.has(plaidAccountId));
  const fresh = served.filter(({ plaidAccountId }) => !knownIds.has(plaidAccountId));
  if (vanished.length === 0 || fresh.length === 0) return;
  const { matches } = match(vanished, fresh);
  if (matches.length > 0) await forgetKnownSums(tx, lease);
  for (const { former, present } of matches) {
    await keepRows(tx, userId, former.id);
    await tx
      .update(accounts)
      .set({
        plaidAccountId: present.plaidAccountId,
        formerPlaidAccountIds: sql`array_append(${accounts.formerPlaidAccountIds}, ${former.plaidAccountId})`,
      })
      .where(and(eq(accounts.userId, userId), eq(accounts.id, former.id)));
  }
}

/**
 * Closes what the bank left out, and opens what it serves again; answers how many were closed. One that the person
 * took back is withdrawn as well: it counts nowhere until it is served again.
 */
export async function closeMissing(
  tx: Tx,
  { userId, itemId }: Lease,
  served: AccountRow[],
  at: Date,
): Promise<number> {
  const isServed = sql`plaid_account_id in ${oneOf(served.map(({ plaidAccountId }) => plaidAccountId))}`;
  const mine = sql`user_id = ${userId}::uuid and item_id = ${itemId}::uuid`;
  // Word of a revocation that came after the bank was asked is tested by the next run.
  await tx.execute(sql`
    update accounts set withdrawn_at = null,
      revoked_at = case when revoked_at < ${at.toISOString()}::timestamptz then null else revoked_at end
    where ${mine} and ${isServed} and (withdrawn_at is not null or revoked_at is not null)`);
  const closed = await tx.execute(sql`
    update accounts set closed_at = coalesce(closed_at, now()),
      withdrawn_at = case when revoked_at is not null then now() end
    where ${mine} and not ${isServed}
      and (closed_at is null or (revoked_at is not null and withdrawn_at is null))
    returning 1`);
  return closed.length;
}

/**
 * The bank says that this account was taken back. It is believed once the bank serves it no more (T6, ITM-8): the
 * next run sees to it, so raise `want` after this.
 */
export async function noteRevoked(userId: UserId, itemId: ItemId, plaidAccountId: string): Promise<void> {
  const isMeant = eq(accounts.plaidAccountId, plaidAccountId);
  await asUser(userId, (tx) =>
    tx
      .update(accounts)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(accounts.userId, userId), eq(accounts.itemId, itemId), isMeant)),
  );
}

/** The person chose in update mode which accounts to share: those that the bank then leaves out were left out by them. */
export async function noteChosen(userId: UserId, itemId: ItemId): Promise<void> {
  await asUser(userId, (tx) =>
    tx
      .update(accounts)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(accounts.userId, userId), eq(accounts.itemId, itemId), isNull(accounts.closedAt))),
  );
}

/** Ids at Plaid that accounts of the Item had before, and have no more. */
export async function findFormerIds(tx: Tx, { userId, itemId }: Lease): Promise<Set<string>> {
  const rows = await tx.execute(sql`
    select former from accounts a, unnest(a.former_plaid_account_ids) former
    where a.user_id = ${userId}::uuid and a.item_id = ${itemId}::uuid and former <> a.plaid_account_id`);
  return new Set([...rows].map((row) => String(row['former'])));
}
