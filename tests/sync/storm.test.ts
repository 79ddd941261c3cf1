import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { saveWebhook } from '@/db/queries/system';
import { syncJobs, webhooks } from '@/db/schema';
import { workOff } from '@/lib/sync/work-off';
import { aLink, drain, engineOn } from '../support/engine';
import { aUser } from '../support/factories';

test('three hundred webhooks of one Item at once are each worked off once, and lead to a few runs', async () => {
  let reads = 0;
  engineOn({}, (path) => {
    if (path === '/transactions/sync') reads += 1;
  });
  const { itemId, plaidItemId } = await aLink(await aUser());
  await drain();
  reads = 0;
  const webhook = { type: 'TRANSACTIONS', code: 'SYNC_UPDATES_AVAILABLE', plaidItemId, body: {} };
  const receive = async () => {
    await saveWebhook({ ...webhook, key: randomUUID() });
    await workOff();
  };
  await Promise.all(Array.from({ length: 300 }, receive));
  const inbox = await asSystem((tx) => tx.select().from(webhooks));
  expect(inbox.map(({ attempts, outcome }) => `${attempts} ${outcome}`)).toEqual(
    Array(300).fill('1 handled'),
  );
  const [job] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId)));
  expect(job).toMatchObject({ want: 301, done: 301 });
  expect(reads).toBeLessThanOrEqual(5);
});
