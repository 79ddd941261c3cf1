/** The state of a connection follows the newest evidence, and always has a way back (S12). */
import 'server-only';
import { clearTrouble, saveFacts, saveState } from '@/db/queries/sync/items';
import { needsInstitution, saveInstitution } from '@/db/queries/system';
import { log } from '@/lib/log';
import { PlaidFailure } from '@/lib/plaid/errors';
import { pullInstitution } from '@/lib/plaid/institutions';
import { type ItemStatus, pullItem } from '@/lib/plaid/items';
import type { Verdict } from './judge';
import { noteRequest, type Run } from './run';

const WEEK_MS = 7 * 86_400_000;

/** What a failure says of the Item as a whole; true when the run should go no further. */
export async function noteTrouble(run: Run, verdict: Verdict, error: unknown): Promise<boolean> {
  const { userId, itemId } = run.claim;
  const errorType = error instanceof PlaidFailure ? error.type : null;
  switch (verdict.item) {
    case 'needs-repair':
    case 'institution-trouble':
      await saveState(userId, itemId, { state: verdict.item, errorType, errorCode: verdict.code });
      return verdict.item === 'needs-repair';
    case 'look':
      return isOver(run, verdict.code);
    case 'circuit':
      // Keys or requests of ours are wrong: no Item is blamed, an operator has to look.
      log.error({ code: verdict.code, itemId }, 'Plaid refuses this configuration');
      return true;
    default:
      return false;
  }
}

/** After a run that got through: trouble that only calls can show is over, and how fresh the bank's data is. */
export async function noteSuccess(run: Run): Promise<void> {
  const { userId, itemId, at } = run.claim;
  const isServed = !run.problems['accounts'] && !run.problems['transactions'];
  if (isServed) await clearTrouble(userId, itemId, ['needs-repair', 'institution-trouble', 'revoked'], at);
  const trouble = await besideThePoint(run, () => readStatus(run));
  if (trouble) await noteNeed(run, trouble);
}

/** What is good to know fails without consequence: it is noted, and the next run asks again. */
async function besideThePoint(run: Run, work: () => Promise<void>): Promise<PlaidFailure | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof PlaidFailure)) throw error;
    run.problems['item'] = error.code;
    return error;
  }
}

async function readStatus(run: Run): Promise<void> {
  const status = await pullItem(run.accessToken);
  noteRequest(run, status.requestId);
  const facts = {
    consentExpiresAt: status.consentExpiresAt,
    ...(status.bankReachedAt ? { bankReachedAt: status.bankReachedAt } : {}),
  };
  await saveFacts(run.claim, facts, status.reached);
  await noteStatus(run, status);
  await besideThePoint(run, () => keepInstitution(status.plaidInstitutionId));
}

/** `/item/get` is the only call that tells of trouble without failing (ITM-2), and of consent that ends (OAU-10). */
async function noteStatus(run: Run, { error, consentExpiresAt }: ItemStatus): Promise<void> {
  if (error) return noteNeed(run, new PlaidFailure(error));
  const { userId, itemId, at } = run.claim;
  const endsSoon = consentExpiresAt && consentExpiresAt.getTime() - at.getTime() < WEEK_MS;
  if (endsSoon) await saveState(userId, itemId, { state: 'repair-soon', errorCode: 'PENDING_EXPIRATION' });
  else if (isOutdated(run)) await clearTrouble(userId, itemId, ['repair-soon'], at);
}

async function noteNeed({ claim }: Run, { kind, type, code }: PlaidFailure): Promise<void> {
  if (kind !== 'needs-user') return;
  const { userId, itemId } = claim;
  await saveState(userId, itemId, { state: 'needs-repair', errorType: type, errorCode: code });
}

/** A warning that has gone by: consent was renewed, or the bank still serves us after the day it named. */
function isOutdated({ item, claim }: Run): boolean {
  if (item.errorCode === 'PENDING_EXPIRATION') return true;
  return item.disconnectsAt !== null && item.disconnectsAt < claim.at;
}

/** An end is believed only when `/item/get` says the same (T6); then history stays, read-only. */
async function isOver(run: Run, code: string): Promise<boolean> {
  const { userId, itemId } = run.claim;
  const found = await lookAt(run.accessToken);
  if (found?.kind === 'needs-user') {
    await saveState(userId, itemId, { state: 'needs-repair', errorType: found.type, errorCode: found.code });
    return true;
  }
  if (found?.kind !== 'ended') return false;
  await saveState(userId, itemId, { state: 'revoked', errorType: found.type, errorCode: code });
  return true;
}

/** What is wrong with an Item according to `/item/get`, or null when it is well. */
export async function lookAt(accessToken: string): Promise<PlaidFailure | null> {
  try {
    const { error } = await pullItem(accessToken);
    return error ? new PlaidFailure(error) : null;
  } catch (error) {
    if (error instanceof PlaidFailure) return error;
    throw error;
  }
}

async function keepInstitution(plaidInstitutionId: string | null): Promise<void> {
  if (!plaidInstitutionId || !(await needsInstitution(plaidInstitutionId))) return;
  await saveInstitution(await pullInstitution(plaidInstitutionId));
}
