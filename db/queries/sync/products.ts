/** Streams, debts and holdings: each answer of the bank replaces what was stored for the Item. */
import 'server-only';
import { sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import type { AccountId } from '@/lib/core/id';
import type { Tx } from '../../client';
import type { liabilities, recurringStreams, Tally } from '../../schema';
import { findAccountIds } from './accounts';
import { replayBalances } from './balances';
import { IS_NEW, oneOf, tallyOf, upsertRows } from './bulk';
import { type Lease, underLease } from './jobs';

type OfAccount = { plaidAccountId: string };

export type StreamRow = Omit<typeof recurringStreams.$inferSelect, 'userId' | 'id' | 'accountId'> & OfAccount;

const STREAM = {
  account_id: 'uuid',
  plaid_stream_id: 'text',
  direction: 'text',
  description: 'text',
  merchant_name: 'text',
  frequency: 'text',
  status: 'text',
  is_active: 'boolean',
  first_day: 'date',
  last_day: 'date',
  predicted_next_day: 'date',
  average_amount: 'bigint',
  last_amount: 'bigint',
  currency: 'text',
  category_id: 'text',
  plaid_transaction_ids: 'text[]',
};

/** The whole answer: streams that it does not name are gone (REC-9). */
export function saveStreams(lease: Lease, streams: StreamRow[]): Promise<Tally> {
  return underLease(lease, async (tx) => {
    const rows = await withAccounts(tx, lease, streams);
    const written = await upsertRows(tx, lease.userId, {
      table: 'recurring_streams',
      key: ['plaid_stream_id'],
      columns: STREAM,
      rows,
      returning: IS_NEW,
    });
    const removed = await deleteOthers(
      tx,
      lease,
      'recurring_streams',
      sql`t.plaid_stream_id in ${oneOf(rows.map((row) => row.plaidStreamId))}`,
    );
    return tallyOf(written, removed);
  });
}

export type LiabilityRow = Omit<typeof liabilities.$inferSelect, 'userId' | 'accountId'> & OfAccount;

const LIABILITY = {
  account_id: 'uuid',
  kind: 'text',
  currency: 'text',
  aprs: 'jsonb',
  interest_rate: 'numeric',
  interest_rate_type: 'text',
  is_overdue: 'boolean',
  minimum_payment: 'bigint',
  next_due_day: 'date',
  last_payment_amount: 'bigint',
  last_payment_day: 'date',
  statement_balance: 'bigint',
  statement_day: 'date',
  past_due_amount: 'bigint',
  origination_day: 'date',
  origination_principal: 'bigint',
  outstanding_interest: 'bigint',
  payoff_day: 'date',
  ytd_interest: 'bigint',
  ytd_principal: 'bigint',
  escrow_balance: 'bigint',
  details: 'jsonb',
};

/** Debts of accounts that are still served; a closed account keeps the last terms we saw. */
export function saveLiabilities(lease: Lease, debts: LiabilityRow[], today: Day): Promise<Tally> {
  return underLease(lease, async (tx) => {
    const rows = await withAccounts(tx, lease, debts);
    const written = await upsertRows(tx, lease.userId, {
      table: 'liabilities',
      key: ['account_id'],
      columns: LIABILITY,
      rows,
      returning: IS_NEW,
    });
    const removed = await deleteOthers(
      tx,
      lease,
      'liabilities',
      sql`t.account_id::text in ${oneOf(rows.map((row) => row.accountId))}`,
    );
    await replayBalances(tx, lease, today, ['loan']);
    return tallyOf(written, removed);
  });
}

/** Rows of accounts we do not know are left out: only `/accounts/get` says which there are (S13). */
export async function withAccounts<Row extends OfAccount>(
  tx: Tx,
  lease: Lease,
  rows: readonly Row[],
): Promise<(Row & { accountId: AccountId })[]> {
  const known = await findAccountIds(tx, lease);
  return rows.flatMap((row) => {
    const accountId = known.get(row.plaidAccountId);
    return accountId ? [{ ...row, accountId }] : [];
  });
}

/** Removes what the answer did not name, in open accounts of the Item only (S13). Answers how many rows. */
export async function deleteOthers(
  tx: Tx,
  { userId, itemId }: Lease,
  table: 'recurring_streams' | 'liabilities' | 'holdings',
  isNamed: ReturnType<typeof sql>,
): Promise<number> {
  const deleted = await tx.execute(sql`
    delete from ${sql.raw(table)} t using accounts a
    where t.user_id = ${userId}::uuid and a.user_id = t.user_id and a.id = t.account_id
      and a.item_id = ${itemId}::uuid and a.closed_at is null and not (${isNamed})
    returning 1`);
  return deleted.length;
}

/** A window of days, both ends included. */
export type Window = { first: Day; last: Day };
