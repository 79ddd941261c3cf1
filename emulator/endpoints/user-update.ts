import type { UserUpdateResponse } from 'plaid';
import { z } from 'zod';
import { type Body, endpoint } from '../request';
import { consumerIdentity, keptIdentity, merged, newIdentity } from '../users/identity';
import { findUser, updateUser, userReference } from '../users/users';

const schema = z.strictObject({
  ...userReference,
  identity: newIdentity.nullish(),
  consumer_report_user_identity: consumerIdentity.nullish(),
});

/** `/user/update`: fields that are given replace those that were; the others stay. */
export const userUpdate = endpoint(
  schema,
  async (
    world,
    { identity, consumer_report_user_identity, ...reference },
  ): Promise<Body<UserUpdateResponse>> => {
    const { userId } = await findUser(world, reference);
    await updateUser(world, userId, (user) => ({
      ...user,
      identity: merged(user.identity, identity ? keptIdentity(identity) : null),
      consumerIdentity: merged(user.consumerIdentity, consumer_report_user_identity ?? null),
      updatedAt: world.now,
    }));
    return {};
  },
);
