import { cache } from 'react';
import { listStreams } from '@/db/queries/recurring';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { categoryOf } from '@/lib/categories/taxonomy';
import { arrange } from '@/lib/recurring/arrange';
import { getToday } from '@/lib/today';

/** All streams in their groups; the sections of a page share one read. */
export const readStreams = cache(async () => {
  const userId = await requireUserId();
  const [rows, profile, today] = await Promise.all([
    listStreams(userId),
    getProfile(userId),
    getToday(userId),
  ]);
  const streams = rows.map((row) => ({ ...row, kind: categoryOf(row.categoryId).kind }));
  return { userId, today, home: profile.currency, streams, ...arrange(streams, today) };
});
