import { cache } from 'react';
import { listAccounts } from '@/db/queries/accounts';
import { requireUserId } from '@/lib/auth';
import { isUuid, type UserId } from '@/lib/core/id';
import { type Place, readPlace } from '@/lib/transactions/cursor';
import { readFilter, type SearchParams, type TransactionFilter } from '@/lib/transactions/filter';

export type ListRequest = {
  userId: UserId;
  filter: TransactionFilter;
  /** Sentences about what the address asks for and cannot have. */
  problems: string[];
  after: Place | null;
  before: Place | null;
  /** The row whose panel is open. */
  open: string | null;
};

/** The person's accounts, read once for the filter, the check of it, and the empty states. */
export const accountsOf = cache(listAccounts);

/** What the address asks for, once it is known who asks: an account that is not theirs is not a filter. */
export async function readRequest(searchParams: Promise<SearchParams>): Promise<ListRequest> {
  const [userId, params] = await Promise.all([requireUserId(), searchParams]);
  const { filter, problems } = readFilter(params);
  const sentences = Object.values(problems);
  if (filter.accountId) {
    const isOwn = (await accountsOf(userId)).some(({ id }) => id === filter.accountId);
    if (!isOwn) {
      filter.accountId = null;
      sentences.push('There is no such account, so all accounts are shown.');
    }
  }
  const open = typeof params['open'] === 'string' && isUuid(params['open']) ? params['open'] : null;
  const [after, before] = [readPlace(params['after']), readPlace(params['before'])];
  return { userId, filter, problems: sentences, after, before, open };
}
