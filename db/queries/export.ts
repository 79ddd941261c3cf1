import 'server-only';
import { and, desc, sql } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import { asUser } from '../client';
import { accounts, items, transactions } from '../schema';
import { joinAccount, matching, type TransactionFilter } from './transaction-filter';
import type { Place } from './transactions';
import { joinItem } from './visible';

export type ExportRow = Awaited<ReturnType<typeof listExportRows>>[number];

/**
 * The next `limit` rows of a download after a place, newest first; pass the last row to go on. Each batch is
 * a transaction of its own, so that a slow download holds neither rows in memory nor a connection. Hidden
 * accounts are in it: it is everything we hold for the person.
 */
export async function listExportRows(
  userId: UserId,
  filter: TransactionFilter,
  { after, limit }: { after: Place | null; limit: number },
) {
  const place =
    after && sql`(${transactions.day}, ${transactions.id}) < (${after.day}::date, ${after.id}::uuid)`;
  return asUser(userId, (tx) =>
    tx
      .select({
        id: transactions.id,
        day: transactions.day,
        postedDay: transactions.postedDay,
        authorizedDay: transactions.authorizedDay,
        accountName: accounts.name,
        bankName: transactions.bankName,
        merchantName: sql<
          string | null
        >`coalesce(${transactions.userMerchantName}, ${transactions.merchantName})`,
        categoryId: transactions.categoryId,
        amount: transactions.amount,
        currency: transactions.currency,
        isPending: transactions.isPending,
        note: transactions.note,
        tags: transactions.tags,
      })
      .from(transactions)
      .innerJoin(accounts, joinAccount)
      .innerJoin(items, joinItem)
      .where(and(matching(userId, filter, 'in'), place ?? undefined))
      .orderBy(desc(transactions.day), desc(transactions.id))
      .limit(limit),
  );
}
