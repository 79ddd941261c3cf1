import 'server-only';
import { saveOwners } from '@/db/queries/sync/identity';
import { pullOwners } from '@/lib/plaid/identity';
import { noteRequest, type Run, type StepEnd } from './run';

/**
 * Names of the owners, where the person agreed to it: read once, and again when the bank or the accounts say that
 * there is news. Never asked just to see: it is charged for (IDN-3, LT-10).
 */
export async function syncIdentity(run: Run): Promise<StepEnd> {
  const { products = [], consentedProducts = [] } = run.facts ?? {};
  if (![...products, ...consentedProducts].includes('identity')) return { state: 'not-available' };
  const { owners, requestId } = await pullOwners(run.accessToken);
  noteRequest(run, requestId);
  run.counts.owners = await saveOwners(run.claim, owners);
  return { state: 'ready' };
}
