import type { SandboxItemResetLoginResponse } from 'plaid';
import { z } from 'zod';
import { findItem } from '../items/items';
import { breakItem } from '../items/trouble';
import { accessToken, type Body, endpoint } from '../request';

const schema = z.strictObject({ access_token: accessToken });

/** `/sandbox/item/reset_login`: the Item wants its user to sign in again (SBX-9). */
export const sandboxItemResetLogin = endpoint(
  schema,
  async (world, { access_token }): Promise<Body<SandboxItemResetLoginResponse>> => {
    const { itemId } = await findItem(world, access_token);
    await breakItem(world, itemId, 'ITEM_LOGIN_REQUIRED');
    return { reset_login: true };
  },
);
