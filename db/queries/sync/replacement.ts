/**
 * A connection takes another's place, in one commit: accounts keep their id of ours and go on under the new
 * connection, edits follow the rows they were made on, and the former connection is ending from then on, so that
 * its removal at Plaid goes through the outbox (S11). A crash leaves all of it or nothing.
 */
import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import { AppError, notFound } from '@/lib/core/errors';
import type { AccountId, ItemId, UserId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import { asUser, type Tx } from '../../client';
import {
  accounts,
  itemReplacements,
  items,
  type ReplacementSummary,
  syncJobs,
  transactions,
} from '../../schema';
import { type AccountMonth, refreshMonthlyTotals } from '../monthly-totals';
import { forgetKnownSums, replayBalances } from './balances';
import { retryCollisions } from './jobs';
import { keepRows, type MatchRows, settleKept } from './kept-rows';
import { endItem } from './removal';

/** From now on the new connection waits to take that one's place, and nothing of it counts until that is settled. */
export async function markReplacing(
  userId: UserId,
  itemId: ItemId,
  replacesItemId: ItemId | null,
): Promise<void> {
  await asUser(userId, (tx) =>
    tx
      .update(items)
      .set({ replacesItemId })
      .where(and(eq(items.userId, userId), eq(items.id, itemId))),
  );
}

export type ReplacedAccount = typeof accounts.$inferSelect;

/** Which account goes on as which; ids of ours. */
export type AccountPair = { former: AccountId; present: AccountId };

export type Replacement = {
  formerId: ItemId;
  presentId: ItemId;
  isAutomatic: boolean;
  today: Day;
  /** Decides which account goes on as which, by what both connections hold now; null calls it off. */
  choose: (former: ReplacedAccount[], present: ReplacedAccount[]) => AccountPair[] | null;
  match: MatchRows;
};

/**
 * True when the former connection's place is taken, now or already before; false when `choose` called it off. An
 * account that goes on as none is kept closed, with its history, under the new connection. Foreign and missing ids
 * are not found.
 */
export function replaceItem(userId: UserId, replacement: Replacement): Promise<boolean> {
  return retryCollisions(() => asUser(userId, (tx) => replaceWithin(tx, userId, replacement), 'long'));
}

async function replaceWithin(tx: Tx, userId: UserId, replacement: Replacement): Promise<boolean> {
  const { formerId, presentId } = replacement;
  const { former, present } = await lockBoth(tx, userId, replacement);
  if (!present || present.state === 'ending' || formerId === presentId) throw notFound('connection');
  if (!former || former.state === 'ending') return wasReplaced(tx, userId, replacement);
  const mine = await listBoth(tx, userId, replacement);
  const [before, after] = [formerId, presentId].map((id) => mine.filter(({ itemId }) => itemId === id));
  const pairs = replacement.choose(before ?? [], after ?? []);
  if (pairs === null) return false;
  refuseOdd(pairs, before ?? [], after ?? []);
  await voidRuns(tx, userId, replacement);
  const summary = await moveAll(tx, userId, replacement, { pairs, former: before ?? [] });
  await tx.insert(itemReplacements).values({
    userId,
    itemId: presentId,
    formerName: former.institutionName,
    isAutomatic: replacement.isAutomatic,
    summary: present.historicalUpdateAt === null ? { ...summary, rows: null, edits: null } : summary,
  });
  await endItem(tx, userId, formerId);
  await wantNow(tx, userId, presentId);
  return true;
}

type Both = Pick<Replacement, 'formerId' | 'presentId'>;

/** Both rows are held, so that a second confirmation waits for the first. */
async function lockBoth(tx: Tx, userId: UserId, { formerId, presentId }: Both) {
  const found = await tx
    .select({
      id: items.id,
      state: items.state,
      institutionName: items.institutionName,
      historicalUpdateAt: items.historicalUpdateAt,
    })
    .from(items)
    .where(and(eq(items.userId, userId), inArray(items.id, [formerId, presentId])))
    .orderBy(asc(items.id))
    .for('update');
  const of = (id: ItemId) => found.find((item) => item.id === id);
  return { former: of(formerId), present: of(presentId) };
}

/** A run of either that is under way writes nothing more (S3). */
async function voidRuns(tx: Tx, userId: UserId, { formerId, presentId }: Both): Promise<void> {
  await tx
    .update(syncJobs)
    .set({ fence: sql`${syncJobs.fence} + 1`, leaseUntil: null })
    .where(and(eq(syncJobs.userId, userId), inArray(syncJobs.itemId, [formerId, presentId])));
}

/** The second of two confirmations finds the work done; a former connection that never was is not found. */
async function wasReplaced(tx: Tx, userId: UserId, { presentId }: Both): Promise<boolean> {
  const [done] = await tx
    .select({ id: itemReplacements.id })
    .from(itemReplacements)
    .where(and(eq(itemReplacements.userId, userId), eq(itemReplacements.itemId, presentId)))
    .limit(1);
  if (!done) throw notFound('connection');
  return true;
}

function listBoth(tx: Tx, userId: UserId, { formerId, presentId }: Both): Promise<ReplacedAccount[]> {
  return tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.userId, userId), inArray(accounts.itemId, [formerId, presentId])))
    .orderBy(asc(accounts.name), asc(accounts.id));
}

/** What a form sends is tested against what is there: each account once, on its own side, in one currency. */
function refuseOdd(pairs: AccountPair[], former: ReplacedAccount[], present: ReplacedAccount[]): void {
  const ids = pairs.flatMap((pair) => [pair.former, pair.present]);
  const isOdd = pairs.some((pair) => {
    const one = former.find(({ id }) => id === pair.former);
    const other = present.find(({ id }) => id === pair.present);
    return !one || !other || one.currency !== other.currency;
  });
  if (isOdd || new Set(ids).size !== ids.length) {
    throw new AppError('conflict', 'These accounts have changed meanwhile. Look at the preview again.');
  }
}

async function moveAll(
  tx: Tx,
  userId: UserId,
  { presentId, match, today }: Replacement,
  { pairs, former }: { pairs: AccountPair[]; former: ReplacedAccount[] },
): Promise<ReplacementSummary & { rows: number; edits: number }> {
  const summary = { accounts: [] as ReplacementSummary['accounts'], rows: 0, edits: 0 };
  const touched: AccountMonth[] = [];
  for (const { id, name, mask } of former) {
    await keepRows(tx, userId, id);
    const pair = pairs.find((one) => one.former === id);
    if (pair) await continueAs(tx, userId, pair);
    else await keepClosed(tx, userId, id, presentId);
    const settled = await settleKept(tx, userId, id, { from: null, match });
    touched.push(...settled.touched, ...(await listMonths(tx, userId, id)));
    summary.rows += settled.rows;
    summary.edits += settled.edits;
    summary.accounts.push({ name, mask, isServed: pair !== undefined });
  }
  await refreshMonthlyTotals(tx, userId, touched);
  const present = { userId, itemId: presentId, fence: 0 };
  await replayBalances(tx, present, today);
  await forgetKnownSums(tx, present);
  return summary;
}

/**
 * The former account takes over the new one's place at Plaid and what the bank says of it; rows and reported
 * balances of the new one become its own. Whatever else hangs on the new one is read anew by the next run.
 */
async function continueAs(tx: Tx, userId: UserId, { former, present }: AccountPair): Promise<void> {
  await tx.execute(sql`
    update transactions set account_id = ${former}::uuid
    where user_id = ${userId}::uuid and account_id = ${present}::uuid`);
  await tx.execute(sql`
    insert into account_balances as b (user_id, account_id, day, balance, currency, is_estimated)
    select user_id, ${former}::uuid, day, balance, currency, is_estimated from account_balances
    where user_id = ${userId}::uuid and account_id = ${present}::uuid and not is_estimated
    on conflict (user_id, account_id, day) do update
      set balance = excluded.balance, currency = excluded.currency, is_estimated = false`);
  await tx.execute(sql`
    with n as (
      delete from accounts where user_id = ${userId}::uuid and id = ${present}::uuid returning *
    )
    update accounts a set item_id = n.item_id, plaid_account_id = n.plaid_account_id,
      former_plaid_account_ids = a.former_plaid_account_ids || n.former_plaid_account_ids || a.plaid_account_id,
      persistent_account_id = coalesce(n.persistent_account_id, a.persistent_account_id),
      bank_name = n.bank_name, official_name = n.official_name, mask = n.mask, type = n.type, subtype = n.subtype,
      display_name = coalesce(n.display_name, a.display_name), balance = n.balance, available = n.available,
      credit_limit = n.credit_limit, balance_at = n.balance_at, closed_at = n.closed_at,
      withdrawn_at = n.withdrawn_at, revoked_at = n.revoked_at
    from n where a.user_id = ${userId}::uuid and a.id = ${former}::uuid`);
}

async function listMonths(tx: Tx, userId: UserId, accountId: AccountId): Promise<AccountMonth[]> {
  const rows = await tx
    .selectDistinct({ month: sql<Month>`to_char(${transactions.day}, 'YYYY-MM')` })
    .from(transactions)
    .where(and(eq(transactions.userId, userId), eq(transactions.accountId, accountId)));
  return rows.map(({ month }) => ({ accountId, month }));
}

async function keepClosed(tx: Tx, userId: UserId, accountId: AccountId, itemId: ItemId): Promise<void> {
  await tx
    .update(accounts)
    .set({ itemId, closedAt: sql`coalesce(${accounts.closedAt}, now())` })
    .where(and(eq(accounts.userId, userId), eq(accounts.id, accountId)));
}

/** It waits for nothing any more, and a run is wanted at once: it brings what belongs to the accounts beside rows. */
async function wantNow(tx: Tx, userId: UserId, itemId: ItemId): Promise<void> {
  await tx
    .update(items)
    .set({ replacesItemId: null })
    .where(and(eq(items.userId, userId), eq(items.id, itemId)));
  await tx
    .update(syncJobs)
    .set({ want: sql`${syncJobs.want} + 1`, trigger: 'replacement', notBefore: null, attempts: 0 })
    .where(and(eq(syncJobs.userId, userId), eq(syncJobs.itemId, itemId)));
}
