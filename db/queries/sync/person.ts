import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { type Day, dayAt } from '@/lib/core/day';
import { notFound } from '@/lib/core/errors';
import type { UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../../client';
import { users } from '../../schema';

/** The day that a balance counts for: where the person is, by the clock of the database, whatever a server's own says. */
export function getToday(userId: UserId): Promise<Day> {
  return asUser(userId, (tx) => readToday(tx, userId));
}

export async function readToday(tx: Tx, userId: UserId): Promise<Day> {
  const [row] = await tx
    .select({ timeZone: users.timeZone, now: sql`now()`.mapWith(users.createdAt) })
    .from(users)
    .where(eq(users.id, userId));
  if (!row) throw notFound('person');
  return dayAt(row.now, row.timeZone);
}
