/** The tokens that an Item is reached by: public for half an hour, then access for good (section 4). */
import { plaidError } from '../errors/errors';
import { nextUuid, type World } from '../world';

/** How long a public token can be exchanged (TOK-3). */
export const PUBLIC_TOKEN_MS = 30 * 60_000;

/** A token for one exchange, or, from update mode, for none: the app has its access token already. */
export async function createPublicToken(
  world: World,
  itemId: string,
  { update }: { update: boolean },
): Promise<string> {
  const token = `public-sandbox-${await nextUuid(world, 'public-token')}`;
  const expiresAt = world.now + PUBLIC_TOKEN_MS;
  await world.store.update('publicTokens', token, () => ({ itemId, expiresAt, used: false, update }));
  return token;
}

/** A token that works until the Item is removed, or another one takes its place. */
export async function createAccessToken(world: World, itemId: string): Promise<string> {
  const token = `access-sandbox-${await nextUuid(world, 'access-token')}`;
  await world.store.update('accessTokens', token, () => ({ itemId, state: 'live' as const }));
  return token;
}

/** A token says of itself what it is for and where it belongs (GEN-15); one that does not was never ours. */
export function refuseMisshapen(kind: 'access' | 'public', token: string): void {
  const code = kind === 'access' ? 'INVALID_ACCESS_TOKEN' : 'INVALID_PUBLIC_TOKEN';
  const environment = new RegExp(`^${kind}-(sandbox|development|production)-.`).exec(token)?.[1];
  if (!environment) {
    const expected = `${kind}-<environment>-<identifier>`;
    throw plaidError(code, `provided ${kind} token is in an invalid format. expected format: ${expected}`);
  }
  if (environment !== 'sandbox') {
    const both = `expected "sandbox", got "${environment}"`;
    throw plaidError(code, `provided ${kind} token is for the wrong Plaid environment. ${both}`);
  }
}
