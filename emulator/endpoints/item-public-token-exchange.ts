import type { ItemPublicTokenExchangeResponse } from 'plaid';
import { z } from 'zod';
import { plaidError } from '../errors';
import { createAccessToken } from '../items';
import { type Body, endpoint } from '../request';
import type { World } from '../world';

const schema = z.strictObject({ public_token: z.string() });

/** `/item/public_token/exchange`: once per token, within its half hour (TOK-3). */
export const itemPublicTokenExchange = endpoint(
  schema,
  async (world, { public_token }): Promise<Body<ItemPublicTokenExchangeResponse>> => {
    const itemId = await consume(world, public_token);
    return { access_token: await createAccessToken(world, itemId), item_id: itemId };
  },
);

async function consume(world: World, publicToken: string): Promise<string> {
  const spent = await world.store.update('publicTokens', publicToken, (token) => {
    if (!token || token.used || token.update || token.expiresAt <= world.now) {
      throw plaidError('INVALID_PUBLIC_TOKEN');
    }
    return { ...token, used: true };
  });
  return spent.itemId;
}
