/** How the signed-in person has figures written, read once per request; strangers get the plain way. */
import 'server-only';
import { cache, use } from 'react';
import { getProfile } from '@/db/queries/users';
import { getAppearance } from './appearance';
import { findViewer } from './auth';
import { numbersOf, PLAIN, type Writing } from './core/writing';

export const getWriting = cache(async (): Promise<Writing> => {
  const viewer = await findViewer();
  if (viewer === null) return PLAIN;
  const [profile, { hidesAmounts }] = await Promise.all([getProfile(viewer), getAppearance()]);
  const { timeZone, locale, numberForm, dateForm } = profile;
  return { numbers: numbersOf(numberForm, locale), dates: dateForm, timeZone, hidden: hidesAmounts };
});

/** The same inside a component, which cannot await: what `#writing` is on the server. */
export const useWriting = (): Writing => use(getWriting());
