import { cache } from 'react';
import { listDebts } from '@/db/queries/debts';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { getToday } from '@/lib/today';

/** All cards and loans; the sections of a page share one read. */
export const readDebts = cache(async () => {
  const userId = await requireUserId();
  const [debts, profile, today] = await Promise.all([
    listDebts(userId),
    getProfile(userId),
    getToday(userId),
  ]);
  return { userId, debts, home: profile.currency, today };
});
