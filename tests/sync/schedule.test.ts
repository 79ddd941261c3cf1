import { randomUUID } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { listRuns } from '@/db/queries/sync-log';
import { saveWebhooks } from '@/db/queries/webhooks';
import { accountBalances, items, syncJobs, syncPages, syncRuns, users, webhooks } from '@/db/schema';
import { addDays, dayAt } from '@/lib/core/day';
import { env } from '@/lib/env';
import type { ItemId, UserId } from '@/lib/core/id';
import { sweep } from '@/lib/sync/sweep';
import { syncForVisit } from '@/lib/sync/visit';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, drain, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const password = aCustomUser([
  { transacted: addDays(bankToday(), -3), amount: 12.5, description: 'Corner Shop' },
]);
const webhook = 'http://localhost:3000/api/plaid/webhook';
const offer = { username: 'user_custom', password, webhook };
const swept = () => sweep({ until: Date.now() + 60_000 });

/** Each test has the schedule for itself. */
beforeEach(async () => {
  await asSystem((tx) => tx.delete(users));
  await asSystem((tx) => tx.delete(webhooks));
});

async function linked(of = offer) {
  const paths: string[] = [];
  const ok = () => Promise.resolve(new Response(null, { status: 200 }));
  const emulator = engineOn({ deliver: ok }, (path) => void paths.push(path));
  const userId = await aUser({ timeZone: 'Pacific/Auckland' });
  const link = await aLink(userId, of);
  await drain();
  await swept();
  paths.length = 0;
  return { emulator, paths, userId, ...link };
}

const itemOf = async (itemId: ItemId) =>
  (await asSystem((tx) => tx.select().from(items).where(eq(items.id, itemId))))[0];

const age = (itemId: ItemId, hours: number) =>
  asSystem((tx) =>
    tx.execute(
      sql`update sync_jobs set last_run_at = now() - make_interval(hours => ${hours}) where item_id = ${itemId}::uuid`,
    ),
  );

const change = (itemId: ItemId, values: Partial<typeof items.$inferInsert>) =>
  asSystem((tx) => tx.update(items).set(values).where(eq(items.id, itemId)));

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);

test('a quiet schedule asks nobody anything', async () => {
  const { paths } = await linked();
  expect(Object.values(await swept()).every((count) => count === 0)).toBe(true);
  expect(paths).toEqual([]);
});

test('an Item that waits for its person is probed once a day, and not more (S12)', async () => {
  const { emulator, itemId, plaidItemId, paths } = await linked();
  await pull(emulator, '/items/break', { item_id: plaidItemId });
  await change(itemId, { state: 'needs-repair', errorCode: 'ITEM_LOGIN_REQUIRED', stateAt: new Date() });
  await age(itemId, 23);
  expect(await swept()).toMatchObject({ raised: 0, runs: 0 });
  await age(itemId, 25);
  expect(await swept()).toMatchObject({ raised: 1, runs: 1 });
  expect(paths.filter((path) => path !== '/item/get')).toEqual(['/accounts/get']);
});

test('a bank in trouble is asked again after two hours, a healthy one after twenty', async () => {
  const { itemId } = await linked();
  await age(itemId, 3);
  expect(await swept()).toMatchObject({ raised: 0 });
  await change(itemId, { state: 'institution-trouble', stateAt: ago(3) });
  expect(await swept()).toMatchObject({ raised: 1, runs: 1 });
  expect(await itemOf(itemId)).toMatchObject({ state: 'healthy' });
});

test('a log-in that is said to be needed although data came since is looked into, once', async () => {
  const { itemId } = await linked();
  await change(itemId, {
    state: 'needs-repair',
    errorCode: 'ITEM_LOGIN_REQUIRED',
    stateAt: ago(1),
    lookedAt: null,
  });
  await asSystem((tx) => tx.execute(sql`update item_products set succeeded_at = now()`));
  expect(await swept()).toMatchObject({ looks: 1 });
  expect(await itemOf(itemId)).toMatchObject({ state: 'healthy', errorCode: null });
  expect(await swept()).toMatchObject({ looks: 0 });
});

test('an end that was a mistake has a way back, and a real one stays an end (S12)', async () => {
  const { emulator, itemId, plaidItemId } = await linked();
  const over = {
    state: 'revoked',
    errorCode: 'ITEM_NOT_FOUND',
    stateAt: ago(200),
    lookedAt: ago(200),
  } as const;
  await change(itemId, over);
  expect(await swept()).toMatchObject({ looks: 1, runs: 1 });
  expect(await itemOf(itemId)).toMatchObject({ state: 'healthy' });
  await pull(emulator, '/items/revoke', { item_id: plaidItemId });
  await change(itemId, over);
  expect(await swept()).toMatchObject({ looks: 1, runs: 0 });
  expect(await itemOf(itemId)).toMatchObject({ state: 'revoked' });
});

test('a webhook that came before its Item was known is worked off once it is; an old one expires (S10)', async () => {
  const hook = { type: 'TRANSACTIONS', code: 'SYNC_UPDATES_AVAILABLE', body: {} };
  const { itemId, plaidItemId } = await linked();
  await change(itemId, { plaidItemId: 'not yet' });
  await saveWebhooks([
    { ...hook, plaidItemId, key: randomUUID() },
    { ...hook, plaidItemId: 'nobody', key: randomUUID() },
  ]);
  expect(await swept()).toMatchObject({ webhooks: 2, runs: 0 });
  await change(itemId, { plaidItemId });
  await asSystem((tx) =>
    tx
      .update(webhooks)
      .set({ receivedAt: ago(200) })
      .where(eq(webhooks.plaidItemId, 'nobody')),
  );
  expect(await swept()).toMatchObject({ revived: 1, webhooks: 1, runs: 1 });
  const outcomes = await asSystem((tx) => tx.select({ outcome: webhooks.outcome }).from(webhooks));
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['expired', 'handled']);
});

async function balanceDays(userId: UserId): Promise<string[]> {
  const rows = await asSystem((tx) =>
    tx.select().from(accountBalances).where(eq(accountBalances.userId, userId)),
  );
  return rows.filter(({ isEstimated }) => !isEstimated).map(({ day }) => day);
}

test('a day without a balance, where the person lives, is filled before it ends (ACC-11)', async () => {
  const { userId, itemId } = await linked();
  const there = dayAt(new Date(), 'Pacific/Auckland');
  await asSystem((tx) => tx.delete(accountBalances).where(eq(accountBalances.day, there)));
  expect(await swept()).toMatchObject({ balances: 0 });
  await age(itemId, 2);
  expect(await swept()).toMatchObject({ balances: 1, runs: 1 });
  expect(await balanceDays(userId)).toContain(there);
});

test('webhooks that go to a former address are sent here (ITM-7)', async () => {
  const { itemId, paths } = await linked({ ...offer, webhook: 'https://old.example/hook' });
  expect(await itemOf(itemId)).toMatchObject({ webhookUrl: webhook });
  expect(await swept()).toMatchObject({ redirected: 0 });
  expect(paths).not.toContain('/item/webhook/update');
});

test('pages that nobody went on with and logs without an end are cleared away', async () => {
  const { userId, itemId } = await linked();
  const page = { epoch: 1, startCursor: 'c', page: 0, nextCursor: 'n', hasMore: true, body: {} };
  await asSystem((tx) => tx.insert(syncPages).values({ userId, itemId, ...page, createdAt: ago(25) }));
  await asSystem((tx) =>
    tx.insert(syncRuns).values({ userId, itemId, trigger: 'cron', fence: 0, startedAt: ago(1) }),
  );
  expect(await swept()).toMatchObject({ pages: 1, lostRuns: 1 });
});

test('a new first key takes over every token; with the old one gone they still open (R16)', async () => {
  const { itemId } = await linked();
  const keys = env().ENCRYPTION_KEYS;
  const before = [...keys];
  keys.unshift({ id: 'newer', key: Buffer.alloc(32, 7) });
  expect(await swept()).toMatchObject({ resealed: 1 });
  expect((await itemOf(itemId))?.accessTokenSealed).toMatch(/^newer\./);
  keys.splice(1);
  await asSystem((tx) => tx.update(syncJobs).set({ want: 99 }));
  expect(await swept()).toMatchObject({ runs: 1, resealed: 0 });
  const [run] = await asSystem((tx) => tx.select().from(syncRuns).orderBy(desc(syncRuns.startedAt)));
  expect(run).toMatchObject({ outcome: 'done' });
  keys.splice(0, 1, ...before);
});

test('whoever comes by has looked at what was not looked at for long, and only at that (TXN-26)', async () => {
  const { userId, itemId } = await linked();
  const runsOf = async () =>
    (await listRuns(userId, itemId, { before: null, onlyProblems: false, limit: 20 })).runs.map(
      ({ trigger }) => trigger,
    );
  const before = await runsOf();
  await syncForVisit(userId);
  expect(await runsOf()).toEqual(before);
  await age(itemId, 7);
  await syncForVisit(await aUser());
  expect(await runsOf()).toEqual(before);
  await syncForVisit(userId);
  expect(await runsOf()).toEqual(['visit', ...before]);
  await change(itemId, { state: 'needs-repair' });
  await age(itemId, 7);
  await syncForVisit(userId);
  expect(await runsOf()).toHaveLength(before.length + 1);
});
