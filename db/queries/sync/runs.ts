import 'server-only';
import { and, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser } from '../../client';
import { type Counts, syncRuns, type SyncOutcome } from '../../schema';
import type { Lease } from './jobs';

/** Begins the log of a run; answers its id (S17). One that never came to its end was cut short, and says so now. */
export async function createRun({ userId, itemId, fence }: Lease, trigger: string): Promise<string> {
  const [row] = await asUser(userId, async (tx) => {
    await tx
      .update(syncRuns)
      .set({ outcome: 'superseded', finishedAt: sql`now()` })
      .where(
        and(
          eq(syncRuns.userId, userId),
          eq(syncRuns.itemId, itemId),
          eq(syncRuns.outcome, 'running'),
          lt(syncRuns.fence, fence),
        ),
      );
    const job = (column: SQL) =>
      sql<number>`(select ${column} from sync_jobs where user_id = ${userId}::uuid and item_id = ${itemId}::uuid)`;
    return tx
      .insert(syncRuns)
      .values({
        userId,
        itemId,
        fence,
        trigger,
        served: sql`coalesce(${job(sql`greatest(want - done, 1)`)}, 1)`,
        attempt: sql`coalesce(${job(sql`attempts`)}, 0)`,
        cursorBefore: cursorHash(userId, itemId),
      })
      .returning({ id: syncRuns.id });
  });
  if (!row) throw new Error('The log of a run was not begun.');
  return row.id;
}

export type { Counts };

export type RunReport = {
  outcome: SyncOutcome;
  counts: Counts;
  problems: Record<string, string>;
  requestIds: string[];
};

export async function finishRun({ userId, itemId }: Lease, runId: string, report: RunReport): Promise<void> {
  await asUser(userId, (tx) =>
    tx
      .update(syncRuns)
      .set({ ...report, finishedAt: sql`now()`, cursorAfter: cursorHash(userId, itemId) })
      .where(and(eq(syncRuns.userId, userId), eq(syncRuns.id, runId))),
  );
}

/** Enough to see whether the cursor moved, and nothing that could be asked with (S17). */
function cursorHash(userId: UserId, itemId: ItemId): SQL {
  return sql`(
    select left(encode(sha256(convert_to(transactions_cursor, 'UTF8')), 'hex'), 12) from items
    where user_id = ${userId}::uuid and id = ${itemId}::uuid)`;
}
