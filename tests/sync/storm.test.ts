import { eq, isNull } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { POST as receive } from '@/app/api/plaid/webhook/route';
import { asSystem } from '@/db/client';
import { raiseWant } from '@/db/queries/sync/jobs';
import { syncJobs, syncRuns, webhooks } from '@/db/schema';
import { signBody, signingKey } from '@/emulator/webhooks/webhook-keys';
import { forgetKeys } from '@/lib/plaid/webhook-keys';
import { aLink, drain, engineOn } from '../support/engine';
import { aUser } from '../support/factories';

/** What the host would do after the answer; the framework's own, which needs a running server. */
const later: Promise<unknown>[] = [];
vi.mock('next/server', () => ({ after: (work: () => Promise<unknown>) => later.push(work()) }));

test('R11: three hundred webhooks of one Item at once are all answered 200, each worked off once, and lead to three runs at most', async () => {
  const emulator = engineOn();
  forgetKeys();
  const { itemId, plaidItemId } = await aLink(await aUser());
  await drain();
  const runs = async () =>
    (await asSystem((tx) => tx.select().from(syncRuns).where(eq(syncRuns.itemId, itemId)))).length;
  const before = await runs();
  const key = await signingKey(await emulator.world());
  const news = { webhook_type: 'TRANSACTIONS', webhook_code: 'SYNC_UPDATES_AVAILABLE', item_id: plaidItemId };
  const send = async (number: number) => {
    const body = JSON.stringify({ ...news, environment: 'sandbox', number });
    const headers = { 'plaid-verification': await signBody(key, body, Date.now()) };
    return (await receive(new Request('http://localhost/', { method: 'POST', body, headers }))).status;
  };
  const answers = await Promise.all(Array.from({ length: 300 }, (_, number) => send(number)));
  expect(answers).toEqual(Array(300).fill(200));
  const waiting = () => asSystem((tx) => tx.select().from(webhooks).where(isNull(webhooks.handledAt)));
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 20_000, interval: 50 });
  // The storm passes, as time would let it.
  await asSystem((tx) => tx.update(syncJobs).set({ notBefore: null }));
  await Promise.all(later);
  const inbox = await asSystem((tx) => tx.select().from(webhooks));
  expect(inbox.map(({ attempts, outcome }) => `${attempts} ${outcome}`)).toEqual(
    Array(300).fill('1 handled'),
  );
  const [job] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId)));
  expect(job).toMatchObject({ want: 301, done: 301 });
  expect((await runs()) - before).toBeLessThanOrEqual(3);
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
  expect(notBefore?.getTime()).toBe((lastRunAt?.getTime() ?? 0) + 12_000);
  await raiseWant(userId, itemId, 'person');
  expect(await job()).toMatchObject({ want: 45, notBefore: null });
});
