import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import type { AccountId } from '@/lib/core/id';
import type { Tx } from '../../client';
import { accounts, type Tally } from '../../schema';
import { closeMissing, followNewIds, type MatchAccounts } from './account-ends';
import { replayBalances } from './balances';
import { tallyOf, upsertRows } from './bulk';
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

export type SaveAccounts = {
  /** The calendar day where the person is. */
  today: Day;
  /** Before the bank was asked. */
  at: Date;
  /** Which vanished account goes on as which new one. */
  match: MatchAccounts;
};

/**
 * Writes what the bank serves now: changed accounts, today's balances as reported, and the end of those that
 * are no longer served; a returning one is open again (ACC-10). History stays with a closed account, and with one
 * that goes on under another id (ACC-9). What the person took back counts nowhere from here on (UPD-6).
 */
export function saveAccounts(
  lease: Lease,
  served: AccountRow[],
  { today, at, match }: SaveAccounts,
): Promise<Tally> {
  return underLease(lease, async (tx) => {
    await followNewIds(tx, lease, served, match);
    const written = await upsertAccounts(tx, lease, served, { balanceAt: at, closedAt: null });
    const closed = await closeMissing(tx, lease, served, at);
    if (await saveTodaysBalances(tx, lease, today)) await replayBalances(tx, lease, today);
    const told = written.filter((row) => row['is_new'] === true || row['is_changed'] === true);
    return tallyOf(told, closed);
  });
}

/** Our id for each of Plaid's, over all accounts of the Item, closed ones too, and under former ids as well. */
export async function findAccountIds(tx: Tx, { userId, itemId }: Lease): Promise<Map<string, AccountId>> {
  const rows = await tx
    .select({ id: accounts.id, present: accounts.plaidAccountId, former: accounts.formerPlaidAccountIds })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.itemId, itemId)));
  return new Map([
    ...rows.flatMap(({ id, former }) => former.map((one): [string, AccountId] => [one, id])),
    ...rows.map(({ id, present }): [string, AccountId] => [present, id]),
  ]);
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
