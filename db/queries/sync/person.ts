import 'server-only';
import { eq } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../../client';
import { users } from '../../schema';

/** Where the person is, for the day that a balance counts for. */
export function getTimeZone(userId: UserId): Promise<string> {
  return asUser(userId, (tx) => readTimeZone(tx, userId));
}

export async function readTimeZone(tx: Tx, userId: UserId): Promise<string> {
  const [row] = await tx.select({ timeZone: users.timeZone }).from(users).where(eq(users.id, userId));
  return row?.timeZone ?? 'UTC';
}
