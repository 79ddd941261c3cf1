import { notFound } from 'next/navigation';
import { cache } from 'react';
import { type AccountRow, findAccount } from '@/db/queries/accounts';
import { requireUserId } from '@/lib/auth';
import type { AccountId, UserId } from '@/lib/core/id';
import { isUuid } from '@/lib/core/id';

/** The account that the address names; a stranger's and a missing one are both "not found" (T1). */
export const readAccount = cache(
  async (accountId: string): Promise<{ userId: UserId; account: AccountRow }> => {
    const userId = await requireUserId();
    const account = isUuid(accountId) ? await findAccount(userId, accountId as AccountId) : null;
    if (!account) notFound();
    return { userId, account };
  },
);
