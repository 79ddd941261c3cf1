import 'server-only';
import { listUnhandledWebhooks, settleWebhook } from '@/db/queries/system';
import { log } from '@/lib/log';
import { handleWebhook } from './handle-webhook';
import { isTimeUp } from './stop';

/** Works off the inbox, oldest first; one that fails stays in it and does not hold up the others. */
export async function drainWebhooks(until: number): Promise<number> {
  let handled = 0;
  for (const webhook of await listUnhandledWebhooks()) {
    if (isTimeUp(until)) break;
    const outcome = await handleWebhook(webhook).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : typeof error;
      log.error({ type: webhook.type, code: webhook.code, name }, 'a webhook was not worked off');
      return null;
    });
    await settleWebhook(webhook.id, outcome);
    if (outcome !== null) handled += 1;
  }
  return handled;
}
