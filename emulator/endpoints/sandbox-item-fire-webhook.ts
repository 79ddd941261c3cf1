import type { SandboxItemFireWebhookResponse } from 'plaid';
import { z } from 'zod';
import { plaidError } from '../errors/errors';
import { findItem } from '../items/items';
import { accessToken, type Body, endpoint } from '../request';
import { firedType, fireWebhook } from '../webhooks/fired-webhooks';

const CODES = [
  'DEFAULT_UPDATE',
  'NEW_ACCOUNTS_AVAILABLE',
  'AUTH_DATA_UPDATE',
  'SMS_MICRODEPOSITS_VERIFICATION',
  'AUTHORIZATION_GRANTED',
  'USER_PERMISSION_REVOKED',
  'USER_ACCOUNT_REVOKED',
  'PENDING_DISCONNECT',
  'PENDING_EXPIRATION',
  'RECURRING_TRANSACTIONS_UPDATE',
  'LOGIN_REPAIRED',
  'SYNC_UPDATES_AVAILABLE',
  'PRODUCT_READY',
  'ERROR',
] as const;

const TYPES = [
  'AUTH',
  'HOLDINGS',
  'IDENTITY',
  'INVESTMENTS_TRANSACTIONS',
  'ITEM',
  'LIABILITIES',
  'TRANSACTIONS',
  'ASSETS',
] as const;

const schema = z.strictObject({
  access_token: accessToken,
  webhook_type: z.enum(TYPES).nullish(),
  webhook_code: z.enum(CODES),
});

const PRODUCT_OF: Readonly<Record<string, string>> = {
  TRANSACTIONS: 'transactions',
  HOLDINGS: 'investments',
  IDENTITY: 'identity',
  INVESTMENTS_TRANSACTIONS: 'investments',
  LIABILITIES: 'liabilities',
  AUTH: 'auth',
  ASSETS: 'assets',
};

/** `/sandbox/item/fire_webhook`: sends a webhook and changes no data (SBX-10). */
export const sandboxItemFireWebhook = endpoint(
  schema,
  async (
    world,
    { access_token, webhook_type, webhook_code },
  ): Promise<Body<SandboxItemFireWebhookResponse>> => {
    const item = await findItem(world, access_token);
    const type = firedType(webhook_type, webhook_code);
    if (type === null) {
      throw plaidError('INVALID_FIELD', `webhook_code: ${webhook_code} is not a code of ${webhook_type}`);
    }
    const product = PRODUCT_OF[type];
    if (product && !item.products.some((own) => own === product)) {
      throw plaidError('SANDBOX_PRODUCT_NOT_ENABLED', `The ${product} product is not enabled on this item`);
    }
    if (item.webhook === null) throw plaidError('SANDBOX_WEBHOOK_INVALID');
    await fireWebhook(world, item, item.webhook, type, webhook_code);
    return { webhook_fired: true };
  },
);
