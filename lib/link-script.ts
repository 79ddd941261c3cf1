/** Where Link comes from. */
import 'server-only';
import { env } from './env';

const PATH = '/link/v2/stable/link-initialize.js';

/**
 * The address of the emulator's Link script, or null where Plaid's own is used. Decided here, by the
 * environment the server runs in, and never by what a browser finds or misses.
 */
export function emulatedLinkScript(): string | null {
  const { PLAID_ENV, PLAID_BASE_URL } = env();
  if (PLAID_ENV !== 'emulator') return null;
  return `${PLAID_BASE_URL ?? '/api/emulator'}${PATH}`;
}
