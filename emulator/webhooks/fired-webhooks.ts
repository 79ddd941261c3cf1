/** The webhooks that `/sandbox/item/fire_webhook` can send: which code goes with which type, and its fields. */
import { servedAccounts } from '../accounts/accounts';
import { DAY_MS, timestamp } from '../clock';
import type { ItemDocument } from '../documents';
import { errorBody } from '../errors/errors';
import { accountIdOf, uuidFrom } from '../ids';
import { readiness } from '../items/first-load';
import type { World } from '../world';
import { queueAt, queueWebhook } from './webhooks';

type Fields = Readonly<Record<string, unknown>>;
type FieldsOf = (world: World, item: ItemDocument) => Fields;

/** The same code means another thing in every family (WHK-7). */
const FIELDS: Readonly<Record<string, Readonly<Record<string, FieldsOf>>>> = {
  ASSETS: {
    ERROR: (_, item) => ({
      error: { ...webhookError('ASSET_REPORT_GENERATION_FAILED'), error_type: 'ASSET_REPORT_ERROR' },
      ...reportOf(item),
    }),
    PRODUCT_READY: (_, item) => ({ ...reportOf(item), report_type: 'FULL' }),
  },
  AUTH: {
    AUTH_DATA_UPDATE: authUpdate,
    DEFAULT_UPDATE: authUpdate,
    SMS_MICRODEPOSITS_VERIFICATION: (world, item) => ({
      status: 'MANUALLY_VERIFIED',
      account_id: idsOf(world, item)[0],
    }),
  },
  HOLDINGS: { DEFAULT_UPDATE: () => ({ error: null, new_holdings: 0, updated_holdings: 0 }) },
  IDENTITY: {
    DEFAULT_UPDATE: (world, item) => ({
      error: null,
      account_ids_with_updated_identity: Object.fromEntries(idsOf(world, item).map((id) => [id, ['PHONES']])),
    }),
  },
  INVESTMENTS_TRANSACTIONS: {
    DEFAULT_UPDATE: () => ({
      error: null,
      new_investments_transactions: 0,
      cancelled_investments_transactions: 0,
    }),
  },
  ITEM: {
    AUTHORIZATION_GRANTED: () => ({ error: null }),
    ERROR: () => ({ error: webhookError('ITEM_LOGIN_REQUIRED') }),
    LOGIN_REPAIRED: () => ({}),
    NEW_ACCOUNTS_AVAILABLE: () => ({ error: null }),
    PENDING_DISCONNECT: (world) => ({
      reason: 'INSTITUTION_TOKEN_EXPIRATION',
      disconnect_time: timestamp(world.now + 7 * DAY_MS),
    }),
    PENDING_EXPIRATION: (world) => ({ consent_expiration_time: timestamp(world.now + 7 * DAY_MS) }),
    USER_ACCOUNT_REVOKED: (world, item) => ({ account_id: idsOf(world, item)[0] }),
    USER_PERMISSION_REVOKED: () => ({
      error: { ...webhookError('USER_PERMISSION_REVOKED'), error_type: 'ITEM_ERROR' },
    }),
  },
  LIABILITIES: {
    DEFAULT_UPDATE: (world, item) => ({
      error: null,
      account_ids_with_new_liabilities: [],
      account_ids_with_updated_liabilities: Object.fromEntries(idsOf(world, item).map((id) => [id, []])),
    }),
  },
  TRANSACTIONS: {
    DEFAULT_UPDATE: () => ({ error: null, new_transactions: 0 }),
    RECURRING_TRANSACTIONS_UPDATE: (world, item) => ({ account_ids: idsOf(world, item) }),
    SYNC_UPDATES_AVAILABLE: (world, item) => {
      const { initial, historical } = readiness(item, world.now);
      return { initial_update_complete: initial, historical_update_complete: historical };
    },
  },
};

/** Where more than one type has a code, the one that is meant when none is given. */
const USUAL_TYPE: Readonly<Record<string, string>> = { DEFAULT_UPDATE: 'TRANSACTIONS', ERROR: 'ASSETS' };

/** The type that goes with a code: the one that was given, if it has that code, or the usual one. */
export function firedType(given: string | null | undefined, code: string): string | null {
  const types = Object.keys(FIELDS).filter((type) => FIELDS[type]?.[code]);
  const type = given ?? USUAL_TYPE[code] ?? types[0];
  return type !== undefined && types.includes(type) ? type : null;
}

/** Sends it. A report's webhook names the report; every other one names the Item. */
export async function fireWebhook(
  world: World,
  item: ItemDocument,
  url: string,
  type: string,
  code: string,
): Promise<void> {
  const fields = FIELDS[type]?.[code]?.(world, item) ?? {};
  if (type === 'ASSETS') await queueAt(world, url, item.itemId, type, code, fields);
  else await queueWebhook(world, item, type, code, fields);
}

function authUpdate(world: World, item: ItemDocument): Fields {
  return { error: null, account_ids_with_new_auth: idsOf(world, item), account_ids_with_updated_auth: {} };
}

function webhookError(code: string): Fields {
  return { ...errorBody(code), status: 400 };
}

/** No report stands behind it: the webhook is a test of its receiver. */
function reportOf({ itemId }: ItemDocument): Fields {
  return { asset_report_id: uuidFrom('fired-report', itemId) };
}

function idsOf(world: World, item: ItemDocument): string[] {
  return servedAccounts(world, item).map(({ key }) => accountIdOf(item.itemId, key));
}
