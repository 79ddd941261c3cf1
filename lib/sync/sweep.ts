/** The guarantee behind every hint: with all webhooks lost, this alone brings the same state (TXN-26). */
import 'server-only';
import { listEndingItems, listOpenIntents, purgeOld } from '@/db/queries/system';
import { purgeCalls } from '@/db/queries/system/plaid-calls';
import {
  dropOldPages,
  endLostRuns,
  listItemsInDoubt,
  listMisdirectedItems,
  listSealedByOthers,
  raiseStaleJobs,
  raiseWithoutBalance,
  reviveOrphans,
} from '@/db/queries/system/schedule';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { webhookUrl } from '@/lib/plaid/link';
import { drainJobs } from './drain-jobs';
import { drainWebhooks } from './drain-webhooks';
import { resumeIntent } from './link-item';
import { lookAgain, redirectWebhooks, sealAnew } from './look-again';
import { finishRemoval } from './remove-item';

/** For a process that comes by every few seconds. */
const STALE_HOURS = 20;
const INTENT_SECONDS = 120;

/** How many of each were found and seen to. */
export type Swept = {
  /** Webhooks that came before their Item, and webhooks worked off. */
  revived: number;
  webhooks: number;
  /** Links that were interrupted, removals that Plaid had not confirmed. */
  intents: number;
  removals: number;
  /** Items asked after since their evidence was old or in contradiction, and Items whose webhooks went elsewhere. */
  looks: number;
  redirected: number;
  /** Tokens sealed with the first key. */
  resealed: number;
  /** Items wanted for their age, and for a balance of today. */
  raised: number;
  balances: number;
  /** Pages and logs that runs left behind. */
  pages: number;
  lostRuns: number;
  runs: number;
};

type Sweep = { until: number; staleHours?: number };

/**
 * Takes up whatever was left, then runs what is due. Safe to call twice, or at once (T17). `staleHours`: how long
 * ago an Item may have been looked at; 0 looks at all of them (L1).
 */
export async function sweep({ until, staleHours = STALE_HOURS }: Sweep): Promise<Swept> {
  const revived = await reviveOrphans();
  const webhooks = await drainWebhooks(until);
  const intents = await each(await listOpenIntents(INTENT_SECONDS), ({ userId, id }) =>
    resumeIntent(userId, id),
  );
  const removals = await each(await listEndingItems(), ({ userId, itemId }) => finishRemoval(userId, itemId));
  const looks = await each(await listItemsInDoubt(), lookAgain);
  const redirected = await sendWebhooksHere();
  const resealed = await each(await listSealedByOthers(env().ENCRYPTION_KEYS[0]?.id ?? ''), sealAnew);
  const pages = await dropOldPages();
  const lostRuns = await endLostRuns();
  const raised = await raiseStaleJobs(staleHours);
  const balances = await raiseWithoutBalance();
  const runs = await drainJobs({ until });
  await purgeOld();
  await purgeCalls();
  const items = { intents, removals, looks, redirected, resealed };
  return { revived, webhooks, ...items, raised, balances, pages, lostRuns, runs };
}

async function sendWebhooksHere(): Promise<number> {
  const url = webhookUrl();
  return url ? each(await listMisdirectedItems(url), (item) => redirectWebhooks(item, url)) : 0;
}

/** One that fails, as when its key is missing, does not keep the others waiting (L4). Answers how many there were. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number> {
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      log.error({ name: error instanceof Error ? error.name : typeof error }, 'left for the next sweep');
    }
  }
  return all.length;
}
