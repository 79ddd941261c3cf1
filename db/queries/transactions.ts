import 'server-only';
import { and, asc, desc, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import { notFound } from '@/lib/core/errors';
import type { AccountId, UserId } from '@/lib/core/id';
import { monthOf } from '@/lib/core/month';
import { asUser, type Tx } from '../client';
import { accounts, items, transactions } from '../schema';
import { type OwnChange, recordOwnChanges } from './changes';
import { refreshMonthlyTotals } from './monthly-totals';
import { joinAccount, matching, type TransactionFilter } from './transaction-filter';
import { joinItem } from './visible';

export type TransactionRow = {
  id: string;
  day: Day;
  name: string;
  logoUrl: string | null;
  amount: number;
  currency: string;
  categoryId: string;
  isPending: boolean;
  note: string | null;
  accountId: AccountId;
  accountName: string;
};

const rowColumns = {
  id: transactions.id,
  day: transactions.day,
  name: transactions.name,
  logoUrl: transactions.logoUrl,
  amount: transactions.amount,
  currency: transactions.currency,
  categoryId: transactions.categoryId,
  isPending: transactions.isPending,
  note: transactions.note,
  accountId: transactions.accountId,
  accountName: accounts.name,
};

export type Place = { day: Day; id: string };
/** Where a page stands: the rows next older than a place, next newer, or the newest of all. */
export type PageOf = { after?: Place | null; before?: Place | null; limit: number };
export type DaySum = { day: Day; currency: string; amount: number };

export type TransactionPage = {
  /** Newest first. */
  rows: TransactionRow[];
  /** Sums of the whole days that the rows are of, under the same filter. */
  daySums: DaySum[];
  hasNewer: boolean;
  hasOlder: boolean;
};

/** One page of the list by its key (day, id), so that the last page of many is as fast as the first. */
export async function listTransactions(
  userId: UserId,
  filter: TransactionFilter,
  page: PageOf,
): Promise<TransactionPage> {
  return asUser(userId, async (tx) => {
    const isUpwards = !page.after && Boolean(page.before);
    const found = await readRows(tx, userId, filter, page);
    const rows = found.slice(0, page.limit);
    if (isUpwards) rows.reverse();
    const hasMore = found.length > page.limit;
    return {
      rows,
      daySums: await readDaySums(tx, userId, filter, rows),
      hasNewer: isUpwards ? hasMore : Boolean(page.after),
      hasOlder: isUpwards || hasMore,
    };
  });
}

function readRows(tx: Tx, userId: UserId, filter: TransactionFilter, { after, before, limit }: PageOf) {
  const place = after ?? before;
  const isUpwards = !after && Boolean(before);
  const key = sql`(${transactions.day}, ${transactions.id})`;
  const beyond = isUpwards ? sql`>` : sql`<`;
  const order = isUpwards ? asc : desc;
  return tx
    .select(rowColumns)
    .from(transactions)
    .innerJoin(accounts, joinAccount)
    .innerJoin(items, joinItem)
    .where(
      and(
        matching(userId, filter),
        place ? sql`${key} ${beyond} (${place.day}::date, ${place.id}::uuid)` : undefined,
      ),
    )
    .orderBy(order(transactions.day), order(transactions.id))
    .limit(limit + 1);
}

async function readDaySums(
  tx: Tx,
  userId: UserId,
  filter: TransactionFilter,
  rows: readonly TransactionRow[],
): Promise<DaySum[]> {
  const [newest, oldest] = [rows[0], rows.at(-1)];
  if (!newest || !oldest) return [];
  return tx
    .select({ day: transactions.day, currency: transactions.currency, amount: sumOf(transactions.amount) })
    .from(transactions)
    .innerJoin(accounts, joinAccount)
    .innerJoin(items, joinItem)
    .where(
      and(matching(userId, filter), gte(transactions.day, oldest.day), lte(transactions.day, newest.day)),
    )
    .groupBy(transactions.day, transactions.currency);
}

export type CategorySum = {
  categoryId: string;
  currency: string;
  count: number;
  moneyIn: number;
  moneyOut: number;
};

/** What the filter's rows add up to, by category and currency; `moneyIn` ≥ 0, `moneyOut` ≤ 0. */
export async function sumTransactions(userId: UserId, filter: TransactionFilter): Promise<CategorySum[]> {
  const { amount } = transactions;
  return asUser(userId, (tx) =>
    tx
      .select({
        categoryId: transactions.categoryId,
        currency: transactions.currency,
        count: sql<number>`count(*)`.mapWith(Number),
        moneyIn: sumOf(sql`greatest(${amount}, 0)`),
        moneyOut: sumOf(sql`least(${amount}, 0)`),
      })
      .from(transactions)
      .innerJoin(accounts, joinAccount)
      .innerJoin(items, joinItem)
      .where(matching(userId, filter))
      .groupBy(transactions.categoryId, transactions.currency),
  );
}

/** A sum of `bigint` is `numeric`, which arrives as text; sums of money stay within exact numbers. */
function sumOf(of: unknown) {
  return sql<number>`sum(${of})`.mapWith(Number);
}

/** The day of the oldest row that a list may show, for choosing a month; null when there is no row. */
export async function findFirstDay(userId: UserId): Promise<Day | null> {
  const [row] = await asUser(userId, (tx) =>
    tx
      .select({ day: transactions.day })
      .from(transactions)
      .innerJoin(accounts, joinAccount)
      .innerJoin(items, joinItem)
      .where(matching(userId, EVERYTHING, 'in'))
      .orderBy(asc(transactions.day), asc(transactions.id))
      .limit(1),
  );
  return row?.day ?? null;
}

/** One row with the bank's own words and where its category comes from; null when it is not the person's. */
export async function findTransaction(userId: UserId, transactionId: string) {
  const [row] = await asUser(userId, (tx) =>
    tx
      .select({
        ...rowColumns,
        postedDay: transactions.postedDay,
        authorizedDay: transactions.authorizedDay,
        bankName: transactions.bankName,
        merchantName: transactions.merchantName,
        counterpartyName: transactions.counterpartyName,
        userMerchantName: transactions.userMerchantName,
        originalDescription: transactions.originalDescription,
        website: transactions.website,
        paymentChannel: transactions.paymentChannel,
        bankCategoryId: transactions.bankCategoryId,
        ruleCategoryId: transactions.ruleCategoryId,
        userCategoryId: transactions.userCategoryId,
        details: transactions.details,
        institutionName: items.institutionName,
      })
      .from(transactions)
      .innerJoin(accounts, joinAccount)
      .innerJoin(items, joinItem)
      .where(and(matching(userId, EVERYTHING, 'in'), eq(transactions.id, transactionId))),
  );
  return row ?? null;
}

const EVERYTHING: TransactionFilter = { text: null, accountId: null, categoryId: null, month: null };

/** What the person may say about a row; null gives the bank's word back. */
export type TransactionChange = {
  userCategoryId?: string | null;
  userMerchantName?: string | null;
  note?: string | null;
};

/**
 * Changes the person's own columns, keeps what they were, and brings the month's totals along. Throws not-found
 * for a stranger's row.
 */
export async function updateTransaction(
  userId: UserId,
  transactionId: string,
  change: TransactionChange,
): Promise<void> {
  const mine = and(
    eq(transactions.userId, userId),
    eq(transactions.id, transactionId),
    isNull(transactions.removedAt),
  );
  await asUser(userId, async (tx) => {
    const [before] = await tx.select(OWN_COLUMNS).from(transactions).where(mine).for('update');
    if (!before) throw notFound('transaction');
    await tx
      .update(transactions)
      .set({ ...change, updatedAt: sql`now()` })
      .where(mine);
    await recordOwnChanges(tx, userId, transactionId, ownChanges(before, change));
    if (change.userCategoryId === undefined) return;
    await refreshMonthlyTotals(tx, userId, [{ accountId: before.accountId, month: monthOf(before.day) }]);
  });
}

const OWN_COLUMNS = {
  accountId: transactions.accountId,
  day: transactions.day,
  userCategoryId: transactions.userCategoryId,
  userMerchantName: transactions.userMerchantName,
  note: transactions.note,
};

const OWN_FIELDS = { userCategoryId: 'category', userMerchantName: 'name', note: 'note' } as const;

function ownChanges(before: Required<TransactionChange>, change: TransactionChange): OwnChange[] {
  const columns = ['userCategoryId', 'userMerchantName', 'note'] as const;
  return columns.flatMap((column) => {
    const after = change[column];
    return after === undefined ? [] : [{ field: OWN_FIELDS[column], before: before[column], after }];
  });
}
