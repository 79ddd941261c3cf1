/**
 * Rows of a connection or an account id that is no more. They stay in every list, as rows that no bank serves,
 * until the bank sends them anew under other ids: then the kept row goes on as that one, with its id of ours and
 * everything that the person did on it (S5).
 */
import 'server-only';
import { and, eq, gte, isNull, not, type SQL, sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import type { AccountId, UserId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import type { Tx } from '../../client';
import { transactions } from '../../schema';
import type { AccountMonth } from '../monthly-totals';
import { BANK_COLUMNS } from './transaction-columns';

/** The person's own word on a row: a category, a name, a note or a tag. */
export const isEdited = sql<boolean>`(${transactions.userCategoryId} is not null
  or ${transactions.userMerchantName} is not null or ${transactions.note} is not null or ${transactions.tags} <> '{}')`;

/** What a row is compared by; `isEdited` when the person changed anything on it. */
const COMPARED = {
  id: transactions.id,
  amount: transactions.amount,
  currency: transactions.currency,
  postedDay: transactions.postedDay,
  authorizedDay: transactions.authorizedDay,
  isPending: transactions.isPending,
  bankName: transactions.bankName,
  description: transactions.originalDescription,
  isEdited,
};

export type ComparedRow = Awaited<ReturnType<typeof listLiveRows>>[number];

/** Which row goes on as which; the rule is not ours (`lib/connections/match-rows`). */
export type MatchRows = (
  former: ComparedRow[],
  present: ComparedRow[],
) => { pairs: { former: ComparedRow; present: ComparedRow }[] };

export type Settled = { rows: number; edits: number; touched: AccountMonth[] };

/** From now on no bank serves the live rows of this account under the ids that they have. */
export async function keepRows(tx: Tx, userId: UserId, accountId: AccountId): Promise<void> {
  await tx.execute(sql`
    update transactions set is_kept = true
    where user_id = ${userId}::uuid and account_id = ${accountId}::uuid and removed_at is null and not is_kept`);
}

/** Accounts of a connection that hold kept rows. */
export async function listKeepingAccounts(
  tx: Tx,
  { userId, itemId }: { userId: UserId; itemId: string },
): Promise<AccountId[]> {
  const rows = await tx.execute(sql`
    select a.id from accounts a
    where a.user_id = ${userId}::uuid and a.item_id = ${itemId}::uuid and exists (
      select from transactions t where t.user_id = a.user_id and t.account_id = a.id and t.is_kept)`);
  return [...rows].map((row) => row['id'] as AccountId);
}

/**
 * Finds kept rows again among those that the bank serves, from a day on. A kept row that is not found, where the
 * bank's own history reaches back to its day, becomes a tombstone with its edits: the bank does not have it.
 * Safe to call again and again; rows that come later find theirs then.
 */
export async function settleKept(
  tx: Tx,
  userId: UserId,
  accountId: AccountId,
  { from, match }: { from: Day | null; match: MatchRows },
): Promise<Settled> {
  const { isKept, postedDay, removedAt } = transactions;
  const of = and(ofAccount(userId, accountId), from === null ? undefined : gte(postedDay, from));
  const kept = await listCompared(tx, and(of, isKept));
  if (kept.length === 0) return { rows: 0, edits: 0, touched: [] };
  const served = await listCompared(tx, and(of, not(isKept), isNull(removedAt)));
  const before = await listMonths(tx, accountId, of);
  const { pairs } = match(kept, served);
  await goOn(tx, userId, pairs);
  await buryMissing(tx, userId, accountId);
  const touched = [...before, ...(await listMonths(tx, accountId, of))];
  const edits = pairs.filter(({ former }) => former.isEdited).length;
  return { rows: pairs.length, edits, touched };
}

/** Live rows of an account as they are compared; for what is shown before anything is done. */
export function listLiveRows(tx: Tx, userId: UserId, accountId: AccountId) {
  return listCompared(tx, and(ofAccount(userId, accountId), isNull(transactions.removedAt)));
}

function listCompared(tx: Tx, where: SQL | undefined) {
  return tx.select(COMPARED).from(transactions).where(where);
}

function ofAccount(userId: UserId, accountId: AccountId) {
  return and(eq(transactions.userId, userId), eq(transactions.accountId, accountId));
}

/**
 * The kept row takes the bank's columns and the id at Plaid from the row that was sent anew, which goes. Where
 * the person changed the new one already, that is their later word (as with pending rows, TXN-19).
 */
async function goOn(tx: Tx, userId: UserId, pairs: ReturnType<MatchRows>['pairs']): Promise<void> {
  if (pairs.length === 0) return;
  const ids = pairs.map(({ former, present }) => ({ former: former.id, present: present.id }));
  const fromBank = BANK_COLUMNS.map((column) => `${column} = n.${column}`).join(', ');
  await takeLines(tx, userId, ids);
  await tx.execute(sql`
    with pairs as (
      select former, present from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) as p(former uuid, present uuid)
    ), n as (
      delete from transactions t using pairs
      where t.user_id = ${userId}::uuid and t.id = pairs.present
      returning t.*, pairs.former
    )
    update transactions o set ${sql.raw(fromBank)},
      user_category_id = coalesce(n.user_category_id, o.user_category_id),
      user_merchant_name = coalesce(n.user_merchant_name, o.user_merchant_name),
      rule_category_id = coalesce(n.rule_category_id, o.rule_category_id),
      note = coalesce(n.note, o.note),
      tags = case when n.tags = '{}' then o.tags else n.tags end,
      is_kept = false, removed_at = null, updated_at = now()
    from n where o.user_id = ${userId}::uuid and o.id = n.former`);
}

/** What was said and corrected on a row before it goes stays with the row that goes on. */
async function takeLines(
  tx: Tx,
  userId: UserId,
  pairs: { former: string; present: string }[],
): Promise<void> {
  const named = sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(former uuid, present uuid)`;
  // Whoever is changing one of these rows has written their line by the time it can be locked.
  await tx.execute(sql`
    select 1 from transactions t join ${named} on t.id = p.present where t.user_id = ${userId}::uuid for update of t`);
  await tx.execute(sql`
    update transaction_changes c set transaction_id = p.former
    from ${named} where c.user_id = ${userId}::uuid and c.transaction_id = p.present`);
}

async function buryMissing(tx: Tx, userId: UserId, accountId: AccountId): Promise<void> {
  await tx.execute(sql`
    update transactions t set removed_at = now()
    from (
      select min(posted_day) as first_day from transactions
      where user_id = ${userId}::uuid and account_id = ${accountId}::uuid and not is_kept and removed_at is null
    ) served
    where t.user_id = ${userId}::uuid and t.account_id = ${accountId}::uuid and t.is_kept and t.removed_at is null
      and (t.posted_day >= served.first_day or (t.is_pending and served.first_day is not null))`);
}

async function listMonths(tx: Tx, accountId: AccountId, where: SQL | undefined): Promise<AccountMonth[]> {
  const rows = await tx
    .selectDistinct({ month: sql<Month>`to_char(${transactions.day}, 'YYYY-MM')` })
    .from(transactions)
    .where(where);
  return rows.map(({ month }) => ({ accountId, month }));
}
