/** Link tokens: found only while they live, and a log of what was done with them (section 3). */
import type { LinkTokenGetSessionsResponse } from 'plaid';
import type { LinkTokenDocument } from './documents';
import { plaidError } from './errors';
import type { World } from './world';

/** The token's request as it was made; throws INVALID_LINK_TOKEN when it is unknown or has expired. */
export async function findLinkToken(world: World, token: string): Promise<LinkTokenDocument> {
  const found = await world.store.find('linkTokens', token);
  if (!found || found.expiresAt <= world.now) throw plaidError('INVALID_LINK_TOKEN');
  return found;
}

/** Adds to, or replaces in, the list of sessions that `/link/token/get` shows (LT-19). */
export async function saveSession(
  world: World,
  token: string,
  session: LinkTokenGetSessionsResponse,
): Promise<void> {
  await world.store.update('linkTokens', token, (current) => {
    if (!current) throw plaidError('INVALID_LINK_TOKEN');
    const others = current.sessions.filter(
      ({ link_session_id }) => link_session_id !== session.link_session_id,
    );
    return { ...current, sessions: [...others, session] };
  });
}
