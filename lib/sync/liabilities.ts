import 'server-only';
import { saveLiabilities } from '@/db/queries/sync/products';
import { pullLiabilities } from '@/lib/plaid/liabilities';
import { hasProduct } from './has-product';
import { noteRequest, type Run, type StepEnd } from './run';

/** The terms of cards and loans; what is owed is the accounts' (LIA-9). */
export async function syncLiabilities(run: Run): Promise<StepEnd> {
  if (!hasProduct(run, 'liabilities', ['credit', 'loan'])) return { state: 'not-available' };
  const { liabilities, requestId } = await pullLiabilities(run.accessToken);
  noteRequest(run, requestId);
  run.counts.liabilities = await saveLiabilities(run.claim, liabilities, run.today);
  return { state: 'ready' };
}
