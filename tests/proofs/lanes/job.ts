/** How far the queue is with an Item, by the clock of the database. */
import { and, eq, sql } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import { syncJobs } from '@/db/schema';
import type { ItemId } from '@/lib/core/id';

/** `lease` tells one lease from another, and from the same one renewed; `leaseLeft` is in seconds. */
export type Job = { isServed: boolean; leaseLeft: number; lease: string };

const LEASE = sql<string>`concat(fence, ' ', lease_until)`;

export async function jobOf(itemId: ItemId): Promise<Job> {
  const [row] = await asSystem((tx) =>
    tx
      .select({
        isServed: sql<boolean>`want = done and lease_until is null`,
        leaseLeft: sql<number>`coalesce(greatest(0, extract(epoch from lease_until - now())), 0)::float8`,
        lease: LEASE,
      })
      .from(syncJobs)
      .where(eq(syncJobs.itemId, itemId)),
  );
  if (!row) throw new Error('The connection has no job.');
  return row;
}

/** Lets its time pass, unless its holder has renewed it or given it back; answers whether it did. */
export async function endLease(itemId: ItemId, { lease }: Job): Promise<boolean> {
  const ended = await asSystem((tx) =>
    tx
      .update(syncJobs)
      .set({ leaseUntil: sql`now() - interval '1 second'` })
      .where(and(eq(syncJobs.itemId, itemId), eq(LEASE, lease)))
      .returning({ itemId: syncJobs.itemId }),
  );
  return ended.length > 0;
}
