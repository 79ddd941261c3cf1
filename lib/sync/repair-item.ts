import 'server-only';
import { clearTrouble, findSyncItem, markNewAccounts, saveState } from '@/db/queries/sync/items';
import { raiseWant } from '@/db/queries/sync/jobs';
import { notFound } from '@/lib/core/errors';
import type { ItemId, UserId } from '@/lib/core/id';
import { createUpdateToken, type LinkToken } from '@/lib/plaid/link';
import { open } from '@/lib/secrets';
import { lookAt } from './health';

/** A link token for repairing a connection, or for choosing its accounts; only for its owner (UPD-11). */
export async function startRepair(
  userId: UserId,
  itemId: ItemId,
  options: { accountSelection: boolean },
): Promise<LinkToken> {
  const accessToken = await tokenOf(userId, itemId);
  return createUpdateToken(userId, { accessToken, ...options });
}

/**
 * After update mode: its public token is not exchanged (UPD-3). The warning goes when `/item/get` shows that
 * nothing is wrong any more, and a sync brings what was missed (UPD-4). The work itself is `drainJobs`.
 */
export async function repairDone(userId: UserId, itemId: ItemId): Promise<void> {
  const trouble = await lookAt(await tokenOf(userId, itemId));
  if (!trouble) {
    await clearTrouble(userId, itemId, ['needs-repair', 'repair-soon', 'institution-trouble', 'revoked']);
  } else if (trouble.kind === 'needs-user') {
    await saveState(userId, itemId, {
      state: 'needs-repair',
      errorType: trouble.type,
      errorCode: trouble.code,
    });
  }
  await markNewAccounts(userId, itemId, false);
  await raiseWant(userId, itemId, 'repair');
}

async function tokenOf(userId: UserId, itemId: ItemId): Promise<string> {
  const item = await findSyncItem(userId, itemId);
  if (!item || item.state === 'ending') throw notFound('connection');
  return open(item.accessTokenSealed, `items.access_token:${itemId}`);
}
