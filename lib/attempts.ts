/** How often one may try to get in. Kept in the database, so that every process counts together (T15). */
import 'server-only';
import { countAttempt } from '@/db/queries/system';
import { env } from './env';

const WINDOW_SECONDS = 15 * 60;
const PER_ACCOUNT = 10;
/** An office or a family shares an address; a list of stolen passwords needs more than this. */
const PER_ADDRESS = 100;
const SIGN_UPS = 20;

type SignIn = {
  email: string;
  /** The mark of a browser that the person has used before. */
  knownBrowser: string | null;
  address: string | null;
};

/** Counts a try with a password, and says whether it is to be looked at. */
export async function maySignIn({ email, knownBrowser, address }: SignIn): Promise<boolean> {
  if (!(await isWithin(address && `sign-in-from:${address}`, PER_ADDRESS))) return false;
  return isWithin(knownBrowser ? `sign-in-known:${knownBrowser}` : `sign-in:${email}`, PER_ACCOUNT);
}

/** Counts a new account; hashing its password is dear. */
export function maySignUp(address: string | null): Promise<boolean> {
  return isWithin(address && `sign-up-from:${address}`, SIGN_UPS);
}

/** Where a request comes from; null unless a host we know writes the header, since anybody else can. */
export function addressOf(forwardedFor: string | null): string | null {
  if (!env().VERCEL) return null;
  return forwardedFor?.split(',')[0]?.trim().slice(0, 45) || null;
}

async function isWithin(key: string | null, limit: number): Promise<boolean> {
  return !key || (await countAttempt(key, WINDOW_SECONDS)) <= limit;
}
