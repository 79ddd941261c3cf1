import type { UserCreateResponse } from 'plaid';
import { z } from 'zod';
import { type Body, endpoint } from '../request';
import { consumerIdentity, keptIdentity, newIdentity } from '../users/identity';
import { createUser } from '../users/users';

const isMailAddress = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

const schema = z.strictObject({
  client_user_id: z
    .string()
    .min(1, 'must not be empty')
    .max(128, 'must be 128 characters or fewer')
    .refine((text) => !isMailAddress.test(text), 'must not contain personal data'),
  identity: newIdentity.nullish(),
  consumer_report_user_identity: consumerIdentity.nullish(),
  end_customer: z.string().max(128, 'must be 128 characters or fewer').nullish(),
  with_upgraded_user: z.boolean().nullish(),
});

/**
 * `/user/create`: of the newer kind where the request asks for that or speaks its words, known by `user_id`
 * alone; else with a `user_token`, which is shown this once (CRA-2, C-31, C-32).
 */
export const userCreate = endpoint(
  schema,
  async (world, request, headers): Promise<Body<UserCreateResponse>> => {
    const { userId, userToken } = await createUser(world, {
      clientUserId: request.client_user_id,
      identity: request.identity ? keptIdentity(request.identity) : null,
      consumerIdentity: request.consumer_report_user_identity ?? null,
      upgraded: isUpgraded(request, headers.get('plaid-new-user-api-enabled')),
    });
    return { user_id: userId, ...(userToken !== null && { user_token: userToken }) };
  },
);

function isUpgraded(
  { with_upgraded_user, identity }: z.output<typeof schema>,
  header: string | null,
): boolean {
  if (with_upgraded_user != null) return with_upgraded_user;
  return header === null ? identity != null : header === 'true';
}
