import type { CreditSessionsGetResponse } from 'plaid';
import { z } from 'zod';
import { type Body, endpoint } from '../request';
import { findUser, userReference } from '../users/users';

const schema = z.strictObject(userReference);

/** `/credit/sessions/get`: Link sessions of a user and what came of them, newest first (INC-1). */
export const creditSessionsGet = endpoint(
  schema,
  async (world, reference): Promise<Body<CreditSessionsGetResponse>> => {
    const { sessions } = await findUser(world, reference);
    return { sessions: [...sessions] };
  },
);
