/**
 * The short, named list of look-ups that cross people: signing in, rate limits, and what waits for the engine.
 * Past row-level security.
 */
import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asSystem } from '../client';
import { institutions, items, linkIntents, rateLimits, syncJobs, transactions, users } from '../schema';
import { isEdited } from './sync/kept-rows';

export type Credentials = { id: UserId; passwordHash: string | null; sessionVersion: number };

/** By normalised e-mail; null when there is no such person. */
export async function findCredentials(email: string): Promise<Credentials | null> {
  const [row] = await asSystem((tx) =>
    tx
      .select({ id: users.id, passwordHash: users.passwordHash, sessionVersion: users.sessionVersion })
      .from(users)
      .where(eq(users.email, email)),
  );
  return row ?? null;
}

/** The person a session names, if it still holds: null after sign-out everywhere or deletion. */
export async function findSession(id: string, sessionVersion: number): Promise<UserId | null> {
  const [row] = await asSystem((tx) =>
    tx
      .select({ id: users.id, sessionVersion: users.sessionVersion })
      .from(users)
      .where(sql`${users.id} = ${id}::uuid`),
  );
  return row?.sessionVersion === sessionVersion ? row.id : null;
}

export type NewUser = {
  email: string;
  passwordHash: string | null;
  name: string | null;
  timeZone?: string;
  locale?: string;
  isDemo?: boolean;
};

/** The new person's id, or null when the address is taken. */
export async function createUser(user: NewUser): Promise<UserId | null> {
  const [row] = await asSystem((tx) =>
    tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id }),
  );
  return row?.id ?? null;
}

/** Ids of demo people older than that; their sessions end with them. Nobody else is ever among them. */
export async function listOldDemoUsers(hours: number): Promise<UserId[]> {
  const rows = await asSystem((tx) =>
    tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.isDemo, true), sql`${users.createdAt} < now() - make_interval(hours => ${hours})`)),
  );
  return rows.map(({ id }) => id);
}

/** Deletes a demo person with everything of theirs, also what Plaid has not confirmed to be over. */
export async function deleteDemoUser(userId: UserId): Promise<void> {
  const isDemo = and(eq(users.id, userId), eq(users.isDemo, true));
  await asSystem(async (tx) => {
    // Positions and trades first: they name securities, which go with the person.
    await tx.execute(sql`delete from items where user_id in (select id from users where ${isDemo})`);
    await tx.delete(users).where(isDemo);
  });
}

/** Counts one attempt and says how many there were in the running window of `seconds`. */
export async function countAttempt(key: string, seconds: number): Promise<number> {
  const isOver = sql`${rateLimits.windowStartedAt} < now() - make_interval(secs => ${seconds})`;
  const [row] = await asSystem((tx) =>
    tx
      .insert(rateLimits)
      .values({ key })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: {
          count: sql`case when ${isOver} then 1 else ${rateLimits.count} + 1 end`,
          windowStartedAt: sql`case when ${isOver} then now() else ${rateLimits.windowStartedAt} end`,
        },
      })
      .returning({ count: rateLimits.count }),
  );
  return row?.count ?? 1;
}

/** Answers when the database can be reached; for `/api/health`. */
export async function ping(): Promise<void> {
  await asSystem((tx) => tx.execute(sql`select 1`));
}

export type ItemKey = { userId: UserId; itemId: ItemId };

/** Whose Item a webhook speaks of; null when nobody here has it (WHK-6). */
export async function findItemByPlaidId(plaidItemId: string): Promise<ItemKey | null> {
  const [row] = await asSystem((tx) =>
    tx
      .select({ userId: items.userId, itemId: items.id })
      .from(items)
      .where(eq(items.plaidItemId, plaidItemId)),
  );
  return row ?? null;
}

/**
 * The next job that is wanted, free and due, longest unserved first (L4); else how many seconds until one
 * will be, or null when nothing waits.
 */
export async function findDueJob(): Promise<{ due: ItemKey } | { inSeconds: number } | null> {
  const freeAt = sql`greatest(coalesce(${syncJobs.leaseUntil}, '-infinity'), coalesce(${syncJobs.notBefore}, '-infinity'))`;
  const [row] = await asSystem((tx) =>
    tx
      .select({
        userId: syncJobs.userId,
        itemId: syncJobs.itemId,
        inSeconds: sql<number>`case when ${freeAt} <= now() then 0 else extract(epoch from ${freeAt} - now()) end::float8`,
      })
      .from(syncJobs)
      .innerJoin(items, sql`${items.userId} = ${syncJobs.userId} and ${items.id} = ${syncJobs.itemId}`)
      .where(sql`${syncJobs.want} > ${syncJobs.done} and ${items.state} <> 'ending'`)
      .orderBy(sql`greatest(${freeAt}, now())`, sql`${syncJobs.lastRunAt} nulls first`)
      .limit(1),
  );
  if (!row) return null;
  const { userId, itemId, inSeconds } = row;
  return inSeconds <= 0 ? { due: { userId, itemId } } : { inSeconds };
}

/** Connections whose removal Plaid has not confirmed yet (S11). */
export async function listEndingItems(): Promise<ItemKey[]> {
  return asSystem((tx) =>
    tx
      .select({ userId: items.userId, itemId: items.id })
      .from(items)
      .where(eq(items.state, 'ending'))
      .limit(50),
  );
}

/** Links that were begun a while ago and came to no end (S10). */
export async function listOpenIntents(olderThanSeconds: number): Promise<{ userId: UserId; id: string }[]> {
  return asSystem((tx) =>
    tx
      .select({ userId: linkIntents.userId, id: linkIntents.id })
      .from(linkIntents)
      .where(
        sql`${linkIntents.state} = 'started'
          and ${linkIntents.createdAt} < now() - make_interval(secs => ${olderThanSeconds})`,
      )
      .limit(50),
  );
}

/** True when the bank is unknown here, or what we know is older than a week (INS-3). */
export async function needsInstitution(plaidInstitutionId: string): Promise<boolean> {
  const found = await asSystem((tx) =>
    tx
      .select({ id: institutions.plaidInstitutionId })
      .from(institutions)
      .where(
        sql`${institutions.plaidInstitutionId} = ${plaidInstitutionId}
          and ${institutions.fetchedAt} > now() - interval '7 days'`,
      ),
  );
  return found.length === 0;
}

export async function saveInstitution(bank: typeof institutions.$inferInsert): Promise<void> {
  const values = { ...bank, fetchedAt: sql`now()` };
  await asSystem((tx) =>
    tx
      .insert(institutions)
      .values(values)
      .onConflictDoUpdate({ target: institutions.plaidInstitutionId, set: values }),
  );
}

/**
 * Removed rows and their edits are kept for 30 days (S6), and longer where a replaced connection left an edit that
 * nobody has read yet; logs of runs and webhooks for 90, counts of tries for one.
 */
export async function purgeOld(): Promise<void> {
  await asSystem(async (tx) => {
    await tx
      .delete(transactions)
      .where(
        sql`${transactions.removedAt} < now() - interval '30 days' and not (${transactions.isKept} and ${isEdited})`,
      );
    await tx.execute(sql`delete from sync_runs where started_at < now() - interval '90 days'`);
    await tx.execute(sql`delete from rate_limits where window_started_at < now() - interval '1 day'`);
    await tx.execute(sql`delete from webhooks where received_at < now() - interval '90 days'`);
  });
}
