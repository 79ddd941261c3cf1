/** The guarantee behind every hint: with all webhooks lost, this alone brings the same state (TXN-26). */
import 'server-only';
import { listEndingItems, listOpenIntents, purgeOld, raiseStaleJobs } from '@/db/queries/system';
import { log } from '@/lib/log';
import { drainJobs } from './drain-jobs';
import { drainWebhooks } from './drain-webhooks';
import { resumeIntent } from './link-item';
import { finishRemoval } from './remove-item';

const STALE_HOURS = 20;
const INTENT_SECONDS = 120;

export type Swept = { webhooks: number; intents: number; removals: number; raised: number; runs: number };

/** Inbox, interrupted links, unfinished removals, stale and waiting Items. Safe to call twice, or at once (T17). */
export async function sweep({ until }: { until: number }): Promise<Swept> {
  const webhooks = await drainWebhooks(until);
  const intents = await listOpenIntents(INTENT_SECONDS);
  await each(intents, ({ userId, id }) => resumeIntent(userId, id));
  const ending = await listEndingItems();
  await each(ending, ({ userId, itemId }) => finishRemoval(userId, itemId));
  const raised = await raiseStaleJobs(STALE_HOURS);
  const runs = await drainJobs({ until });
  await purgeOld();
  return { webhooks, intents: intents.length, removals: ending.length, raised, runs };
}

/** One that fails, as when its key is missing, does not keep the others waiting (L4). */
async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      log.error({ name: error instanceof Error ? error.name : typeof error }, 'left for the next sweep');
    }
  }
}
