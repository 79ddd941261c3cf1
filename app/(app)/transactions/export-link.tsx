import { DownloadLink } from '@/components/transactions/download-link';
import { filterQuery, type SearchParams } from '@/lib/transactions/filter';
import { accountsOf, readRequest } from './request';

/** What is shown, as a file. */
export async function ExportLink({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { userId, filter } = await readRequest(searchParams);
  if ((await accountsOf(userId)).length === 0) return null;
  return <DownloadLink query={filterQuery(filter)} />;
}
