/** Queries about accounts that end or go on elsewhere, called by one person with another person's ids. */
import { asUser } from '@/db/client';
import * as replacements from '@/db/queries/replacements';
import * as accountEnds from '@/db/queries/sync/account-ends';
import { retryCollisions } from '@/db/queries/sync/jobs';
import * as keptRows from '@/db/queries/sync/kept-rows';
import * as links from '@/db/queries/sync/links';
import * as removal from '@/db/queries/sync/removal';
import * as replacement from '@/db/queries/sync/replacement';
import { AT, type Call, leaseOf, served, TODAY } from './stranger-values';

/** Pairs whatever it is given. */
export const matchAll: keptRows.MatchRows = (former, present) => ({
  pairs: former.flatMap((one, index) => {
    const other = present[index];
    return other ? [{ former: one, present: other }] : [];
  }),
});

export const RELINK_CALLS: Record<string, Call> = {
  'replacements.getReplacement': (ann, bob) => replacements.getReplacement(ann, bob.itemId, bob.itemId),
  'replacements.listRowsToCompare': (ann, bob) => replacements.listRowsToCompare(ann, [bob.accountId]),
  'replacements.listLinkedAccounts': (ann) => replacements.listLinkedAccounts(ann),
  'replacements.listReplacements': (ann, bob) => replacements.listReplacements(ann, bob.itemId),
  'replacements.listLostEdits': (ann, bob) => replacements.listLostEdits(ann, bob.itemId),
  'replacements.markReplacementsRead': (ann, bob) => replacements.markReplacementsRead(ann, bob.itemId),
  'replacements.listWithdrawn': (ann, bob) => replacements.listWithdrawn(ann, bob.itemId),
  'replacements.settleWithdrawn': (ann, bob) => replacements.settleWithdrawn(ann, bob.accountId, 'delete'),
  'sync/account-ends.followNewIds': (ann, bob) =>
    asUser(ann, (tx) => accountEnds.followNewIds(tx, leaseOf(ann, bob), [served], () => ({ matches: [] }))),
  'sync/account-ends.closeMissing': (ann, bob) =>
    asUser(ann, (tx) => accountEnds.closeMissing(tx, leaseOf(ann, bob), [], AT)),
  'sync/account-ends.noteRevoked': (ann, bob) => accountEnds.noteRevoked(ann, bob.itemId, 'Bob-account'),
  'sync/account-ends.noteChosen': (ann, bob) => accountEnds.noteChosen(ann, bob.itemId),
  'sync/account-ends.findFormerIds': (ann, bob) =>
    asUser(ann, (tx) => accountEnds.findFormerIds(tx, leaseOf(ann, bob))),
  'sync/replacement.replaceItem': (ann, bob) =>
    replacement.replaceItem(ann, {
      formerId: bob.itemId,
      presentId: bob.itemId,
      isAutomatic: false,
      today: TODAY,
      choose: () => [{ former: bob.accountId, present: bob.accountId }],
      match: matchAll,
    }),
  'sync/jobs.retryCollisions': () => retryCollisions(async () => null),
  'sync/removal.endItem': (ann, bob) => asUser(ann, (tx) => removal.endItem(tx, ann, bob.itemId)),
  'sync/replacement.markReplacing': (ann, bob) => replacement.markReplacing(ann, bob.itemId, null),
  'sync/links.listOlderAt': (ann, bob) => links.listOlderAt(ann, bob.itemId, 'ins_shared'),
  'sync/kept-rows.keepRows': (ann, bob) => asUser(ann, (tx) => keptRows.keepRows(tx, ann, bob.accountId)),
  'sync/kept-rows.listKeepingAccounts': (ann, bob) =>
    asUser(ann, (tx) => keptRows.listKeepingAccounts(tx, leaseOf(ann, bob))),
  'sync/kept-rows.settleKept': (ann, bob) =>
    asUser(ann, (tx) => keptRows.settleKept(tx, ann, bob.accountId, { from: null, match: matchAll })),
  'sync/kept-rows.listLiveRows': (ann, bob) =>
    asUser(ann, (tx) => keptRows.listLiveRows(tx, ann, bob.accountId)),
};
