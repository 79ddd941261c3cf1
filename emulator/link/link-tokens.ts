/** Link tokens: found only while they live, and a log of what was done with them (section 3). */
import type { LinkEvent, LinkSessionResults, LinkTokenGetSessionsResponse } from 'plaid';
import { timestamp } from '../clock';
import type { LinkTokenDocument } from '../documents';
import { plaidError } from '../errors/errors';
import type { World } from '../world';

/** An entry of `link_sessions` with everything that we always fill. */
export type LinkSessionEntry = LinkTokenGetSessionsResponse & {
  readonly finished_at: string | null;
  readonly events: LinkEvent[];
  readonly results: LinkSessionResults;
};

/** Wrong passwords that a token bears. Plaid names no number. */
const MOST_BAD_LOGINS = 10;

/** The token's request as it was made; INVALID_LINK_TOKEN when it is unknown, has expired or is spent (LT-17). */
export async function findLinkToken(world: World, token: string): Promise<LinkTokenDocument> {
  const found = await world.store.find('linkTokens', token);
  if (!found || found.expiresAt <= world.now) throw plaidError('INVALID_LINK_TOKEN');
  if ((found.badLogins ?? 0) >= MOST_BAD_LOGINS) throw plaidError('INVALID_LINK_TOKEN');
  return found;
}

/** Counts a log-in that was refused for what was typed. */
export async function countBadLogin(world: World, token: string): Promise<void> {
  await world.store.update(
    'linkTokens',
    token,
    (current) => current && { ...current, badLogins: (current.badLogins ?? 0) + 1 },
  );
}

/** Changes one entry of the list of sessions that `/link/token/get` shows (LT-19), a new one if need be. */
export async function changeSession(
  world: World,
  token: string,
  linkSessionId: string,
  change: (session: LinkSessionEntry) => LinkSessionEntry,
): Promise<LinkSessionEntry> {
  let changed = newEntry(world, linkSessionId);
  await world.store.update('linkTokens', token, (current) => {
    if (!current) throw plaidError('INVALID_LINK_TOKEN');
    const known = current.sessions.find(({ link_session_id }) => link_session_id === linkSessionId);
    const entry = change(known ?? newEntry(world, linkSessionId));
    changed = entry;
    const sessions = known
      ? current.sessions.map((session) => (session === known ? entry : session))
      : [...current.sessions, entry];
    return { ...current, sessions };
  });
  return changed;
}

function newEntry(world: World, linkSessionId: string): LinkSessionEntry {
  return {
    link_session_id: linkSessionId,
    started_at: timestamp(world.now),
    finished_at: null,
    events: [],
    results: {
      item_add_results: [],
      cra_item_add_results: [],
      cra_update_results: [],
      bank_income_results: [],
      payroll_income_results: [],
      document_income_results: null,
    },
  };
}
