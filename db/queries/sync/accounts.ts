import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import type { AccountId } from '@/lib/core/id';
import type { Tx } from '../../client';
import { accounts } from '../../schema';
import { oneOf, upsertRows } from './bulk';
import { type Lease, underLease } from './jobs';

type Row = typeof accounts.$inferSelect;

/** An account as a bank tells it, in our words and sign. */
export type AccountRow = Pick<
  Row,
  | 'plaidAccountId'
  | 'persistentAccountId'
  | 'bankName'
  | 'officialName'
  | 'mask'
  | 'type'
  | 'subtype'
  | 'currency'
  | 'balance'
  | 'available'
  | 'creditLimit'
>;

const COLUMNS = {
  item_id: 'uuid',
  plaid_account_id: 'text',
  persistent_account_id: 'text',
  bank_name: 'text',
  official_name: 'text',
  mask: 'text',
  type: 'text',
  subtype: 'text',
  currency: 'text',
  balance: 'bigint',
  available: 'bigint',
  credit_limit: 'bigint',
  balance_at: 'timestamptz',
  closed_at: 'timestamptz',
};

/**
 * Writes what the bank serves now: changed accounts, today's balances as reported, and the end of those that
 * are no longer served; a returning one is open again (ACC-10). History stays with a closed account.
 */
export async function saveAccounts(lease: Lease, served: AccountRow[], today: Day, at: Date): Promise<void> {
  await underLease(lease, async (tx) => {
    await upsertAccounts(tx, lease, served, { balanceAt: at, closedAt: null });
    const ids = served.map(({ plaidAccountId }) => plaidAccountId);
    await tx.execute(sql`
      update accounts set closed_at = now()
      where user_id = ${lease.userId}::uuid and item_id = ${lease.itemId}::uuid and closed_at is null
        and plaid_account_id not in ${oneOf(ids)}`);
    await saveTodaysBalances(tx, lease, today);
  });
}

/** Our id for each of Plaid's, over all accounts of the Item, closed ones too. */
export async function findAccountIds(tx: Tx, { userId, itemId }: Lease): Promise<Map<string, AccountId>> {
  const rows = await tx
    .select({ id: accounts.id, plaidAccountId: accounts.plaidAccountId })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.itemId, itemId)));
  return new Map(rows.map(({ id, plaidAccountId }) => [plaidAccountId, id]));
}

/** For rows of an account that the bank serves no more: the account is kept, closed, so that no row is lost (S1). */
export function addClosedAccounts(tx: Tx, lease: Lease, missing: AccountRow[], at: Date): Promise<void> {
  return upsertAccounts(tx, lease, missing, { balanceAt: null, closedAt: at });
}

async function upsertAccounts(
  tx: Tx,
  { userId, itemId }: Lease,
  served: AccountRow[],
  state: { balanceAt: Date | null; closedAt: Date | null },
): Promise<void> {
  const rows = served.map((account) => ({ ...account, ...state, itemId }));
  await upsertRows(tx, userId, { table: 'accounts', key: ['plaid_account_id'], columns: COLUMNS, rows });
}

async function saveTodaysBalances(tx: Tx, { userId, itemId }: Lease, today: Day): Promise<void> {
  await tx.execute(sql`
    insert into account_balances as b (user_id, account_id, day, balance, currency, is_estimated)
    select user_id, id, ${today}::date, balance, currency, false from accounts
    where user_id = ${userId}::uuid and item_id = ${itemId}::uuid and closed_at is null and balance is not null
    on conflict (user_id, account_id, day) do update
      set balance = excluded.balance, currency = excluded.currency, is_estimated = false
    where (b.balance, b.currency, b.is_estimated) is distinct from (excluded.balance, excluded.currency, false)`);
}
