import type { UserGetResponse } from 'plaid';
import { z } from 'zod';
import { timestamp } from '../clock';
import { plaidError } from '../errors/errors';
import { type Body, endpoint } from '../request';
import { userById } from '../users/users';

const schema = z.strictObject({ user_id: z.string() });

/** `/user/get`: what is known of a user of the newer kind; those with a token are not served here. */
export const userGet = endpoint(schema, async (world, { user_id }): Promise<Body<UserGetResponse>> => {
  const user = await userById(world, user_id);
  if (user.userToken !== null) throw plaidError('USER_NOT_FOUND');
  return {
    user_id,
    client_user_id: user.clientUserId,
    created_at: timestamp(user.createdAt),
    updated_at: timestamp(user.updatedAt),
    identity: user.identity,
  };
});
