import { eq } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { asSystem } from '@/db/client';
import { syncJobs, syncPages } from '@/db/schema';
import { listen } from '@/emulator/node-server';
import { addDays } from '@/lib/core/day';
import type { ItemId } from '@/lib/core/id';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { anEmulator } from '../support/emulator-client';
import { aLink, bankRows, drift } from '../support/engine';
import { aUser } from '../support/factories';
import { startWorker } from '../support/worker-process';

/** Holds one call of the bank until it is let go. */
const held = { path: '', count: 0, reached: () => {}, free: Promise.resolve() };
const emulator = anEmulator({ publicUrl: 'http://localhost' });
const { server, port } = await listen(async (request) => {
  if (new URL(request.url).pathname === held.path && --held.count === 0) {
    held.reached();
    await held.free;
  }
  return emulator.handle(request);
}, 0);
process.env['PLAID_BASE_URL'] = `http://127.0.0.1:${port}`;
afterAll(() => server.close());

const today = bankToday();
const rows = Array.from({ length: 1200 }, (_, index) => ({
  transacted: addDays(today, -1 - Math.floor(index / 5)),
  amount: 1 + index / 100,
  description: `Shop ${index}`,
}));

const jobOf = async (itemId: ItemId) => {
  const [job] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId)));
  return job;
};

test('a worker that is asked to stop ends after its page with the lease given back, and the next one goes on there', async () => {
  const userId = await aUser();
  const { itemId } = await aLink(userId, { username: 'user_custom', password: aCustomUser(rows) });
  let letGo = () => {};
  const reached = new Promise<void>((resolve) => Object.assign(held, { reached: resolve }));
  Object.assign(held, {
    path: '/transactions/sync',
    count: 2,
    free: new Promise<void>((resolve) => {
      letGo = resolve;
    }),
  });
  const first = startWorker({});
  await first.said('the worker is ready');
  await reached;
  const ended = first.end('SIGTERM');
  await first.said('finishes the page at hand');
  letGo();
  expect(await ended).toBe(0);
  expect(first.lines.at(-1)).toContain('the worker has stopped');
  expect(await jobOf(itemId)).toMatchObject({ leaseUntil: null, want: 1, done: 0 });
  expect((await asSystem((tx) => tx.select().from(syncPages))).length).toBeGreaterThan(0);
  expect(await bankRows(userId)).toEqual([]);
  const second = startWorker({});
  await vi.waitFor(async () => expect(await bankRows(userId)).toHaveLength(1200), {
    timeout: 20_000,
    interval: 50,
  });
  expect(await drift()).toEqual([]);
  expect(await second.end('SIGINT')).toBe(0);
});
