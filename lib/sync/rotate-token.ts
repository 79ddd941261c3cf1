/**
 * A new access token for an Item, as after a leak (TOK-5). The old one dies with the call, so the new one is stored
 * at once, whatever else happens. Should the process stop between Plaid's answer and that commit, nobody has the new
 * token: the mark that was set before tells so, the schedule looks, and the person connects the bank again, with
 * their history kept.
 */
import 'server-only';
import { findSyncItem } from '@/db/queries/sync/items';
import { type Claim, claimJob, finishJob, raiseWant } from '@/db/queries/sync/jobs';
import { markRotation, replaceToken, unmarkRotation } from '@/db/queries/sync/tokens';
import type { ItemKey } from '@/db/queries/system';
import { log } from '@/lib/log';
import { PlaidFailure } from '@/lib/plaid/errors';
import { invalidateToken } from '@/lib/plaid/items';
import { open, seal } from '@/lib/secrets';
import './budget';
import { pause } from './stop';

/** `busy`: a run holds the Item, try again. `refused`: Plaid changed nothing. `unsure`: the schedule will look. */
export type Rotation = 'rotated' | 'busy' | 'gone' | 'refused' | 'unsure';

const TRIES_TO_STORE = 8;

/** Under the Item's lease, so that no run asks with a token that is about to die. */
export async function rotateToken({ userId, itemId }: ItemKey): Promise<Rotation> {
  const claim = await claimJob(userId, itemId);
  if (!claim) return 'busy';
  try {
    return await rotate(claim);
  } finally {
    const { want, attempts } = claim;
    await finishJob(claim, { want, isServed: false, retryInSeconds: null, attempts });
  }
}

async function rotate(claim: Claim): Promise<Rotation> {
  const { userId, itemId } = claim;
  const item = await findSyncItem(userId, itemId);
  if (!item || item.state === 'ending') return 'gone';
  const place = `items.access_token:${itemId}` as const;
  const from = item.accessTokenSealed;
  const old = open(from, place);
  await markRotation(claim);
  try {
    const fresh = await invalidateToken(old);
    await store(() => replaceToken(userId, itemId, { from, to: seal(fresh, place) }));
    await raiseWant(userId, itemId, 'cron');
    return 'rotated';
  } catch (error) {
    if (!(error instanceof PlaidFailure)) throw error;
    const { code, kind, requestId } = error;
    log.warn({ itemId, code, requestId }, 'an access token was not renewed');
    // No answer, or half of one: Plaid may have made a new token that never arrived.
    if (kind === 'passing' || kind === 'unknown') return 'unsure';
    await unmarkRotation(userId, itemId);
    return 'refused';
  }
}

/** A database that is away for a moment must not cost the Item. */
async function store(write: () => Promise<boolean>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await write();
      return;
    } catch (error) {
      if (attempt >= TRIES_TO_STORE) throw error;
      await pause(100 * 2 ** attempt);
    }
  }
}
