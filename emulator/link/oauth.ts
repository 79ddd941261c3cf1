/** The way over the bank's own pages and back: one record per visit, named by its `oauth_state_id` (section 5). */
import type { Products } from 'plaid';
import type { LinkTokenDocument, OauthStateDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { nextUuid, type World } from '../world';
import { findLinkToken } from './link-tokens';

const OAUTH_MS = 10 * 60_000;

/** Begins a visit; the bank's page gets the state id in its address. */
export async function startOauth(
  world: World,
  linkToken: LinkTokenDocument,
  { linkSessionId, institutionId }: { readonly linkSessionId: string; readonly institutionId: string },
): Promise<OauthStateDocument> {
  const stateId = await nextUuid(world, 'oauth-state');
  return world.store.update('oauthStates', stateId, () => ({
    stateId,
    linkToken: linkToken.token,
    linkSessionId,
    institutionId,
    // Hosted Link takes care of the way back by itself (HL-1).
    redirectUri: linkToken.hosted?.url ?? linkToken.redirectUri,
    expiresAt: world.now + OAUTH_MS,
    state: 'open' as const,
    credentials: null,
    accountKeys: [],
    denied: [],
  }));
}

/** The visit as it stands; throws OAUTH_STATE_ID_NOT_FOUND for one that never was, or took too long. */
export async function findOauth(world: World, stateId: string): Promise<OauthStateDocument> {
  const visit = await world.store.find('oauthStates', stateId);
  if (!visit || visit.expiresAt <= world.now) throw plaidError('OAUTH_STATE_ID_NOT_FOUND');
  return visit;
}

/** What the user decided on the bank's page: credentials and accounts, or null for a refusal. */
export async function answerOauth(
  world: World,
  stateId: string,
  answer: {
    readonly credentials: { readonly username: string; readonly password: string };
    readonly accountKeys: readonly string[];
    readonly denied: readonly Products[];
  } | null,
): Promise<OauthStateDocument> {
  return changeOauth(world, stateId, (visit) =>
    answer ? { ...visit, ...answer, state: 'granted' } : { ...visit, state: 'denied' },
  );
}

/**
 * Link comes back with the state id: once, and with the token that it left with (OAU-7). The answer says
 * whether the bank granted, and the accounts behind it.
 */
export async function completeOauth(
  world: World,
  token: string,
  stateId: string,
): Promise<{ readonly visit: OauthStateDocument; readonly linkToken: LinkTokenDocument }> {
  const visit = await findOauth(world, stateId);
  if (visit.linkToken !== token) throw plaidError('INCORRECT_LINK_TOKEN');
  if (visit.state === 'processed') throw plaidError('OAUTH_STATE_ID_ALREADY_PROCESSED');
  const linkToken = await findLinkToken(world, token);
  await changeOauth(world, stateId, (current) => {
    if (current.state === 'processed') throw plaidError('OAUTH_STATE_ID_ALREADY_PROCESSED');
    return { ...current, state: 'processed' };
  });
  return { visit, linkToken };
}

async function changeOauth(
  world: World,
  stateId: string,
  change: (visit: OauthStateDocument) => OauthStateDocument,
): Promise<OauthStateDocument> {
  return world.store.update('oauthStates', stateId, (visit) => {
    if (!visit) throw plaidError('OAUTH_STATE_ID_NOT_FOUND');
    return change(visit);
  });
}
