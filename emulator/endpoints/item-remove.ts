import type { ItemRemoveResponse } from 'plaid';
import { z } from 'zod';
import { findItem } from '../items/items';
import { accessToken, type Body, endpoint } from '../request';

const schema = z.strictObject({
  access_token: accessToken,
  reason_code: z
    .enum([
      'FRAUD_FIRST_PARTY',
      'FRAUD_FALSE_IDENTITY',
      'FRAUD_ABUSE',
      'FRAUD_OTHER',
      'CONNECTION_IS_NON_FUNCTIONAL',
      'OTHER',
    ])
    .nullish(),
  reason_note: z.string().max(512).nullish(),
});

/** `/item/remove`: the token answers ITEM_NOT_FOUND from then on (ITM-4, TOK-6). */
export const itemRemove = endpoint(
  schema,
  async (world, { access_token }): Promise<Body<ItemRemoveResponse>> => {
    const { itemId } = await findItem(world, access_token);
    await world.store.update('accessTokens', access_token, () => ({ itemId, state: 'removed' as const }));
    await world.store.update('items', itemId, () => undefined);
    return {};
  },
);
