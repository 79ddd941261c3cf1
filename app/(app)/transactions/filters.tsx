import { FilterBar } from '@/components/transactions/filter-bar';
import { Notice } from '@/components/ui/notice';
import { findFirstDay } from '@/db/queries/transactions';
import { getToday } from '@/lib/today';
import type { SearchParams } from '@/lib/transactions/filter';
import { monthsBack } from '@/lib/transactions/months';
import { accountsOf, readRequest } from './request';

/** The filter as a sentence, with what there is to choose from. */
export async function Filters({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { userId, filter, problems } = await readRequest(searchParams);
  const [accounts, firstDay, today] = await Promise.all([
    accountsOf(userId),
    findFirstDay(userId),
    getToday(userId),
  ]);
  // With nothing to choose from, the empty list says what to do.
  if (accounts.length === 0) return null;
  return (
    <>
      {problems.length > 0 && <Notice title={problems.join(' ')} className="mb-3" />}
      <FilterBar
        filter={filter}
        accounts={accounts.map(({ id, name, mask }) => ({ id, name, mask }))}
        months={monthsBack(today, firstDay)}
      />
    </>
  );
}
