import 'server-only';
import { saveStreams } from '@/db/queries/sync/products';
import { categoryForPlaid } from '@/lib/categories/taxonomy';
import { pullStreams } from '@/lib/plaid/recurring';
import { noteRequest, type Run, type StepEnd } from './run';

/** Streams are whole only once all history is there (REC-5); the caller sees to that. */
export async function syncRecurring(run: Run): Promise<StepEnd> {
  const { streams, requestId } = await pullStreams(run.accessToken);
  noteRequest(run, requestId);
  run.counts.streams = await saveStreams(
    run.claim,
    streams.map(({ plaidCategoryPrimary, plaidCategoryDetailed, ...stream }) => ({
      ...stream,
      categoryId: categoryForPlaid(plaidCategoryPrimary, plaidCategoryDetailed),
    })),
  );
  return { state: 'ready' };
}
