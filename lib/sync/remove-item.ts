import 'server-only';
import { findSyncItem } from '@/db/queries/sync/items';
import { deleteItem, markEnding } from '@/db/queries/sync/removal';
import { notFound } from '@/lib/core/errors';
import type { ItemId, UserId } from '@/lib/core/id';
import { log } from '@/lib/log';
import { PlaidFailure } from '@/lib/plaid/errors';
import { removeAtPlaid } from '@/lib/plaid/items';
import { open } from '@/lib/secrets';
import './budget';

/**
 * Ends a connection: hidden when this returns, ended at Plaid now or by a later try, and only then its rows
 * and its token go (S11). True when Plaid has confirmed already. A foreign or missing id is "not found".
 */
export async function removeItem(userId: UserId, itemId: ItemId): Promise<boolean> {
  if (!(await markEnding(userId, itemId))) throw notFound('connection');
  return finishRemoval(userId, itemId);
}

/** Tries to end a hidden connection at Plaid; true when it is gone. Safe to call again and again. */
export async function finishRemoval(userId: UserId, itemId: ItemId): Promise<boolean> {
  const item = await findSyncItem(userId, itemId);
  if (item?.state !== 'ending') return true;
  try {
    await removeAtPlaid(open(item.accessTokenSealed, `items.access_token:${itemId}`));
  } catch (error) {
    if (!(error instanceof PlaidFailure)) throw error;
    // A token that is being renewed is dead for a moment while its Item lives on (TOK-5).
    const isRenewed = error.code === 'INVALID_ACCESS_TOKEN' && item.tokenRotationAt !== null;
    if (isRenewed || !GONE.includes(error.code)) {
      const { code, requestId } = error;
      log.warn({ itemId, code, requestId }, 'removal at Plaid is tried again later');
      return false;
    }
  }
  await deleteItem(userId, itemId);
  return true;
}

/** Plaid has no such Item any more, so there is nothing left to end (ITM-5). */
const GONE = [
  'ITEM_NOT_FOUND',
  'USER_PERMISSION_REVOKED',
  'ITEM_CONCURRENTLY_DELETED',
  'INVALID_ACCESS_TOKEN',
];
