import type { ItemAccessTokenInvalidateResponse } from 'plaid';
import { z } from 'zod';
import { createAccessToken } from '../items/item-tokens';
import { findItem } from '../items/items';
import { accessToken, type Body, endpoint } from '../request';

const schema = z.strictObject({ access_token: accessToken });

/** `/item/access_token/invalidate`: the old token dies at once (TOK-5). */
export const itemAccessTokenInvalidate = endpoint(
  schema,
  async (world, { access_token }): Promise<Body<ItemAccessTokenInvalidateResponse>> => {
    const { itemId } = await findItem(world, access_token);
    await world.store.update('accessTokens', access_token, () => ({ itemId, state: 'rotated' as const }));
    return { new_access_token: await createAccessToken(world, itemId) };
  },
);
