import type { SandboxItemFireWebhookResponse } from 'plaid';
import { z } from 'zod';
import { servedAccounts } from '../accounts';
import { timestamp } from '../clock';
import type { ItemDocument } from '../documents';
import { errorBody, plaidError } from '../errors';
import { accountIdOf } from '../ids';
import { findItem } from '../items';
import { accessToken, type Body, endpoint } from '../request';
import { readiness } from '../updates';
import { queueWebhook } from '../webhooks';
import type { World } from '../world';

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

const schema = z.strictObject({
  access_token: accessToken,
  webhook_type: z
    .enum(['AUTH', 'HOLDINGS', 'INVESTMENTS_TRANSACTIONS', 'ITEM', 'LIABILITIES', 'TRANSACTIONS', 'ASSETS'])
    .nullish(),
  webhook_code: z.enum(CODES),
});

type Code = (typeof CODES)[number];

/** Codes that mean one thing, and the type that goes with them when none is given. */
const TYPE_OF: Partial<Record<Code, string>> = {
  DEFAULT_UPDATE: 'TRANSACTIONS',
  SYNC_UPDATES_AVAILABLE: 'TRANSACTIONS',
  RECURRING_TRANSACTIONS_UPDATE: 'TRANSACTIONS',
  AUTH_DATA_UPDATE: 'AUTH',
  SMS_MICRODEPOSITS_VERIFICATION: 'AUTH',
  PRODUCT_READY: 'ASSETS',
};

const PRODUCT_OF: Readonly<Record<string, string>> = {
  TRANSACTIONS: 'transactions',
  HOLDINGS: 'investments',
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
    const type = webhook_type ?? TYPE_OF[webhook_code] ?? 'ITEM';
    const product = PRODUCT_OF[type];
    if (product && !item.products.some((own) => own === product)) {
      throw plaidError('SANDBOX_PRODUCT_NOT_ENABLED', `The ${product} product is not enabled on this item`);
    }
    if (item.webhook === null) throw plaidError('SANDBOX_WEBHOOK_INVALID');
    await queueWebhook(world, item, type, webhook_code, fieldsOf(world, item, type, webhook_code));
    return { webhook_fired: true };
  },
);

function fieldsOf(world: World, item: ItemDocument, type: string, code: Code): Record<string, unknown> {
  const ids = servedAccounts(world, item).map(({ key }) => accountIdOf(item.itemId, key));
  const inAWeek = timestamp(world.now + 7 * 86_400_000);
  if (code === 'DEFAULT_UPDATE') return defaultUpdate(type, ids);
  if (code === 'SYNC_UPDATES_AVAILABLE') {
    const { initial, historical } = readiness(item, world.now);
    return { initial_update_complete: initial, historical_update_complete: historical };
  }
  if (code === 'RECURRING_TRANSACTIONS_UPDATE') return { account_ids: ids };
  if (code === 'ERROR') return { error: { ...errorBody('ITEM_LOGIN_REQUIRED'), status: 400 } };
  if (code === 'USER_PERMISSION_REVOKED') {
    return { error: { ...errorBody('USER_PERMISSION_REVOKED'), error_type: 'ITEM_ERROR', status: 400 } };
  }
  if (code === 'USER_ACCOUNT_REVOKED') return { account_id: ids[0] };
  if (code === 'PENDING_EXPIRATION') return { consent_expiration_time: inAWeek };
  if (code === 'PENDING_DISCONNECT') {
    return { reason: 'INSTITUTION_TOKEN_EXPIRATION', disconnect_time: inAWeek };
  }
  return code === 'LOGIN_REPAIRED' ? {} : { error: null };
}

/** The same code means another thing in every family (WHK-7). */
function defaultUpdate(type: string, ids: readonly string[]): Record<string, unknown> {
  if (type === 'HOLDINGS') return { error: null, new_holdings: 0, updated_holdings: 0 };
  if (type === 'INVESTMENTS_TRANSACTIONS') {
    return { error: null, new_investments_transactions: 0, cancelled_investments_transactions: 0 };
  }
  if (type === 'LIABILITIES') {
    const updated = Object.fromEntries(ids.map((id) => [id, []]));
    return {
      error: null,
      account_ids_with_new_liabilities: [],
      account_ids_with_updated_liabilities: updated,
    };
  }
  return { error: null, new_transactions: 0 };
}
