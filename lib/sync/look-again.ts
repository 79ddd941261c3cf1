/** The schedule's own errands at one Item, beside its runs. */
import 'server-only';
import { clearTrouble, findSyncItem, saveState, saveWebhookUrl } from '@/db/queries/sync/items';
import { raiseWant } from '@/db/queries/sync/jobs';
import { markLooked, replaceToken, unmarkRotation } from '@/db/queries/sync/tokens';
import type { ItemKey } from '@/db/queries/system';
import { log } from '@/lib/log';
import { moveWebhook } from '@/lib/plaid/items';
import { open, seal } from '@/lib/secrets';
import { lookAt } from './health';

/** Asks `/item/get` what is true of an Item in doubt, and believes it (S12). */
export async function lookAgain({ userId, itemId }: ItemKey): Promise<void> {
  const item = await beginErrand({ userId, itemId });
  if (!item) return;
  const trouble = await lookAt(item.accessToken);
  if (trouble?.kind === 'passing' || trouble?.kind === 'held' || trouble?.kind === 'our-fault') return;
  if (!trouble) {
    await clearTrouble(userId, itemId, ['needs-repair', 'institution-trouble', 'revoked']);
    if (item.state !== 'healthy') await raiseWant(userId, itemId, 'cron');
  } else if (trouble.kind === 'needs-user' || trouble.kind === 'ended') {
    const state = trouble.kind === 'ended' ? 'revoked' : 'needs-repair';
    await saveState(userId, itemId, { state, errorType: trouble.type, errorCode: trouble.code });
    if (trouble.code === 'INVALID_ACCESS_TOKEN') {
      log.error(
        { itemId, requestId: trouble.requestId },
        'an access token is dead; its owner has to connect again',
      );
    }
  }
  await unmarkRotation(userId, itemId);
}

/** Has the Item's webhooks sent to where this app is now (ITM-7). */
export async function redirectWebhooks({ userId, itemId }: ItemKey, url: string): Promise<void> {
  const item = await beginErrand({ userId, itemId });
  if (!item) return;
  await moveWebhook(item.accessToken, url);
  await saveWebhookUrl(userId, itemId, url);
}

/** Seals the token with the first key of today; the old key may go when none is left (R16). */
export async function sealAnew({ userId, itemId }: ItemKey): Promise<void> {
  const item = await findSyncItem(userId, itemId);
  if (!item) return;
  const place = `items.access_token:${itemId}` as const;
  const from = item.accessTokenSealed;
  await replaceToken(userId, itemId, { from, to: seal(open(from, place), place) });
}

async function beginErrand({ userId, itemId }: ItemKey) {
  await markLooked(userId, itemId);
  const item = await findSyncItem(userId, itemId);
  if (!item || item.state === 'ending') return null;
  return { state: item.state, accessToken: open(item.accessTokenSealed, `items.access_token:${itemId}`) };
}
