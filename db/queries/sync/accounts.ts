import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import type { AccountId } from '@/lib/core/id';
import type { Tx } from '../../client';
import { accounts, type Tally } from '../../schema';
import { replayBalances } from './balances';
import { oneOf, tallyOf, upsertRows } from './bulk';
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
export function saveAccounts(lease: Lease, served: AccountRow[], today: Day, at: Date): Promise<Tally> {
  return underLease(lease, async (tx) => {
    const written = await upsertAccounts(tx, lease, served, { balanceAt: at, closedAt: null });
    const ids = served.map(({ plaidAccountId }) => plaidAccountId);
    const closed = await tx.execute(sql`
      update accounts set closed_at = now()
      where user_id = ${lease.userId}::uuid and item_id = ${lease.itemId}::uuid and closed_at is null
        and plaid_account_id not in ${oneOf(ids)}
      returning 1`);
    if (await saveTodaysBalances(tx, lease, today)) await replayBalances(tx, lease, today);
    const told = written.filter((row) => row['is_new'] === true || row['is_changed'] === true);
    return tallyOf(told, closed.length);
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
export async function addClosedAccounts(
  tx: Tx,
  lease: Lease,
  missing: AccountRow[],
  at: Date,
): Promise<void> {
  await upsertAccounts(tx, lease, missing, { balanceAt: null, closedAt: at });
}

/**
 * What a person would call a change: not the instant at which the balance was read. An account that the link
 * itself brought, moments ago, is new to the first sync. A query in `returning` sees the row as it was.
 */
const WHAT_CHANGED = sql`
  xmax = 0 or exists (
    select from accounts o where o.user_id = t.user_id and o.id = t.id and o.balance_at = o.created_at) as is_new,
  not exists (
    select from accounts o where o.user_id = t.user_id and o.id = t.id
      and (o.name, o.mask, o.type, o.subtype, o.currency, o.balance, o.available, o.credit_limit, o.closed_at)
        is not distinct from (t.name, t.mask, t.type, t.subtype, t.currency, t.balance, t.available, t.credit_limit,
          t.closed_at)) as is_changed`;

async function upsertAccounts(
  tx: Tx,
  { userId, itemId }: Lease,
  served: AccountRow[],
  state: { balanceAt: Date | null; closedAt: Date | null },
): Promise<Record<string, unknown>[]> {
  const rows = served.map((account) => ({ ...account, ...state, itemId }));
  return upsertRows(tx, userId, {
    table: 'accounts',
    key: ['plaid_account_id'],
    columns: COLUMNS,
    rows,
    returning: WHAT_CHANGED,
  });
}

/** True when the bank reports something else than was stored for today. */
async function saveTodaysBalances(tx: Tx, { userId, itemId }: Lease, today: Day): Promise<boolean> {
  const written = await tx.execute(sql`
    insert into account_balances as b (user_id, account_id, day, balance, currency, is_estimated)
    select user_id, id, ${today}::date, balance, currency, false from accounts
    where user_id = ${userId}::uuid and item_id = ${itemId}::uuid and closed_at is null and balance is not null
    on conflict (user_id, account_id, day) do update
      set balance = excluded.balance, currency = excluded.currency, is_estimated = false,
        booked = null, pending = null
    where (b.balance, b.currency, b.is_estimated) is distinct from (excluded.balance, excluded.currency, false)
    returning 1`);
  return written.length > 0;
}
