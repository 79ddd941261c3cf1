/** "Look now", by a person: as often as banks and Plaid put up with, for all processes together (TXN-29). */
import 'server-only';
import { findSyncItem, listItemIds } from '@/db/queries/sync/items';
import { raiseWant } from '@/db/queries/sync/jobs';
import { takeTurn } from '@/db/queries/system/cool-downs';
import { AppError, notFound } from '@/lib/core/errors';
import type { ItemId, UserId } from '@/lib/core/id';
import { log } from '@/lib/log';
import { PlaidFailure } from '@/lib/plaid/errors';
import { refreshAtBank } from '@/lib/plaid/transactions';
import { open } from '@/lib/secrets';
import './budget';
import { requestSync } from './request-sync';

/** Programs may ask for what Plaid has already; each wish costs a handful of calls of the fifteen a minute. */
const SYNCS = { most: 10, seconds: 60 };
/** Sending Plaid to the bank is billed, and allowed twice a minute. */
const REFRESHES = { most: 1, seconds: 60 };

/** `requestSync`, or "rate-limited" with a sentence that says when it is possible again. */
export async function askForSync(userId: UserId, itemId?: ItemId): Promise<void> {
  await coolDown('sync', userId, itemId, SYNCS);
  await requestSync(userId, itemId);
}

/** Asks for a sync; answers the rest of the work, for after the response: Plaid's own look at the bank. */
export async function askForRefresh(userId: UserId, itemId: ItemId): Promise<() => Promise<void>> {
  await coolDown('refresh', userId, itemId, REFRESHES);
  await requestSync(userId, itemId);
  return () => lookAtBank(userId, itemId);
}

async function coolDown(
  what: string,
  userId: UserId,
  itemId: ItemId | undefined,
  turns: typeof SYNCS,
): Promise<void> {
  // A stranger's id must answer as a missing one does, before anything is counted (T1).
  if (itemId !== undefined && !(await listItemIds(userId)).includes(itemId)) throw notFound('connection');
  const seconds = await takeTurn(`${what}:${itemId ?? userId}`, turns);
  if (seconds === 0) return;
  throw new AppError(
    'rate-limited',
    `The bank was asked a moment ago. You can ask again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
  );
}

/** Where that is not offered, as at Capital One for cards, the sync that was asked for is all there is (TXN-30). */
async function lookAtBank(userId: UserId, itemId: ItemId): Promise<void> {
  const item = await findSyncItem(userId, itemId);
  if (!item || item.state === 'ending' || item.state === 'revoked') return;
  try {
    await refreshAtBank(open(item.accessTokenSealed, `items.access_token:${itemId}`));
    await raiseWant(userId, itemId, 'person');
  } catch (error) {
    if (!(error instanceof PlaidFailure)) throw error;
    const { code, requestId } = error;
    log.info({ itemId, code, requestId }, 'the bank was not looked at just now');
  }
}
