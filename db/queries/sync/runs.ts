import 'server-only';
import { and, eq, lt, sql } from 'drizzle-orm';
import { asUser } from '../../client';
import { syncRuns, type SyncOutcome } from '../../schema';
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
    return tx.insert(syncRuns).values({ userId, itemId, fence, trigger }).returning({ id: syncRuns.id });
  });
  if (!row) throw new Error('The log of a run was not begun.');
  return row.id;
}

export type RunReport = {
  outcome: SyncOutcome;
  counts: Record<string, number>;
  problems: Record<string, string>;
  requestIds: string[];
};

export async function finishRun({ userId }: Lease, runId: string, report: RunReport): Promise<void> {
  await asUser(userId, (tx) =>
    tx
      .update(syncRuns)
      .set({ ...report, finishedAt: sql`now()` })
      .where(and(eq(syncRuns.userId, userId), eq(syncRuns.id, runId))),
  );
}
