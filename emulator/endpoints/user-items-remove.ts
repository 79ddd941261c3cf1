import type { UserItemsRemoveResponse } from 'plaid';
import { z } from 'zod';
import { plaidError } from '../errors/errors';
import { type Body, endpoint } from '../request';
import { findUser, itemsOf, removeItems, userReference } from '../users/users';

const schema = z.strictObject({ ...userReference, item_ids: z.array(z.string()).min(1) });

/** `/user/items/remove`: all of the named Items, or none when one is not this user's. */
export const userItemsRemove = endpoint(
  schema,
  async (world, { item_ids, ...reference }): Promise<Body<UserItemsRemoveResponse>> => {
    const user = await findUser(world, reference);
    const own = (await itemsOf(world, user)).map(({ itemId }) => itemId);
    if (!item_ids.every((itemId) => own.includes(itemId))) throw plaidError('ITEM_NOT_FOUND');
    await removeItems(world, user, item_ids);
    return {};
  },
);
