import { SummaryLine } from '@/components/transactions/summary-line';
import { sumTransactions } from '@/db/queries/transactions';
import { getProfile } from '@/db/queries/users';
import type { SearchParams } from '@/lib/transactions/filter';
import { summarise } from '@/lib/transactions/summary';
import { accountsOf, readRequest } from './request';

/** What the shown transactions, on this page and all others, add up to. */
export async function Sums({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { userId, filter } = await readRequest(searchParams);
  const [sums, profile, accounts] = await Promise.all([
    sumTransactions(userId, filter),
    getProfile(userId),
    accountsOf(userId),
  ]);
  if (accounts.length === 0) return null;
  return <SummaryLine summary={summarise(sums)} home={profile.currency} />;
}
