/** Fills a running app with the demo household, by the door that everybody uses: link, exchange, sync. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { UserId } from '@/lib/core/id';
import { openDemoHousehold } from '@/lib/sync/demo-household';
import { drainJobs } from '@/lib/sync/drain-jobs';
import { getConnection, listConnections } from './queries/connections';

const LIMIT_MS = 90_000;

const until = Date.now() + LIMIT_MS;
const { id } = await openDemoHousehold();
// The app works on the same queue, so that some of it may be in its hands when there is nothing left for us.
while (await isWaiting(id)) {
  if (Date.now() > until) throw new Error('The demo household did not come in within a minute and a half.');
  await drainJobs({ until, wait: true });
  await sleep(200);
}
process.exit(0);

async function isWaiting(userId: UserId): Promise<boolean> {
  for (const { id: itemId } of await listConnections(userId)) {
    const { products, historicalUpdateAt } = await getConnection(userId, itemId);
    if (!historicalUpdateAt || products.some(({ state }) => state === 'waiting')) return true;
  }
  return false;
}
