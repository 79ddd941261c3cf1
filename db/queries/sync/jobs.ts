/**
 * The work queue of the engine: one row per Item, the clock of the database, no advisory locks. A run holds a
 * lease and a fence number; whoever holds an older fence writes nothing (S3).
 */
import 'server-only';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../../client';
import { items, syncJobs } from '../../schema';

/** Longer than the longest call to Plaid, and short enough that what a killed process held is done within a minute. */
const LEASE = sql`now() + interval '40 seconds'`;
const RETRIES = 5;

/** So many wishes that nobody has served yet are a storm of webhooks; real news come one by one. */
const STORM = 20;
/** In a storm an Item is synced once, and then again when it has had this long to pass (R11). */
const CALM = sql`${syncJobs.lastRunAt} + interval '12 seconds'`;

/** What a run holds: whose Item, and the fence that its commits must still match. */
export type Lease = { userId: UserId; itemId: ItemId; fence: number };

/** `at` is when the run began, by the clock of the database: evidence from before does not overrule it. */
export type Claim = Lease & { want: number; trigger: string; attempts: number; at: Date };

/** Another run took over; whatever this one still wanted to write is void. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/** Takes the lease if nobody holds it; null when somebody does, or there is no such job. */
export function claimJob(userId: UserId, itemId: ItemId): Promise<Claim | null> {
  return asUser(userId, (tx) => takeLease(tx, userId, itemId));
}

/** The same within a transaction that does more (see `runs`). */
export async function takeLease(tx: Tx, userId: UserId, itemId: ItemId): Promise<Claim | null> {
  const [row] = await tx
    .update(syncJobs)
    .set({ fence: sql`${syncJobs.fence} + 1`, leaseUntil: LEASE, lastRunAt: sql`now()` })
    .where(and(mine(userId, itemId), sql`coalesce(${syncJobs.leaseUntil}, '-infinity') < now()`))
    .returning({
      fence: syncJobs.fence,
      want: syncJobs.want,
      trigger: syncJobs.trigger,
      attempts: syncJobs.attempts,
      at: syncJobs.lastRunAt,
    });
  return row?.at ? { ...row, userId, itemId, at: row.at } : null;
}

/**
 * Raises `want`; the raise is durable when this returns (S9). False when the Item has no job. `times` is how
 * many wishes this one stands for; only webhooks come in storms, and a person never waits for one to pass.
 */
export async function raiseWant(
  userId: UserId,
  itemId: ItemId,
  trigger: string,
  times = 1,
): Promise<boolean> {
  const isStorm = sql`${trigger} = 'webhook' and ${syncJobs.want} + ${times}::int - ${syncJobs.done} > ${STORM}`;
  const raised = await asUser(userId, (tx) =>
    tx
      .update(syncJobs)
      .set({
        want: sql`${syncJobs.want} + ${times}::int`,
        trigger,
        notBefore: sql`case when ${isStorm} then ${CALM} end`,
        attempts: 0,
      })
      .where(mine(userId, itemId))
      .returning({ want: syncJobs.want }),
  );
  return raised.length > 0;
}

/**
 * Raises `want` of the person's connections that were last looked at so many hours ago; answers how many. Those
 * that wait for the person, or have ended, are the schedule's to look at (S12).
 */
export async function raiseOld(userId: UserId, hours: number): Promise<number> {
  const raised = await asUser(userId, (tx) =>
    tx
      .update(syncJobs)
      .set({ want: sql`${syncJobs.want} + 1`, trigger: 'visit', notBefore: null, attempts: 0 })
      .from(items)
      .where(
        and(
          eq(syncJobs.userId, userId),
          eq(items.userId, syncJobs.userId),
          eq(items.id, syncJobs.itemId),
          notInArray(items.state, ['needs-repair', 'revoked', 'ending']),
          eq(syncJobs.want, syncJobs.done),
          sql`${syncJobs.lastRunAt} < now() - make_interval(hours => ${hours}::int)`,
        ),
      )
      .returning({ itemId: syncJobs.itemId }),
  );
  return raised.length;
}

/** For as long as a run lives; throws `LeaseLost` when it should stop. */
export function renewLease(lease: Lease): Promise<void> {
  return asUser(lease.userId, (tx) => holdLease(tx, lease));
}

export type Finish = {
  /** The `want` that was read when the run began, and whether this run has served it (S9). */
  want: number;
  isServed: boolean;
  /** Seconds until the next try; only counts while something is still wanted. */
  retryInSeconds: number | null;
  attempts: number;
};

/** Gives the lease back. A `want` that was raised meanwhile stays above `done`, so another run follows. */
export function finishJob(lease: Lease, finish: Finish): Promise<void> {
  return asUser(lease.userId, (tx) => giveBack(tx, lease, finish));
}

/** The same within a transaction that does more (see `runs`). */
export async function giveBack(tx: Tx, lease: Lease, finish: Finish): Promise<void> {
  const { want, isServed, retryInSeconds, attempts } = finish;
  const later =
    retryInSeconds === null ? sql`null::timestamptz` : sql`now() + make_interval(secs => ${retryInSeconds})`;
  const isNewer = sql`${syncJobs.want} > ${want}`;
  await tx
    .update(syncJobs)
    .set({
      leaseUntil: null,
      attempts: sql`case when ${isNewer} then 0 else ${attempts}::int end`,
      notBefore: sql`case when ${syncJobs.want} > ${want + STORM} then ${CALM} when ${isNewer} then null else ${later} end`,
      ...(isServed ? { done: sql`greatest(${syncJobs.done}, ${want}::int)` } : {}),
    })
    .where(held(lease));
}

/**
 * Runs `work` in one transaction that commits only while the lease still holds; the fence is tested last, in
 * that same transaction (S3). Deadlocks and serialisation failures are tried again as a whole.
 */
export function underLease<T>(lease: Lease, work: (tx: Tx) => Promise<T>): Promise<T> {
  const whole = async (tx: Tx) => {
    const result = await work(tx);
    await holdLease(tx, lease);
    return result;
  };
  return retryCollisions(() => asUser(lease.userId, whole, 'long'));
}

/** Runs a whole transaction again when it met another one in a deadlock or a serialisation failure. */
export async function retryCollisions<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= RETRIES || !isCollision(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));
    }
  }
}

async function holdLease(tx: Tx, lease: Lease): Promise<void> {
  const kept = await tx
    .update(syncJobs)
    .set({ leaseUntil: LEASE })
    .where(held(lease))
    .returning({ fence: syncJobs.fence });
  if (kept.length === 0) throw new LeaseLost('Another run has taken over.');
}

function isCollision(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return code === '40001' || code === '40P01';
}

function mine(userId: UserId, itemId: ItemId) {
  return and(eq(syncJobs.userId, userId), eq(syncJobs.itemId, itemId));
}

function held(lease: Lease) {
  return and(mine(lease.userId, lease.itemId), eq(syncJobs.fence, lease.fence));
}
