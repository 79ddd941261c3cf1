import 'server-only';
import { and, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../../client';
import { type Counts, syncRuns, type SyncOutcome } from '../../schema';
import { readSyncItem, type SyncItem } from './items';
import { type Claim, type Finish, giveBack, type Lease, takeLease } from './jobs';
import { readToday } from './person';

/** What a run begins with. */
export type Begun = { claim: Claim; runId: string; item: SyncItem; today: Day };

/**
 * Takes the Item's lease, reads what a run needs and begins its log, all in one commit; `busy` when somebody else
 * holds the lease, `gone` when there is nothing left to sync.
 */
export function beginRun(userId: UserId, itemId: ItemId): Promise<Begun | 'busy' | 'gone'> {
  return asUser(userId, async (tx) => {
    const claim = await takeLease(tx, userId, itemId);
    if (!claim) return 'busy';
    const item = await readSyncItem(tx, userId, itemId);
    if (!item || item.state === 'ending') {
      await giveBack(tx, claim, { want: claim.want, isServed: true, retryInSeconds: null, attempts: 0 });
      return 'gone';
    }
    const runId = await createRun(tx, claim);
    return { claim, runId, item, today: await readToday(tx, userId) };
  });
}

/** Begins the log of a run; answers its id (S17). One that never came to its end was cut short, and says so now. */
async function createRun(tx: Tx, { userId, itemId, fence, trigger }: Claim): Promise<string> {
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
  const [row] = await tx
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
  if (!row) throw new Error('The log of a run was not begun.');
  return row.id;
}

export type { Counts };

export type RunReport = {
  outcome: SyncOutcome;
  counts?: Counts;
  problems: Record<string, string>;
  requestIds?: string[];
};

/** Ends the log of a run and, unless the lease is lost, gives it back. */
export async function finishRun(
  lease: Lease,
  runId: string,
  { report, finish }: { report: RunReport; finish: Finish | null },
): Promise<void> {
  const { userId, itemId } = lease;
  await asUser(userId, async (tx) => {
    await tx
      .update(syncRuns)
      .set({ ...report, finishedAt: sql`now()`, cursorAfter: cursorHash(userId, itemId) })
      .where(and(eq(syncRuns.userId, userId), eq(syncRuns.id, runId)));
    if (finish) await giveBack(tx, lease, finish);
  });
}

/** Enough to see whether the cursor moved, and nothing that could be asked with (S17). */
function cursorHash(userId: UserId, itemId: ItemId): SQL {
  return sql`(
    select left(encode(sha256(convert_to(transactions_cursor, 'UTF8')), 'hex'), 12) from items
    where user_id = ${userId}::uuid and id = ${itemId}::uuid)`;
}
