/** How the signed-in person has figures written, read once per request; strangers get the plain way. */
import 'server-only';
import { cache, use } from 'react';
import { getProfile } from '@/db/queries/users';
import { findViewer } from './auth';
import { PLAIN, type Writing } from './core/writing';

export const getWriting = cache(async (): Promise<Writing> => {
  const viewer = await findViewer();
  if (viewer === null) return PLAIN;
  const { timeZone, locale } = await getProfile(viewer);
  return { ...PLAIN, numbers: locale, timeZone };
});

/** The same inside a component, which cannot await: what `#writing` is on the server. */
export const useWriting = (): Writing => use(getWriting());
