import type { UserRemoveResponse } from 'plaid';
import { z } from 'zod';
import { type Body, endpoint } from '../request';
import { findUser, removeUser, userReference } from '../users/users';

const schema = z.strictObject(userReference);

/** `/user/remove`: the user, its reports and every Item of it are gone. */
export const userRemove = endpoint(schema, async (world, reference): Promise<Body<UserRemoveResponse>> => {
  await removeUser(world, await findUser(world, reference));
  return {};
});
