import 'server-only';
import { eq } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import { asUser } from '../../client';
import { users } from '../../schema';

/** Where the person is, for the day that a balance counts for. */
export async function getTimeZone(userId: UserId): Promise<string> {
  const [row] = await asUser(userId, (tx) =>
    tx.select({ timeZone: users.timeZone }).from(users).where(eq(users.id, userId)),
  );
  return row?.timeZone ?? 'UTC';
}
