/**
 * What must survive the way over the bank's page: the link token it began with, and what for (OAU-5). Kept
 * in this browser, forgotten at the end, and worth nothing after the token has expired.
 */
const KEY = 'evenkeel.link';

export type LinkVisit = {
  linkToken: string;
  /** When the token ends, in milliseconds. */
  expiresAt: number;
  /** The connection that is repaired or extended; null for a first link. */
  itemId: string | null;
  /** The accounts are up for choice (UPD-5). */
  accountSelection: boolean;
  /** The connection whose place a first link is to take; null for none. */
  replaces: string | null;
};

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function saveVisit(shelf: Shelf, visit: LinkVisit): void {
  shelf.setItem(KEY, JSON.stringify(visit));
}

/** The visit that is under way, or null when there is none, or it has expired, or something else is stored. */
export function findVisit(shelf: Shelf, now: number): LinkVisit | null {
  const visit = parse(shelf.getItem(KEY));
  return visit !== null && visit.expiresAt > now ? visit : null;
}

export function forgetVisit(shelf: Shelf): void {
  shelf.removeItem(KEY);
}

/** By hand rather than by a schema: this runs in the browser, where a schema library weighs more than the page. */
function parse(text: string | null): LinkVisit | null {
  if (text === null) return null;
  try {
    const stored: unknown = JSON.parse(text);
    return isVisit(stored) ? stored : null;
  } catch {
    return null;
  }
}

const NOTHING = { linkToken: null, expiresAt: null, itemId: 0, accountSelection: null, replaces: 0 };

function isIdOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isVisit(value: unknown): value is LinkVisit {
  if (typeof value !== 'object' || value === null) return false;
  const { linkToken, expiresAt, itemId, accountSelection, replaces } = { ...NOTHING, ...value };
  const isPurpose = isIdOrNull(itemId) && isIdOrNull(replaces) && typeof accountSelection === 'boolean';
  return typeof linkToken === 'string' && typeof expiresAt === 'number' && isPurpose;
}
