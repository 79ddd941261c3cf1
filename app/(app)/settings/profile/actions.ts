'use server';

import { refresh } from 'next/cache';
import { getProfile, updateProfile } from '@/db/queries/users';
import { userAction } from '@/lib/action';
import { AppError } from '@/lib/core/errors';
import { profileChange } from '@/lib/users/profile';

export const changeProfile = userAction(profileChange, async (userId, change) => {
  // Every visitor of the demo is the same person: their time zone and currency stay what all others expect.
  const { isDemo } = await getProfile(userId);
  if (isDemo)
    throw new AppError('forbidden', 'The demo household keeps its profile. Sign up to have your own.');
  await updateProfile(userId, change);
  refresh();
  return 'Saved.';
});
