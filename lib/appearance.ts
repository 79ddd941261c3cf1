/**
 * How this browser shows things, as opposed to what its person has chosen for every device: whether amounts are
 * hidden, and how close rows stand. Kept in cookies, so that the first paint is right. The theme is next-themes'.
 */
import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { sessionCookie } from './session-cookie';

export type Appearance = { hidesAmounts: boolean; isDense: boolean };

const YEAR = 365 * 24 * 60 * 60;
const COOKIES = { hidesAmounts: 'evenkeel-amounts-hidden', isDense: 'evenkeel-dense' } as const;

export const getAppearance = cache(async (): Promise<Appearance> => {
  const jar = await cookies();
  // By its value: what an action has just deleted is still there in the page that answers it, but empty.
  const isOn = (name: string) => jar.get(name)?.value === '1';
  return { hidesAmounts: isOn(COOKIES.hidesAmounts), isDense: isOn(COOKIES.isDense) };
});

/** For an action: switches one of them on or off in the browser that asks. */
export async function keepAppearance(which: keyof Appearance, isOn: boolean): Promise<void> {
  const jar = await cookies();
  const { options } = sessionCookie();
  if (isOn) jar.set(COOKIES[which], '1', { ...options, maxAge: YEAR });
  else jar.delete(COOKIES[which]);
}
