/**
 * A browser that a person has signed in from before. It is counted apart from everybody else, so that a
 * stranger who tries passwords for their address can close the door to strangers only (T15).
 */
import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { env } from './env';
import { isSameSecret } from './secrets';
import { sessionCookie } from './session-cookie';

const HALF_A_YEAR = 182 * 24 * 60 * 60;

/** This browser's mark for that address, or null where it never got one. */
export async function findKnownBrowser(email: string): Promise<string | null> {
  return readMark(email, (await cookies()).get(cookieName())?.value);
}

/** After a sign-in with the right password. */
export async function rememberBrowser(email: string): Promise<void> {
  const { options } = sessionCookie();
  (await cookies()).set(cookieName(), newMark(email), { ...options, maxAge: HALF_A_YEAR });
}

/** `mark.signature`, good for one address. */
export function newMark(email: string): string {
  const mark = randomBytes(16).toString('base64url');
  return `${mark}.${signature(email, mark)}`;
}

export function readMark(email: string, value: string | undefined): string | null {
  const [mark = '', signed = ''] = value?.split('.') ?? [];
  return isSameSecret(signed, signature(email, mark)) ? mark : null;
}

function signature(email: string, mark: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`known browser\n${email}\n${mark}`)
    .digest('base64url');
}

function cookieName(): string {
  return sessionCookie().options.secure ? '__Host-evenkeel-known' : 'evenkeel-known';
}
