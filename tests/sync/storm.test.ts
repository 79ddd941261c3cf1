import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { raiseWant } from '@/db/queries/sync/jobs';
import { syncJobs, webhooks } from '@/db/schema';
import { receiveWebhook } from '@/lib/sync/receive-webhook';
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
    await receiveWebhook({ ...webhook, key: randomUUID() });
    await workOff();
  };
  // The storm passes, as time would let it.
  const passing = setInterval(() => void asSystem((tx) => tx.update(syncJobs).set({ notBefore: null })), 50);
  await Promise.all(Array.from({ length: 300 }, receive));
  clearInterval(passing);
  const inbox = await asSystem((tx) => tx.select().from(webhooks));
  expect(inbox.map(({ attempts, outcome }) => `${attempts} ${outcome}`)).toEqual(
    Array(300).fill('1 handled'),
  );
  const [job] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId)));
  expect(job).toMatchObject({ want: 301, done: 301 });
  expect(reads).toBeLessThanOrEqual(5);
});

test('in a storm an Item that was synced a moment ago waits until it has passed; a person does not', async () => {
  engineOn();
  const userId = await aUser();
  const { itemId } = await aLink(userId);
  await drain();
  const job = async () =>
    (await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId))))[0];
  await raiseWant(userId, itemId, 'webhook', 3);
  expect(await job()).toMatchObject({ want: 4, notBefore: null });
  await raiseWant(userId, itemId, 'webhook', 40);
  const { notBefore, lastRunAt } = (await job()) ?? {};
  expect(notBefore?.getTime()).toBe((lastRunAt?.getTime() ?? 0) + 10_000);
  await raiseWant(userId, itemId, 'person');
  expect(await job()).toMatchObject({ want: 45, notBefore: null });
});
