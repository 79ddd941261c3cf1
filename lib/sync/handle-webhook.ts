/**
 * What a webhook leads to, by type and code (WHK-7). It only marks work or makes us look: nothing that it
 * says is believed as data (T6), so twice, late or out of order it changes nothing in the end.
 */
import 'server-only';
import { noteAcknowledged, noteHistory } from '@/db/queries/sync/announcements';
import { forgetIdentity } from '@/db/queries/sync/identity';
import { noteRevoked } from '@/db/queries/sync/account-ends';
import { clearTrouble, markNewAccounts, saveState } from '@/db/queries/sync/items';
import { raiseWant } from '@/db/queries/sync/jobs';
import { findItemByPlaidId, type ItemKey } from '@/db/queries/system';
import type { StoredWebhook } from '@/db/queries/webhooks';
import { log } from '@/lib/log';
import { kindOf } from '@/lib/plaid/errors';

type Handle = (item: ItemKey, webhook: StoredWebhook, times: number) => Promise<void>;

type Body = StoredWebhook['body'];

/**
 * What it asks for: those that ask for the same are worked off together, by the newest of them. Where only the
 * code counts that is all of an Item's; where the body is read, those whose bodies say the same of what is read.
 */
export function workOf({ type, code, plaidItemId, body }: StoredWebhook): string {
  const handle = HANDLERS[`${type} ${code}`];
  if (handle === sync) return `sync ${plaidItemId}`;
  const said = handle && READ_BY.get(handle)?.(body);
  return `${type} ${code} ${plaidItemId} ${JSON.stringify(said)}`;
}

/** Says what it came to, for the inbox. `times`: how many it stands for. */
export async function handleWebhook(webhook: StoredWebhook, times = 1): Promise<string> {
  const handle = HANDLERS[`${webhook.type} ${webhook.code}`];
  // Hosted and multi-Item Link are not offered, so nothing of ours waits for a session's end.
  if (webhook.type === 'LINK') return 'not-used';
  if (!handle) {
    log.info({ type: webhook.type, code: webhook.code }, 'a webhook nobody waits for');
    return 'unknown';
  }
  if (!webhook.plaidItemId) return 'no-item';
  const item = await findItemByPlaidId(webhook.plaidItemId);
  // S10: kept as an orphan; a link that is being made will sync without it.
  if (!item) return 'orphan';
  await handle(item, webhook, times);
  return 'handled';
}

const sync: Handle = async ({ userId, itemId }, _webhook, times) => {
  await raiseWant(userId, itemId, 'webhook', times);
};

/** The flags are a hint for the page; what there is, the sync finds out (TXN-25). */
const newTransactions: Handle = async (item, webhook, times) => {
  const history = historyIn(webhook.body);
  if (history) await noteHistory(item.userId, item.itemId, history);
  await sync(item, webhook, times);
};

const newOwners: Handle = async (item, webhook, times) => {
  await forgetIdentity(item.userId, item.itemId);
  await sync(item, webhook, times);
};

const webhooksMoved: Handle = async ({ userId, itemId }, { receivedAt }) => {
  await noteAcknowledged(userId, itemId, receivedAt);
};

const nothing: Handle = async () => undefined;

/**
 * Stores the error where it is one that the person can mend, so that it shows at once. The look that follows
 * confirms it, or clears what came too late: told twice, it would outlast its repair.
 */
const noteError: Handle = async (item, webhook, times) => {
  const { type, code } = errorIn(webhook.body);
  if (code && kindOf(type, code) === 'needs-user') {
    const at = webhook.receivedAt;
    await saveState(item.userId, item.itemId, {
      state: 'needs-repair',
      errorType: type,
      errorCode: code,
      at,
    });
  }
  await sync(item, webhook, times);
};

/** The day of an expiring consent is read from the Item; that of a disconnection is told nowhere else. */
const repairSoon: Handle = async ({ userId, itemId }, { code, body, receivedAt }, times) => {
  await saveState(userId, itemId, {
    state: 'repair-soon',
    errorCode: code,
    ...disconnectionIn(body),
    at: receivedAt,
  });
  await raiseWant(userId, itemId, 'webhook', times);
};

/** What only a call can show, the sync that follows clears; a notice of the bank is void from now on (UPD-10). */
const repaired: Handle = async (item, webhook, times) => {
  await clearTrouble(item.userId, item.itemId, ['repair-soon'], webhook.receivedAt);
  await sync(item, webhook, times);
};

/** Only noted here: the run that follows believes it of an account that the bank serves no more (ITM-8). */
const accountRevoked: Handle = async (item, webhook, times) => {
  const accountId = accountIn(webhook.body);
  if (accountId !== null) await noteRevoked(item.userId, item.itemId, accountId);
  await sync(item, webhook, times);
};

const newAccounts: Handle = async ({ userId, itemId }, { receivedAt }) => {
  await markNewAccounts(userId, itemId, true, receivedAt);
};

const HANDLERS: Readonly<Record<string, Handle>> = {
  'TRANSACTIONS SYNC_UPDATES_AVAILABLE': newTransactions,
  'TRANSACTIONS RECURRING_TRANSACTIONS_UPDATE': sync,
  // Legacy companions of the first one (TXN-24).
  'TRANSACTIONS INITIAL_UPDATE': nothing,
  'TRANSACTIONS HISTORICAL_UPDATE': nothing,
  'TRANSACTIONS DEFAULT_UPDATE': nothing,
  'TRANSACTIONS TRANSACTIONS_REMOVED': nothing,
  'LIABILITIES DEFAULT_UPDATE': sync,
  'HOLDINGS DEFAULT_UPDATE': sync,
  'INVESTMENTS_TRANSACTIONS DEFAULT_UPDATE': sync,
  'INVESTMENTS_TRANSACTIONS HISTORICAL_UPDATE': sync,
  'IDENTITY DEFAULT_UPDATE': newOwners,
  'ITEM ERROR': noteError,
  'ITEM LOGIN_REPAIRED': repaired,
  'ITEM NEW_ACCOUNTS_AVAILABLE': newAccounts,
  'ITEM PENDING_EXPIRATION': repairSoon,
  'ITEM PENDING_DISCONNECT': repairSoon,
  // Confirmed by calls before anything is ended (T6): a run that fails so looks at the Item itself.
  'ITEM USER_PERMISSION_REVOKED': sync,
  'ITEM USER_ACCOUNT_REVOKED': accountRevoked,
  'ITEM WEBHOOK_UPDATE_ACKNOWLEDGED': webhooksMoved,
};

/** Exactly what the handlers above read of a body; nothing of it is read elsewhere. */
const READ_BY = new Map<Handle, (body: Body) => unknown>([
  [newTransactions, historyIn],
  [noteError, errorIn],
  [repairSoon, disconnectionIn],
  [accountRevoked, accountIn],
]);

function historyIn(body: Body): 'complete' | 'initial' | null {
  if (body['historical_update_complete'] === true) return 'complete';
  return body['initial_update_complete'] === true ? 'initial' : null;
}

function errorIn({ error }: Body): { type: string; code: string | null } {
  if (typeof error !== 'object' || error === null) return { type: '', code: null };
  const read = (name: 'error_type' | 'error_code') => (name in error ? Reflect.get(error, name) : null);
  const [type, code] = [read('error_type'), read('error_code')];
  return { type: typeof type === 'string' ? type : '', code: typeof code === 'string' ? code : null };
}

function disconnectionIn({ reason, disconnect_time: end }: Body) {
  return {
    disconnectReason: typeof reason === 'string' ? reason : null,
    disconnectsAt: typeof end === 'string' && !Number.isNaN(Date.parse(end)) ? new Date(end) : null,
  };
}

function accountIn(body: Body): string | null {
  const accountId = body['account_id'];
  return typeof accountId === 'string' ? accountId : null;
}
