/**
 * Rows of a connection or an account id that is no more. They stay in every list, as rows that no bank serves,
 * until the bank sends them anew under other ids: then the kept row goes on as that one, with its id of ours and
 * everything that the person did on it (S5).
 */
import 'server-only';
import { sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import type { AccountId, UserId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import type { Tx } from '../../client';
import type { AccountMonth } from '../monthly-totals';
import { BANK_COLUMNS } from './transaction-columns';

/** What a row is compared by; `isEdited` when the person changed anything on it. */
export type ComparedRow = {
  id: string;
  amount: number;
  currency: string;
  postedDay: Day;
  authorizedDay: Day | null;
  isPending: boolean;
  bankName: string;
  description: string | null;
  isEdited: boolean;
};

/** Which row goes on as which; the rule is not ours (`lib/connections/match-rows`). */
export type MatchRows = (
  former: ComparedRow[],
  present: ComparedRow[],
) => { pairs: { former: ComparedRow; present: ComparedRow }[] };

export type Settled = { rows: number; edits: number; touched: AccountMonth[] };

/** The person's own word on a row `t`: a category, a name, a note or a tag. */
export const IS_EDITED = sql.raw(
  `(t.user_category_id is not null or t.user_merchant_name is not null or t.note is not null or t.tags <> '{}')`,
);

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
  const since = from === null ? sql`true` : sql`t.posted_day >= ${from}::date`;
  const of = sql`t.user_id = ${userId}::uuid and t.account_id = ${accountId}::uuid and ${since}`;
  const kept = await listCompared(tx, sql`${of} and t.is_kept`);
  if (kept.length === 0) return { rows: 0, edits: 0, touched: [] };
  const served = await listCompared(tx, sql`${of} and not t.is_kept and t.removed_at is null`);
  const before = await monthsOf(tx, accountId, of);
  const { pairs } = match(kept, served);
  await goOn(tx, userId, pairs);
  await buryMissing(tx, userId, accountId);
  const touched = [...before, ...(await monthsOf(tx, accountId, of))];
  const edits = pairs.filter(({ former }) => former.isEdited).length;
  return { rows: pairs.length, edits, touched };
}

/** Live rows of an account as they are compared; for what is shown before anything is done. */
export function listLiveRows(tx: Tx, userId: UserId, accountId: AccountId): Promise<ComparedRow[]> {
  return listCompared(
    tx,
    sql`t.user_id = ${userId}::uuid and t.account_id = ${accountId}::uuid and t.removed_at is null`,
  );
}

async function listCompared(tx: Tx, where: ReturnType<typeof sql>): Promise<ComparedRow[]> {
  const rows = await tx.execute<Omit<ComparedRow, 'amount'> & { amount: string }>(sql`
    select t.id, t.amount, t.currency, t.posted_day::text as "postedDay", t.authorized_day::text as "authorizedDay",
      t.is_pending as "isPending", t.bank_name as "bankName", t.original_description as description,
      ${IS_EDITED} as "isEdited"
    from transactions t where ${where}`);
  return [...rows].map((row) => ({ ...row, amount: Number(row.amount) }));
}

/**
 * The kept row takes the bank's columns and the id at Plaid from the row that was sent anew, which goes. Where
 * the person changed the new one already, that is their later word (as with pending rows, TXN-19).
 */
async function goOn(tx: Tx, userId: UserId, pairs: ReturnType<MatchRows>['pairs']): Promise<void> {
  if (pairs.length === 0) return;
  const ids = pairs.map(({ former, present }) => ({ former: former.id, present: present.id }));
  const fromBank = BANK_COLUMNS.map((column) => `${column} = n.${column}`).join(', ');
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

async function monthsOf(
  tx: Tx,
  accountId: AccountId,
  where: ReturnType<typeof sql>,
): Promise<AccountMonth[]> {
  const rows = await tx.execute(sql`
    select distinct to_char(t.day, 'YYYY-MM') as month from transactions t where ${where}`);
  return [...rows].map((row) => ({ accountId, month: row['month'] as Month }));
}
