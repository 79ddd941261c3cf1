import {
  AccountBaseVerificationStatusEnum as Status,
  type SandboxItemSetVerificationStatusResponse,
} from 'plaid';
import { z } from 'zod';
import { servedAccounts } from '../accounts/accounts';
import { plaidError } from '../errors/errors';
import { findItem, updateItem } from '../items/items';
import { accessToken, type Body, endpoint } from '../request';
import { AUTH } from '../vocabulary';
import { queueWebhook } from '../webhooks/webhooks';

const schema = z.strictObject({
  access_token: accessToken,
  account_id: z.string(),
  verification_status: z.enum(
    [Status.AutomaticallyVerified, Status.VerificationExpired],
    'must be automatically_verified or verification_expired',
  ),
});

const CODES = {
  [Status.AutomaticallyVerified]: 'AUTOMATICALLY_VERIFIED',
  [Status.VerificationExpired]: 'VERIFICATION_EXPIRED',
} as const;

/** `/sandbox/item/set_verification_status`: how the micro-deposits to one account ended (SBX-12). */
export const sandboxItemSetVerificationStatus = endpoint(
  schema,
  async (
    world,
    { access_token, account_id, verification_status },
  ): Promise<Body<SandboxItemSetVerificationStatusResponse>> => {
    const found = await findItem(world, access_token);
    if (!found.products.includes(AUTH)) {
      throw plaidError('SANDBOX_PRODUCT_NOT_ENABLED', 'The auth product is not enabled on this item');
    }
    const account = servedAccounts(world, found, [account_id])[0];
    if (!account?.numbers) throw plaidError('INVALID_ACCOUNT_ID');
    const { key } = account;
    const item = await updateItem(world, found.itemId, (current) => ({
      ...current,
      verifications: { ...current.verifications, [key]: verification_status },
    }));
    await queueWebhook(world, item, 'AUTH', CODES[verification_status], { account_id, error: null });
    return {};
  },
);
