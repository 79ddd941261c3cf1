import { requireViewer } from '@/lib/auth';
import { route } from '@/lib/http';
import { download } from './download';

/** All of a person's transactions as `transactions.csv` or `.json`, with the filters of the list. */
export const GET = route(async (request) => {
  const userId = await requireViewer();
  const { pathname, searchParams } = new URL(request.url);
  return download(userId, pathname.split('/').at(-1) ?? '', searchParams);
});
