import 'server-only';
import { sql } from 'drizzle-orm';
import { addDays, type Day } from '@/lib/core/day';
import type { AccountId } from '@/lib/core/id';
import { firstDayOf, type Month } from '@/lib/core/month';
import type { Tx } from '../../client';
import type { Tally, transactions } from '../../schema';
import { type AccountMonth, refreshMonthlyTotals } from '../monthly-totals';
import { findFormerIds } from './account-ends';
import { type AccountRow, addClosedAccounts, findAccountIds } from './accounts';
import { forgetKnownSums, noteKnownSums, replayBalances } from './balances';
import { IS_NEW, oneOf, upsertRows } from './bulk';
import { recordCorrections, recordLateWords, recordPostings } from './changes';
import { carryEdits } from './edits';
import { moveCursor } from './items';
import { type Lease, renewLease, underLease } from './jobs';
import { listKeepingAccounts, type MatchRows, settleKept } from './kept-rows';
import { deletePages, findPageBody, type Update } from './pages';
import { TRANSACTION_COLUMNS } from './transaction-columns';

type Row = typeof transactions.$inferSelect;

/** A transaction as a bank tells it, with the category that ours would give it. */
export type TransactionRow = Omit<
  Row,
  | 'userId'
  | 'id'
  | 'accountId'
  | 'day'
  | 'name'
  | 'userMerchantName'
  | 'ruleCategoryId'
  | 'userCategoryId'
  | 'categoryId'
  | 'note'
  | 'tags'
  | 'searchText'
  | 'isKept'
  | 'removedAt'
  | 'createdAt'
  | 'updatedAt'
> & { plaidAccountId: string };

export type Page = { upserts: TransactionRow[]; removedIds: string[]; accounts: AccountRow[] };

export type Apply = {
  update: Update;
  /** Rows that this update did not bring are removed at its end (S2). */
  isRebuild: boolean;
  cursor: string;
  history: 'initial' | 'complete' | 'none';
  today: Day;
  /** Whether this run has read today's balances too, so that rows and balances belong together. */
  hasBalances: boolean;
  at: Date;
  /** From a page as it was staged to rows of ours. */
  toPage: (body: unknown) => Page;
  /** Which kept row goes on as which of those that came. */
  matchRows: MatchRows;
};

/**
 * Applies every staged page of an update, in order, moves the cursor and brings the read models up to date,
 * all in one commit (S1, S14). Applying twice changes nothing (S4).
 */
export function applyTransactions(lease: Lease, apply: Apply): Promise<Tally> {
  return underLease(lease, async (tx) => {
    const applied: Tally = { added: 0, changed: 0, removed: 0 };
    const touched = new Touched();
    for (let page = 0; ; page++) {
      const body = await findPageBody(tx, lease, apply.update, page);
      if (body === null) break;
      await applyPage(tx, lease, apply, body, { applied, touched });
      // The commit itself may take longer than a lease on a very large Item.
      if (page % 20 === 19) await renewLease(lease);
    }
    if (apply.isRebuild) await sweep(tx, lease, apply.update, { applied, touched });
    await findAgain(tx, lease, apply.matchRows, touched);
    await moveCursor(tx, lease, apply);
    await deletePages(tx, lease);
    await refreshMonthlyTotals(tx, lease.userId, touched.list());
    await replayBalances(tx, lease, apply.today);
    if (apply.isRebuild) await forgetKnownSums(tx, lease);
    if (apply.hasBalances && apply.history === 'complete') await noteKnownSums(tx, lease, apply.today);
    return applied;
  });
}

type Rows = readonly Record<string, unknown>[];
type Progress = { applied: Tally; touched: Touched };

async function applyPage(
  tx: Tx,
  lease: Lease,
  apply: Apply,
  body: unknown,
  progress: Progress,
): Promise<void> {
  const page = apply.toPage(body);
  const accountIds = await accountsFor(tx, lease, page, apply.at);
  const formerIds = await findFormerIds(tx, lease);
  // Of an account id that is no more: the row is known, but the bank does not answer for it any longer (ACC-9).
  const upserts = page.upserts.map((row) => ({ ...row, isKept: formerIds.has(row.plaidAccountId) }));
  await upsertTransactions(tx, lease, upserts, accountIds, progress);
  await removeTransactions(tx, lease, page.removedIds, progress);
}

/** Where an account has rows from before it was known under its present id: the ones that came anew are found. */
async function findAgain(tx: Tx, lease: Lease, match: MatchRows, touched: Touched): Promise<void> {
  for (const accountId of await listKeepingAccounts(tx, lease)) {
    const from = touched.firstDay(accountId);
    if (from === null) continue;
    const settled = await settleKept(tx, lease.userId, accountId, { from, match });
    for (const pair of settled.touched) touched.add(pair);
  }
}

async function accountsFor(tx: Tx, lease: Lease, page: Page, at: Date): Promise<Map<string, AccountId>> {
  const known = await findAccountIds(tx, lease);
  const missing = new Map(
    page.upserts
      .filter(({ plaidAccountId }) => !known.has(plaidAccountId))
      .map((row) => [row.plaidAccountId, unnamedAccount(row)]),
  );
  if (missing.size === 0) return known;
  for (const account of page.accounts) {
    if (missing.has(account.plaidAccountId)) missing.set(account.plaidAccountId, account);
  }
  await addClosedAccounts(tx, lease, [...missing.values()], at);
  return findAccountIds(tx, lease);
}

function unnamedAccount({ plaidAccountId, currency }: TransactionRow): AccountRow {
  const nothing = { persistentAccountId: null, officialName: null, mask: null, subtype: null };
  const noBalance = { balance: null, available: null, creditLimit: null };
  return { plaidAccountId, bankName: 'Closed account', type: 'other', currency, ...nothing, ...noBalance };
}

async function upsertTransactions(
  tx: Tx,
  lease: Lease,
  upserts: (TransactionRow & { isKept: boolean })[],
  accountIds: Map<string, AccountId>,
  { applied, touched }: Progress,
): Promise<void> {
  const rows = upserts.map((row) => ({
    ...row,
    accountId: accountIds.get(row.plaidAccountId),
    removedAt: null,
  }));
  const ids = rows.map((row) => row.plaidTransactionId);
  const before = await monthsOf(tx, lease, ids);
  await recordCorrections(
    tx,
    lease,
    rows.filter((row) => before.has(row.plaidTransactionId)),
  );
  const written = await upsertRows(tx, lease.userId, {
    table: 'transactions',
    key: ['plaid_transaction_id'],
    columns: TRANSACTION_COLUMNS,
    rows,
    touched: 'updated_at',
    returning: sql`plaid_transaction_id, account_id, to_char(day, 'YYYY-MM') as month, ${IS_NEW}`,
  });
  const inserted: string[] = [];
  for (const row of written) {
    const id = String(row['plaid_transaction_id']);
    touched.add(before.get(id));
    touched.add(accountMonth(row));
    if (row['is_new'] === true) inserted.push(id);
  }
  applied.added += inserted.length;
  applied.changed += written.length - inserted.length;
  for (const moved of await carryEdits(tx, lease, { posted: inserted })) touched.add(moved);
  const successors = rows.filter(({ pendingPlaidTransactionId }) => pendingPlaidTransactionId !== null);
  await recordPostings(tx, lease, successors, new Set(inserted));
}

async function removeTransactions(tx: Tx, lease: Lease, ids: string[], progress: Progress): Promise<void> {
  if (ids.length === 0) return;
  const gone = await tx.execute(sql`
    update transactions set removed_at = now()
    where user_id = ${lease.userId}::uuid and removed_at is null and plaid_transaction_id in ${oneOf(ids)}
      and account_id in (select id from accounts
        where user_id = ${lease.userId}::uuid and item_id = ${lease.itemId}::uuid)
    returning plaid_transaction_id, account_id, to_char(day, 'YYYY-MM') as month`);
  await settleGone(tx, lease, gone, progress);
}

/** What a rebuild did not see is not there any more; tombstones keep their edits like any removal. */
async function sweep(tx: Tx, lease: Lease, update: Update, progress: Progress): Promise<void> {
  const gone = await tx.execute(sql`
    update transactions t set removed_at = now()
    from accounts a
    where t.user_id = ${lease.userId}::uuid and t.removed_at is null and not t.is_kept
      and a.user_id = t.user_id and a.id = t.account_id and a.item_id = ${lease.itemId}::uuid
      and t.plaid_transaction_id not in (
        select row ->> 'transaction_id' from sync_pages p,
          jsonb_array_elements((p.body -> 'added') || (p.body -> 'modified')) row
        where p.user_id = ${lease.userId}::uuid and p.item_id = ${lease.itemId}::uuid
          and p.epoch = ${update.epoch} and p.start_cursor = ${update.startCursor}
          and row ->> 'transaction_id' is not null)
    returning t.plaid_transaction_id, t.account_id, to_char(t.day, 'YYYY-MM') as month`);
  await settleGone(tx, lease, gone, progress);
}

/** Counts what has gone; late words on it go to its successors (S5). */
async function settleGone(tx: Tx, lease: Lease, gone: Rows, { applied, touched }: Progress): Promise<void> {
  applied.removed += gone.length;
  const removed = gone.map((row) => String(row['plaid_transaction_id']));
  const moved = await carryEdits(tx, lease, { removed });
  for (const month of [...gone.map(accountMonth), ...moved]) touched.add(month);
  if (moved.length > 0) await recordLateWords(tx, lease, removed);
}

async function monthsOf(tx: Tx, { userId }: Lease, ids: string[]): Promise<Map<string, AccountMonth>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute(sql`
    select plaid_transaction_id, account_id, to_char(day, 'YYYY-MM') as month from transactions
    where user_id = ${userId}::uuid and plaid_transaction_id in ${oneOf(ids)}`);
  return new Map([...rows].map((row) => [String(row['plaid_transaction_id']), accountMonth(row)]));
}

/** The one place that reads an account and a month out of a raw row. */
function accountMonth(row: Record<string, unknown>): AccountMonth {
  return { accountId: row['account_id'] as AccountId, month: row['month'] as Month };
}

/** Months to count anew, each once: bounded by accounts and months, not by rows. */
class Touched {
  private readonly pairs = new Map<string, AccountMonth>();

  add(pair: AccountMonth | undefined): void {
    if (pair) this.pairs.set(`${pair.accountId} ${pair.month}`, pair);
  }

  /** A day before which no row of the account was touched, by whichever of its two days; null for none. */
  firstDay(accountId: AccountId): Day | null {
    const months = this.list().flatMap((pair) => (pair.accountId === accountId ? [pair.month] : []));
    const [first] = months.sort();
    return first === undefined ? null : addDays(firstDayOf(first), -31);
  }

  list(): AccountMonth[] {
    return [...this.pairs.values()];
  }
}
