import type { UserItemsAssociateResponse } from 'plaid';
import { z } from 'zod';
import { plaidError } from '../errors/errors';
import { type Body, endpoint } from '../request';
import { associateItems, userById } from '../users/users';

const schema = z.strictObject({
  user_id: z.string(),
  item_ids: z.array(z.string()).min(1).max(100, 'must contain at most 100 Items'),
});

/** `/user/items/associate`: the Items are this user's from now on, whoever's they were. */
export const userItemsAssociate = endpoint(
  schema,
  async (world, { user_id, item_ids }): Promise<Body<UserItemsAssociateResponse>> => {
    const { userId } = await userById(world, user_id);
    for (const itemId of item_ids) {
      if (!(await world.store.find('items', itemId))) throw plaidError('ITEM_NOT_FOUND');
    }
    await associateItems(world, userId, item_ids);
    return {};
  },
);
