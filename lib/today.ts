/** The only place that reads the clock for a page: today, where the person is. */
import 'server-only';
import { cache } from 'react';
import { getProfile } from '@/db/queries/users';
import { type Day, dayAt } from './core/day';
import type { UserId } from './core/id';

export const getToday = cache(async (userId: UserId): Promise<Day> => {
  const { timeZone } = await getProfile(userId);
  return dayAt(new Date(), timeZone);
});

/** The instant of the request, for "2 hours ago". */
export const getNow = cache((): Date => new Date());
