/** The log of a connection's syncs, for the person to read. */
import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser } from '../client';
import { syncRuns } from '../schema';

export type LogPage = { runs: LoggedRun[]; hasOlder: boolean };
export type LoggedRun = typeof syncRuns.$inferSelect;

export type LogRequest = {
  /** The id of the run after which the page begins; one that is not there begins nothing. Null: the newest. */
  before: string | null;
  onlyProblems: boolean;
  limit: number;
};

/** Runs of one connection, newest first; empty for a stranger's. */
export async function listRuns(
  userId: UserId,
  itemId: ItemId,
  { before, onlyProblems, limit }: LogRequest,
): Promise<LogPage> {
  const beyond = sql`(${syncRuns.startedAt}, ${syncRuns.id}) < (
    select started_at, id from sync_runs where user_id = ${userId}::uuid and id = ${before}::uuid)`;
  const found = await asUser(userId, (tx) =>
    tx
      .select()
      .from(syncRuns)
      .where(
        and(
          eq(syncRuns.userId, userId),
          eq(syncRuns.itemId, itemId),
          before === null ? undefined : beyond,
          onlyProblems ? sql`${syncRuns.problems} <> '{}'::jsonb` : undefined,
        ),
      )
      .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
      .limit(limit + 1),
  );
  return { runs: found.slice(0, limit), hasOlder: found.length > limit };
}
