import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import { asUser } from '../client';
import { accounts, recurringStreams as streams } from '../schema';
import { visibleAccountIds } from './visible';

export type StreamRow = Awaited<ReturnType<typeof listStreams>>[number];

/**
 * Every stream of the visible accounts, ended ones too, by description. `name` is the merchant, else the
 * bank's words; amounts are ours, a bill is negative.
 */
export async function listStreams(userId: UserId) {
  const rows = await asUser(userId, (tx) =>
    tx
      .select({
        id: streams.id,
        accountId: streams.accountId,
        accountName: accounts.name,
        direction: streams.direction,
        description: streams.description,
        merchantName: streams.merchantName,
        frequency: streams.frequency,
        status: streams.status,
        isActive: streams.isActive,
        firstDay: streams.firstDay,
        lastDay: streams.lastDay,
        predictedNextDay: streams.predictedNextDay,
        averageAmount: streams.averageAmount,
        lastAmount: streams.lastAmount,
        currency: streams.currency,
        categoryId: streams.categoryId,
      })
      .from(streams)
      .innerJoin(accounts, and(eq(accounts.userId, streams.userId), eq(accounts.id, streams.accountId)))
      .where(and(eq(streams.userId, userId), inArray(streams.accountId, visibleAccountIds(tx, userId))))
      .orderBy(asc(streams.description), asc(streams.id)),
  );
  return rows.map((row) => ({ ...row, name: row.merchantName ?? row.description }));
}
