import 'server-only';
import { listUnhandledWebhooks, settleWebhooks, type StoredWebhook } from '@/db/queries/webhooks';
import { groupBy } from '@/lib/core/group-by';
import { log } from '@/lib/log';
import { handleWebhook, workOf } from './handle-webhook';
import { isTimeUp } from './stop';

/**
 * Works off the inbox, oldest first; what asks for the same is one piece of work (R11). Work that fails stays
 * in the inbox and does not hold up the others. Answers how many were worked off.
 */
export async function drainWebhooks(until: number): Promise<number> {
  let handled = 0;
  for (const same of groupBy(await listUnhandledWebhooks(), workOf).values()) {
    if (isTimeUp(until)) break;
    const outcome = await handleAll(same);
    await settleWebhooks(
      same.map(({ id }) => id),
      outcome,
    );
    if (outcome !== null) handled += same.length;
  }
  return handled;
}

/** The newest speaks for all: it is the latest evidence. Null when the work failed. */
async function handleAll(same: readonly StoredWebhook[]): Promise<string | null> {
  const newest = same.at(-1);
  if (!newest) return null;
  try {
    return await handleWebhook(newest, same.length);
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    log.error({ type: newest.type, code: newest.code, name }, 'a webhook was not worked off');
    return null;
  }
}
