/** A new connection takes the place of one that it was made for, with its accounts, history and edits. */
import 'server-only';
import { findSyncItem } from '@/db/queries/sync/items';
import { listOlderAt } from '@/db/queries/sync/links';
import { getToday } from '@/db/queries/sync/person';
import {
  type AccountPair,
  markReplacing,
  type ReplacedAccount,
  replaceItem,
} from '@/db/queries/sync/replacement';
import { matchAccounts } from '@/lib/connections/match-accounts';
import { matchRows } from '@/lib/connections/match-rows';
import { endsEarlierLogIns } from '@/lib/connections/one-session-banks';
import type { ItemId, UserId } from '@/lib/core/id';
import { open } from '@/lib/secrets';
import { lookAt } from './health';
import { finishRemoval } from './remove-item';

type Both = { formerId: ItemId; presentId: ItemId };

/**
 * Does what the person confirmed: these accounts go on as those. The former connection is ended at Plaid now or by
 * a later try (S11). Confirming twice is confirming once; throws not-found, or a conflict when accounts changed.
 */
export async function replaceConnection(
  userId: UserId,
  { formerId, presentId }: Both,
  pairs: AccountPair[],
): Promise<void> {
  await replace(userId, { formerId, presentId }, { isAutomatic: false, choose: () => pairs });
}

/**
 * At banks that keep one connection per log-in (DUP-4) the new one takes the place of the one that it has ended,
 * without a question, where the bank's lasting ids show that it is the same log-in and every account is found
 * again. Otherwise it waits for the person. Safe to call again; nothing happens at other banks.
 */
export async function takePlace(userId: UserId, itemId: ItemId): Promise<void> {
  const item = await findSyncItem(userId, itemId);
  const bank = { id: item?.plaidInstitutionId ?? null, name: item?.institutionName ?? null };
  if (!item || bank.id === null || !endsEarlierLogIns(bank)) return;
  for (const formerId of await listOlderAt(userId, itemId, bank.id)) {
    if (!(await hasEnded(userId, formerId))) continue;
    const both = { formerId, presentId: itemId };
    const isDone = await replace(userId, both, { isAutomatic: true, choose: certainPairs });
    if (!isDone) await markReplacing(userId, itemId, formerId);
    return;
  }
}

type Way = {
  isAutomatic: boolean;
  choose: (f: ReplacedAccount[], p: ReplacedAccount[]) => AccountPair[] | null;
};

async function replace(userId: UserId, both: Both, way: Way): Promise<boolean> {
  const today = await getToday(userId);
  const isDone = await replaceItem(userId, { ...both, ...way, today, match: matchRows });
  if (isDone) await finishRemoval(userId, both.formerId);
  return isDone;
}

/** Believed from Plaid alone: a second person's log-in at the bank may share an account, and ends nothing. */
async function hasEnded(userId: UserId, itemId: ItemId): Promise<boolean> {
  const item = await findSyncItem(userId, itemId);
  if (!item || item.state === 'ending') return false;
  const trouble = await lookAt(open(item.accessTokenSealed, `items.access_token:${itemId}`));
  return trouble?.kind === 'needs-user' || trouble?.kind === 'ended';
}

/** One lasting id proves the log-in; then every open account must have its own counterpart, or nobody is certain. */
function certainPairs(former: ReplacedAccount[], present: ReplacedAccount[]): AccountPair[] | null {
  const { matches, former: rest } = matchAccounts(former, present);
  const isCertain =
    matches.some(({ by }) => by === 'persistent-id') && rest.every(({ closedAt }) => closedAt);
  return isCertain ? matches.map((pair) => ({ former: pair.former.id, present: pair.present.id })) : null;
}
