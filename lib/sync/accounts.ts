import 'server-only';
import { saveAccounts } from '@/db/queries/sync/accounts';
import { saveFacts } from '@/db/queries/sync/items';
import { matchAccounts } from '@/lib/connections/match-accounts';
import { type PulledAccounts, pullAccounts } from '@/lib/plaid/accounts';
import { waitIfDuplicate } from './duplicates';
import { takePlace } from './replace-item';
import { noteRequest, type Run, type StepEnd } from './run';

/** The accounts that the bank serves now, their balances, and what Plaid says of the connection itself. */
export async function syncAccounts(run: Run): Promise<StepEnd> {
  const found = await pullAccounts(run.accessToken);
  const { accounts, item, requestId } = found;
  noteRequest(run, requestId);
  await settleBank(run, found);
  run.counts.accounts = await saveAccounts(run.claim, accounts, {
    today: run.today,
    at: run.claim.at,
    match: matchAccounts,
  });
  await saveFacts(run.claim, {
    consentExpiresAt: item.consentExpiresAt,
    needsPresence: item.needsPresence,
    webhookUrl: item.webhookUrl,
    ...(item.plaidInstitutionId ? { plaidInstitutionId: item.plaidInstitutionId } : {}),
    ...(item.institutionName ? { institutionName: item.institutionName } : {}),
  });
  run.facts = item;
  run.accountTypes = new Set(accounts.map(({ type }) => type));
  // Also where the process that linked it did not come this far (DUP-4).
  if (run.item.initialUpdateAt === null) await takePlace(run.claim.userId, run.claim.itemId);
  return { state: 'ready' };
}

/** Where the process that linked it did not come this far. */
async function settleBank({ item, claim }: Run, found: PulledAccounts): Promise<void> {
  if (item.plaidInstitutionId !== null || item.replacesItemId !== null) return;
  await waitIfDuplicate(claim.userId, claim.itemId, found);
}
