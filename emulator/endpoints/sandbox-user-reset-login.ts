import type { SandboxUserResetLoginResponse } from 'plaid';
import { z } from 'zod';
import { plaidError } from '../errors/errors';
import { breakItem } from '../items/trouble';
import { type Body, endpoint } from '../request';
import { findUser, itemsOf, userReference } from '../users/users';

const schema = z.strictObject({ ...userReference, item_ids: z.array(z.string()).nullish() });

/** `/sandbox/user/reset_login`: the named Items of a user want a new sign-in; all of them when none is named. */
export const sandboxUserResetLogin = endpoint(
  schema,
  async (world, { item_ids, ...reference }): Promise<Body<SandboxUserResetLoginResponse>> => {
    const own = (await itemsOf(world, await findUser(world, reference))).map(({ itemId }) => itemId);
    const named = item_ids && item_ids.length > 0 ? item_ids : own;
    if (!named.every((itemId) => own.includes(itemId))) throw plaidError('ITEM_NOT_FOUND');
    for (const itemId of named) await breakItem(world, itemId, 'ITEM_LOGIN_REQUIRED');
    return {};
  },
);
