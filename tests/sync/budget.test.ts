import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { GET as health } from '@/app/api/health/route';
import { asSystem } from '@/db/client';
import { takeCall } from '@/db/queries/system/plaid-calls';
import { items, plaidCalls, plaidCircuits, syncJobs, syncRuns } from '@/db/schema';
import { addDays } from '@/lib/core/day';
import type { ItemId } from '@/lib/core/id';
import { exchangePublicToken } from '@/lib/plaid/link';
import { pullStreams } from '@/lib/plaid/recurring';
import { requestSync } from '@/lib/sync/request-sync';
import { syncItem } from '@/lib/sync/sync-item';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, aPublicToken, bankRows, drain, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const today = bankToday();
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    transacted: addDays(today, -(n % 300)),
    amount: n + 1,
    description: `Shop ${n}`,
  }));
const one = { username: 'user_custom', password: aCustomUser(rows(1)) };
const soon = () => ({ until: Date.now() + 60_000 });

beforeEach(async () => {
  await asSystem((tx) => tx.delete(plaidCalls));
  await asSystem((tx) => tx.delete(plaidCircuits));
});

/** Leaves so many calls of a minute that lasts: its end must not come while a test runs. */
async function leave(key: string, left: number, most: number): Promise<void> {
  const minute = sql`date_trunc('minute', now()) + interval '1 hour'`;
  const values = { key, minute, count: most - left };
  await asSystem((tx) =>
    tx.insert(plaidCalls).values(values).onConflictDoUpdate({ target: plaidCalls.key, set: values }),
  );
}

const jobOf = async (itemId: ItemId) =>
  (await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId))))[0];

const keyOf = async (method: string) =>
  (await asSystem((tx) => tx.select().from(plaidCalls))).find(({ key }) => key.startsWith(`${method} `))
    ?.key ?? '';

function watched() {
  const paths: string[] = [];
  const emulator = engineOn({}, (path) => void paths.push(path), { areCallsCounted: true });
  return { emulator, paths };
}

test('a hundred callers at once take what a minute holds, and not one more (S16)', async () => {
  const counters = [
    { key: 'probe item', most: 20 },
    { key: 'probe', most: 60 },
  ];
  await leave('probe item', 20, 20);
  await leave('probe', 60, 60);
  const answers = await Promise.all(Array.from({ length: 100 }, () => takeCall('probe', counters)));
  expect(answers.filter((hold) => hold === null)).toHaveLength(20);
  expect(answers.find((hold) => hold !== null)).toMatchObject({ because: 'OWN_BUDGET' });
  const counts = await asSystem((tx) => tx.select().from(plaidCalls));
  // Those that had to wait took nothing from the client's budget either.
  expect(counts.find(({ key }) => key === 'probe')?.count).toBe(20);
});

test('an initial sync that used up its minute waits and goes on at the next page, losing nothing (S16, L2)', async () => {
  const { paths } = watched();
  const userId = await aUser();
  const { itemId } = await aLink(userId, { username: 'user_custom', password: aCustomUser(rows(1600)) });
  await leave('transactionsSync', 2, 1000);
  expect(await syncItem(userId, itemId, soon())).toBe('again');
  expect(await bankRows(userId)).toEqual([]);
  const waiting = await jobOf(itemId);
  expect(waiting).toMatchObject({ attempts: 0, done: 0 });
  expect(waiting?.notBefore).not.toBeNull();
  const [run] = await asSystem((tx) => tx.select().from(syncRuns).where(eq(syncRuns.itemId, itemId)));
  expect(run).toMatchObject({ outcome: 'partial', problems: { transactions: 'OWN_BUDGET' } });
  const pages = paths.filter((path) => path === '/transactions/sync').length;
  await leave('transactionsSync', 1000, 1000);
  await syncItem(userId, itemId, soon());
  expect(await bankRows(userId)).toHaveLength(1600);
  // Two pages before, two after: none was read twice.
  expect([pages, paths.filter((path) => path === '/transactions/sync').length]).toEqual([2, 4]);
});

test('when Plaid says that it was too often, nobody asks again in that minute, whatever is wanted (RAT-1)', async () => {
  const { emulator, paths } = watched();
  const userId = await aUser();
  const { itemId } = await aLink(userId, one);
  await drain();
  await pull(emulator, '/faults/add', { endpoint: '/transactions/sync', error_code: 'RATE_LIMIT', count: 1 });
  await requestSync(userId, itemId);
  expect(await syncItem(userId, itemId, soon())).toBe('again');
  const key = await keyOf('transactionsSync');
  expect(await asSystem((tx) => tx.select().from(plaidCalls).where(eq(plaidCalls.key, key)))).toMatchObject([
    { count: 50 },
  ]);
  await leave(key, 0, 50);
  const before = paths.filter((path) => path === '/transactions/sync').length;
  await requestSync(userId, itemId);
  await syncItem(userId, itemId, soon());
  expect(paths.filter((path) => path === '/transactions/sync')).toHaveLength(before);
});

test('one Item that used up its minute keeps no other waiting (L4)', async () => {
  watched();
  const userId = await aUser();
  const noisy = await aLink(userId, one);
  await drain();
  await leave(await keyOf('accountsGet'), 0, 100);
  await requestSync(userId, noisy.itemId);
  expect(await syncItem(userId, noisy.itemId, soon())).toBe('again');
  const other = await aLink(await aUser(), one);
  await drain();
  expect(await jobOf(other.itemId)).toMatchObject({ want: 1, done: 1 });
});

test('with wrong keys of ours the first refusal is the last call for a while, and no Item is blamed', async () => {
  const { emulator, paths } = watched();
  const first = await aUser();
  const { itemId } = await aLink(first, one);
  const second = await aUser();
  const { itemId: otherId } = await aLink(second, one);
  await drain();
  await pull(emulator, '/faults/add', {
    endpoint: '/accounts/get',
    error_code: 'INVALID_API_KEYS',
    count: 1,
  });
  await requestSync(first, itemId);
  await requestSync(second, otherId);
  expect(await syncItem(first, itemId, soon())).toBe('again');
  const before = paths.length;
  expect(await syncItem(second, otherId, soon())).toBe('again');
  expect(paths).toHaveLength(before);
  const states = await asSystem((tx) => tx.select({ state: items.state }).from(items));
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['healthy']));
  expect(await (await health(new Request('http://localhost:3000/api/health'))).json()).toEqual({
    ok: true,
    plaid: 'paused',
  });
  const notBefore = (await jobOf(otherId))?.notBefore?.getTime() ?? 0;
  expect(notBefore - Date.now()).toBeGreaterThan(240_000);
  await asSystem((tx) => tx.update(plaidCircuits).set({ openUntil: sql`now()` }));
  expect(await syncItem(second, otherId, soon())).toBe('done');
});

test('however many ask at once, the limit on the other side is never met (S16, RAT-3)', async () => {
  const { emulator } = watched();
  await pull(emulator, '/rate-limits/set', { on: true });
  const exchanged = await exchangePublicToken(await aPublicToken(one));
  const asked = await Promise.allSettled(
    Array.from({ length: 45 }, () => pullStreams(exchanged.accessToken)),
  );
  const refusals = asked.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
  // Should a minute end meanwhile, there are fewer of them, but never one of the other side's.
  expect(refusals.length).toBeGreaterThanOrEqual(5);
  expect(new Set(refusals)).toEqual(new Set(['OWN_BUDGET']));
});
