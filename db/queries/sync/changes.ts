/**
 * What the bank said before. Written in the commit that changes the row, one statement for all rows of a page,
 * and only for rows that were there and really changed: a first sync writes nothing here.
 */
import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../client';
import { type Bulk, oneOf, recordset } from './bulk';
import type { Lease } from './jobs';
import { TRANSACTION_COLUMNS } from './transaction-columns';

/** Newest changes that are kept of one transaction. */
const KEPT = 40;

/** What a bank tells of a row, as far as a history is kept of it. */
const TOLD = Object.fromEntries(
  (
    [
      'plaid_transaction_id',
      'amount',
      'currency',
      'posted_day',
      'authorized_day',
      'is_pending',
      'bank_name',
      'original_description',
      'merchant_name',
      'counterparty_name',
      'bank_category_id',
      'payment_channel',
    ] as const
  ).map((column) => [column, TRANSACTION_COLUMNS[column]]),
);

/** Before rows that are there already are overwritten: what in them is about to change. */
export async function recordCorrections(tx: Tx, lease: Lease, rows: Bulk['rows']): Promise<void> {
  if (rows.length === 0) return;
  await record(
    tx,
    lease,
    sql`transactions o join ${recordset('n', TOLD, rows)} on o.plaid_transaction_id = n.plaid_transaction_id`,
    sql`o.id`,
  );
}

/**
 * A posted row that follows a pending one takes over its history, and what it was while it was pending (TXN-20):
 * the pending row itself is gone in a month.
 */
export async function recordPostings(
  tx: Tx,
  lease: Lease,
  successors: readonly { plaidTransactionId: string }[],
  isNew: ReadonlySet<string>,
): Promise<void> {
  const posted = successors.map((row) => row.plaidTransactionId).filter((id) => isNew.has(id));
  if (posted.length === 0) return;
  const pairs = successions(sql`n.plaid_transaction_id in ${oneOf(posted)}`);
  await follow(tx, lease, pairs);
  await record(tx, lease, pairs, sql`n.id`);
}

/** What the person said on pending rows while their successors were there already stands with those as well. */
export async function recordLateWords(tx: Tx, lease: Lease, removed: readonly string[]): Promise<void> {
  await follow(tx, lease, successions(sql`o.plaid_transaction_id in ${oneOf(removed)}`));
}

/** Pending rows `o` and the posted rows `n` that name them. */
function successions(which: SQL): SQL {
  return sql`transactions o join transactions n
    on n.user_id = o.user_id and n.account_id = o.account_id
      and n.pending_plaid_transaction_id = o.plaid_transaction_id and ${which}`;
}

/** Lines of `o` that `n` does not have yet. */
async function follow(tx: Tx, { userId }: Lease, pairs: SQL): Promise<void> {
  await tx.execute(sql`
    insert into transaction_changes (user_id, transaction_id, field, source, before, after, at, run_id)
    select c.user_id, n.id, c.field, c.source, c.before, c.after, c.at, c.run_id
    from ${pairs} join transaction_changes c on c.user_id = o.user_id and c.transaction_id = o.id
    where o.user_id = ${userId}::uuid and not exists (
      select from transaction_changes k where k.user_id = n.user_id and k.transaction_id = n.id
        and (k.field, k.source, k.at) = (c.field, c.source, c.at))`);
}

/** From pairs of an older `o` and a newer `n`: one line per field that differs, on the row named by `of`. */
async function record(tx: Tx, { userId, itemId, fence }: Lease, pairs: SQL, of: SQL): Promise<void> {
  const written = await tx.execute(sql`
    insert into transaction_changes (user_id, transaction_id, field, source, before, after, run_id)
    select o.user_id, ${of}, f.field, 'bank', f.before, f.after, (
      select id from sync_runs
      where user_id = ${userId}::uuid and item_id = ${itemId}::uuid and fence = ${fence}
      order by started_at desc limit 1)
    from ${pairs} cross join lateral (values ${FIELDS}) as f(field, before, after)
    where o.user_id = ${userId}::uuid and f.before is distinct from f.after
    returning transaction_id`);
  await keepNewest(tx, userId, [...new Set([...written].map((row) => String(row['transaction_id'])))]);
}

const FIELDS = sql`
  ('amount', o.amount::text, n.amount::text),
  ('currency', o.currency, n.currency),
  ('day', coalesce(o.authorized_day, o.posted_day)::text, coalesce(n.authorized_day, n.posted_day)::text),
  ('posted-day', o.posted_day::text, n.posted_day::text),
  ('status', case when o.is_pending then 'pending' else 'posted' end,
    case when n.is_pending then 'pending' else 'posted' end),
  ('name', coalesce(o.merchant_name, o.counterparty_name, o.bank_name),
    coalesce(n.merchant_name, n.counterparty_name, n.bank_name)),
  ('text', coalesce(o.original_description, o.bank_name), coalesce(n.original_description, n.bank_name)),
  ('category', o.bank_category_id, n.bank_category_id),
  ('channel', o.payment_channel, n.payment_channel)`;

/** A bank that changes its mind every day must not fill the table. */
async function keepNewest(tx: Tx, userId: string, transactionIds: readonly string[]): Promise<void> {
  if (transactionIds.length === 0) return;
  await tx.execute(sql`
    delete from transaction_changes c using (
      select id, row_number() over (partition by transaction_id order by at desc, id) as place
      from transaction_changes
      where user_id = ${userId}::uuid and transaction_id in (
        select id::uuid from jsonb_array_elements_text(${JSON.stringify(transactionIds)}::jsonb) as ids(id))) old
    where c.user_id = ${userId}::uuid and c.id = old.id and old.place > ${KEPT}`);
}
