'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { endSessions, updateProfile } from '@/db/queries/users';
import { userAction } from '@/lib/action';
import { forgetSession } from '@/lib/start-session';
import { profileChange } from '@/lib/users/profile';
import { refuseDemo } from '../own-settings';

export const changeProfile = userAction(profileChange, async (userId, change) => {
  await refuseDemo(userId);
  await updateProfile(userId, change);
  refresh();
  return 'Saved.';
});

export const signOutEverywhere = userAction(z.object({}), async (userId) => {
  await refuseDemo(userId);
  await endSessions(userId);
  await forgetSession();
  redirect('/sign-in');
});
