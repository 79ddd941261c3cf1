'use server';

import { refresh } from 'next/cache';
import { updateAccount } from '@/db/queries/accounts';
import { accountHiding, accountRename } from '@/lib/accounts/schema';
import { userAction } from '@/lib/action';

export const renameAccount = userAction(accountRename, async (userId, { accountId, displayName }) => {
  await updateAccount(userId, accountId, { displayName });
  refresh();
});

/** Leaves the account out of every total and list, or takes it in again. */
export const hideAccount = userAction(accountHiding, async (userId, { accountId, isHidden }) => {
  await updateAccount(userId, accountId, { isHidden });
  refresh();
});
