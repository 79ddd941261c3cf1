/** A bank that is linked already counts once: the second connection is refused, or waits for its person's word. */
import 'server-only';
import { type KnownAccount, listKnownAccounts } from '@/db/queries/sync/links';
import { markReplacing } from '@/db/queries/sync/replacement';
import { type Duplicate, findDuplicate } from '@/lib/connections/find-duplicate';
import { endsEarlierLogIns } from '@/lib/connections/one-session-banks';
import type { ItemId, UserId } from '@/lib/core/id';
import type { PulledAccounts } from '@/lib/plaid/accounts';

/** What Link told was a hint (LNK-11); this is by what Plaid itself says (DUP-7). */
export function duplicateOf(
  { item, accounts }: PulledAccounts,
  known: readonly KnownAccount[],
): Duplicate<ItemId> | null {
  // There the first connection has ended by now, and the new one takes its place (DUP-4).
  if (endsEarlierLogIns({ id: item.plaidInstitutionId, name: item.institutionName })) return null;
  const offered = accounts.map(({ bankName, mask }) => ({ name: bankName, mask }));
  const working = findDuplicate(
    offered,
    known.filter(({ hasEnded }) => !hasEnded),
  );
  if (working) return working;
  // An ended one is still in every total, and would count beside the new one; it is no reason to refuse that.
  const ended = findDuplicate(offered, known);
  return ended && { ...ended, isSure: false };
}

/** For an Item whose link stopped before its accounts were read, so that nobody hears of a refusal any more. */
export async function waitIfDuplicate(userId: UserId, itemId: ItemId, found: PulledAccounts): Promise<void> {
  const bankId = found.item.plaidInstitutionId;
  if (bankId === null) return;
  const known = await listKnownAccounts(userId, bankId);
  const duplicate = duplicateOf(
    found,
    known.filter((account) => account.itemId !== itemId),
  );
  if (duplicate) await markReplacing(userId, itemId, duplicate.itemId);
}
