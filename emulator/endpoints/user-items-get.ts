import type { UserItemsGetResponse } from 'plaid';
import { z } from 'zod';
import { errorBody } from '../errors/errors';
import { errorOnTheWire, itemOnTheWire } from '../items/item-on-the-wire';
import { errorCodeOf } from '../items/items';
import { type Body, endpoint } from '../request';
import { findUser, itemsOf, userReference } from '../users/users';

const schema = z.strictObject(userReference);

/** `/user/items/get`: the Items of a user, each with the error it is in. */
export const userItemsGet = endpoint(
  schema,
  async (world, reference): Promise<Body<UserItemsGetResponse>> => {
    const items = await itemsOf(world, await findUser(world, reference));
    return {
      items: items.map((item) => {
        const code = errorCodeOf(item, world.now);
        return { ...itemOnTheWire(item), error: code === null ? null : errorOnTheWire(errorBody(code)) };
      }),
    };
  },
);
