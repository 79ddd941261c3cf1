import 'server-only';
import { and, asc, eq, inArray, isNull, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import { asUser } from '../client';
import { items, transactions } from '../schema';
import { failedProducts } from './connections';
import { visibleAccountIds } from './visible';

export type SpentRow = { month: Month; categoryId: string; currency: string; spent: number };

/**
 * What was spent by category in each of the months up to the same date of the month, refunds netted; positive
 * minor units. The latest month counts whole, as on its budget: a bank may book ahead of the person's calendar.
 * `except` are the categories that are not spending, so that an unknown one counts (GEN-7).
 */
export async function sumSpendingToDate(
  userId: UserId,
  { months, date, except }: { months: readonly Month[]; date: number; except: readonly string[] },
): Promise<SpentRow[]> {
  const month = sql<Month>`to_char(${transactions.day}, 'YYYY-MM')`;
  const sorted = months.toSorted();
  const [from, latest] = [sorted[0], sorted.at(-1)];
  if (from === undefined || latest === undefined) return [];
  return asUser(userId, (tx) =>
    tx
      .select({
        month,
        categoryId: transactions.categoryId,
        currency: transactions.currency,
        spent: sql<number>`-sum(${transactions.amount})`.mapWith(Number),
      })
      .from(transactions)
      .where(
        and(
          eq(transactions.userId, userId),
          isNull(transactions.removedAt),
          sql`${transactions.day} >= ${`${from}-01`}::date`,
          inArray(month, [...months]),
          or(eq(month, latest), lte(sql`extract(day from ${transactions.day})`, date)),
          notInArray(transactions.categoryId, [...except]),
          inArray(transactions.accountId, visibleAccountIds(tx, userId)),
        ),
      )
      .groupBy(month, transactions.categoryId, transactions.currency),
  );
}

export type ConnectionRow = Awaited<ReturnType<typeof listConnectionStates>>[number];

/** Each bank's state, whether it has given any account yet, and whether its first data are still on their way; by name. */
export async function listConnectionStates(userId: UserId) {
  return asUser(userId, (tx) =>
    tx
      .select({
        itemId: items.id,
        institutionName: items.institutionName,
        state: items.state,
        errorCode: items.errorCode,
        hasNewAccounts: items.hasNewAccounts,
        needsPresence: items.needsPresence,
        consentExpiresAt: items.consentExpiresAt,
        disconnectsAt: items.disconnectsAt,
        disconnectReason: items.disconnectReason,
        bankReachedAt: items.bankReachedAt,
        failed: failedProducts,
        // Written out, since a selection from one table names its columns without the table.
        hasAccounts: sql<boolean>`exists (
          select 1 from accounts a where a.user_id = items.user_id and a.item_id = items.id)`,
        isLoading: sql<boolean>`items.initial_update_at is null and exists (
          select 1 from item_products p
          where p.user_id = items.user_id and p.item_id = items.id and p.state = 'waiting')`,
        /** Rows still arrive by themselves: the bank has not given all the history it has. */
        isFilling: sql<boolean>`items.state in ('healthy', 'repair-soon') and items.historical_update_at is null`,
      })
      .from(items)
      .where(and(eq(items.userId, userId), ne(items.state, 'ending')))
      .orderBy(asc(items.institutionName), asc(items.id)),
  );
}
