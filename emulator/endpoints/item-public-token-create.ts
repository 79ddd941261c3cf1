import type { ItemPublicTokenCreateResponse } from 'plaid';
import { z } from 'zod';
import { timestamp } from '../clock';
import { createPublicToken, PUBLIC_TOKEN_MS } from '../items/item-tokens';
import { findItem } from '../items/items';
import { accessToken, type Body, endpoint } from '../request';

const schema = z.strictObject({ access_token: accessToken });

/** `/item/public_token/create`: another public token of an Item, as clients older than link tokens ask for. */
export const itemPublicTokenCreate = endpoint(
  schema,
  async (world, { access_token }): Promise<Body<ItemPublicTokenCreateResponse>> => {
    const { itemId } = await findItem(world, access_token);
    return {
      public_token: await createPublicToken(world, itemId, { update: false }),
      expiration: timestamp(world.now + PUBLIC_TOKEN_MS),
    };
  },
);
