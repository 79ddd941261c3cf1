'use server';

import { refresh } from 'next/cache';
import { after } from 'next/server';
import { userAction } from '@/lib/action';
import { connectionOf, repairedConnection } from '@/lib/connections/form';
import { drainJobs, workUntil } from '@/lib/sync/drain-jobs';
import { removeItem } from '@/lib/sync/remove-item';
import { repairDone as markRepaired } from '@/lib/sync/repair-item';
import { askForRefresh } from '@/lib/sync/refresh';

/** After update mode: clears the warning and fetches what was missed (UPD-3, UPD-4). */
export const repairDone = userAction(repairedConnection, async (userId, { itemId, chosen }) => {
  await markRepaired(userId, itemId, { hasChosen: chosen });
  after(() => drainJobs({ until: workUntil(), wait: true }));
});

/** Asks the bank for what is new, at most once a minute. */
export const refreshConnection = userAction(connectionOf, async (userId, { itemId }) => {
  const lookAtBank = await askForRefresh(userId, itemId);
  after(async () => {
    await drainJobs({ until: workUntil() });
    await lookAtBank();
    await drainJobs({ until: workUntil(), wait: true });
  });
  refresh();
  return 'Asked the bank. New transactions appear as they come.';
});

/** Ends the connection and deletes its data (SEC-6); says whether Plaid has confirmed it yet (S11). */
export const removeConnection = userAction(connectionOf, async (userId, { itemId }) => {
  const isConfirmed = await removeItem(userId, itemId);
  return isConfirmed
    ? 'Plaid has confirmed that its access to the bank has ended.'
    : 'Plaid has not confirmed the end of its access yet. We ask again until it does.';
});
