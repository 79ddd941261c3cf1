'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { markReplacementsRead, settleWithdrawn } from '@/db/queries/replacements';
import { markReplacing } from '@/db/queries/sync/replacement';
import { userAction } from '@/lib/action';
import { confirmedReplacement, connectionOf, withdrawnAccount } from '@/lib/connections/form';
import { drainJobs, workUntil } from '@/lib/sync/drain-jobs';
import { replaceConnection } from '@/lib/sync/replace-item';

/** The person has seen the preview and says yes. */
export const confirmReplacement = userAction(confirmedReplacement, async (userId, { itemId, by, pairs }) => {
  await replaceConnection(userId, { formerId: itemId, presentId: by }, pairs);
  after(() => drainJobs({ until: workUntil(), wait: true }));
  redirect(`/settings/connections/${by}` as Route);
});

/** They are two: the new connection counts for itself. */
export const keepBoth = userAction(connectionOf, async (userId, { itemId }) => {
  await markReplacing(userId, itemId, null);
  redirect(`/settings/connections/${itemId}` as Route);
});

/** The person has read what came along and what did not. */
export const putAway = userAction(connectionOf, async (userId, { itemId }) => {
  await markReplacementsRead(userId, itemId);
  refresh();
});

/** What becomes of an account that the person took back. */
export const settleAccount = userAction(withdrawnAccount, async (userId, { accountId, word }) => {
  await settleWithdrawn(userId, accountId, word);
  refresh();
});
