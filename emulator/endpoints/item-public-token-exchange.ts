import type { ItemPublicTokenExchangeResponse } from 'plaid';
import { z } from 'zod';
import { plaidError } from '../errors/errors';
import { createAccessToken, refuseMisshapen } from '../items/item-tokens';
import { type Body, endpoint } from '../request';
import type { World } from '../world';

const schema = z.strictObject({ public_token: z.string().min(1) });

/** `/item/public_token/exchange`: once per token, within its half hour (TOK-3). */
export const itemPublicTokenExchange = endpoint(
  schema,
  async (world, { public_token }): Promise<Body<ItemPublicTokenExchangeResponse>> => {
    const itemId = await consume(world, public_token);
    return { access_token: await createAccessToken(world, itemId), item_id: itemId };
  },
);

const EXPIRED =
  'provided public token is expired. Public tokens expire 30 minutes after creation at which point they can no longer be exchanged';

async function consume(world: World, publicToken: string): Promise<string> {
  refuseMisshapen('public', publicToken);
  const spent = await world.store.update('publicTokens', publicToken, (token) => {
    if (!token || token.used || token.update) throw plaidError('INVALID_PUBLIC_TOKEN');
    if (token.expiresAt <= world.now) throw plaidError('INVALID_PUBLIC_TOKEN', EXPIRED);
    return { ...token, used: true };
  });
  return spent.itemId;
}
