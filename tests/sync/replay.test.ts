/** The inbox can be worked off again: all of it, out of order, twice and late, and everything stays as it was. */
import { randomUUID } from 'node:crypto';
import { asc, eq, isNull } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { POST as receive } from '@/app/api/plaid/webhook/route';
import { asSystem } from '@/db/client';
import { accounts, items, transactionChanges, transactions, webhooks } from '@/db/schema';
import { addDays } from '@/lib/core/day';
import { forgetKeys } from '@/lib/plaid/webhook-keys';
import { drainWebhooks } from '@/lib/sync/drain-webhooks';
import { repairDone } from '@/lib/sync/repair-item';
import { replayWebhooks } from '@/lib/sync/replay-webhooks';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, drain, drift, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

/** The work after an answer, which each test does at its own time. */
vi.mock('next/server', () => ({ after: () => undefined }));

const today = bankToday();
const password = aCustomUser([
  { transacted: addDays(today, -3), amount: 12.5, description: 'Corner Shop' },
  { transacted: addDays(today, -2), amount: 8, description: 'Bakery' },
]);

let life: Awaited<ReturnType<typeof aLife>>;
let before: Awaited<ReturnType<typeof stateOf>>;
let stored: (typeof webhooks.$inferSelect)[];

beforeAll(async () => {
  forgetKeys();
  life = await aLife();
  before = await stateOf(life.userId);
  stored = await asSystem((tx) => tx.select().from(webhooks).orderBy(asc(webhooks.receivedAt)));
}, 120_000);

async function workOffAll(): Promise<void> {
  while ((await drainWebhooks(Number.MAX_SAFE_INTEGER)) > 0);
  await drain();
}

/** A connection that has seen rows come, change and go, a broken log-in and its repair, and an offer of accounts taken up. */
async function aLife() {
  const emulator = engineOn({ deliver: (request) => receive(request) });
  const userId = await aUser();
  const webhook = 'http://localhost:3000/api/plaid/webhook';
  const { itemId, plaidItemId } = await aLink(userId, { username: 'user_custom', password, webhook });
  const settled = async () => {
    await emulator.idle();
    await workOffAll();
  };
  await drain();
  await settled();
  const tell = async (path: string, body: object = {}) => {
    await pull(emulator, path, { item_id: plaidItemId, ...body });
    await settled();
  };
  const [first] = await asSystem((tx) =>
    tx.select().from(transactions).where(eq(transactions.userId, userId)).orderBy(asc(transactions.day)),
  );
  const [account] = await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.userId, userId)));
  const transaction_id = first?.plaidTransactionId;
  await tell('/transactions/add', { account_id: account?.plaidAccountId, amount: 7, name: 'News' });
  await tell('/transactions/modify', { transaction_id, amount: 13 });
  await tell('/items/break');
  await tell('/items/heal');
  await repairDone(userId, itemId);
  await tell('/items/new-accounts-available');
  await repairDone(userId, itemId, { hasChosen: true });
  await settled();
  return { userId, itemId };
}

/** What a person could see of it. */
async function stateOf(userId: Awaited<ReturnType<typeof aUser>>) {
  const [rows, changes, [item], served] = await asSystem(async (tx) => [
    await tx
      .select()
      .from(transactions)
      .where(eq(transactions.userId, userId))
      .orderBy(asc(transactions.plaidTransactionId)),
    await tx
      .select()
      .from(transactionChanges)
      .where(eq(transactionChanges.userId, userId))
      .orderBy(asc(transactionChanges.id)),
    await tx
      .select({
        state: items.state,
        errorCode: items.errorCode,
        hasNewAccounts: items.hasNewAccounts,
        cursor: items.transactionsCursor,
      })
      .from(items)
      .where(eq(items.userId, userId)),
    await tx
      .select({ id: accounts.id, balance: accounts.balance, closedAt: accounts.closedAt })
      .from(accounts)
      .where(eq(accounts.userId, userId))
      .orderBy(asc(accounts.id)),
  ]);
  return { rows, changes, item, served };
}

const waiting = () => asSystem((tx) => tx.$count(webhooks, isNull(webhooks.handledAt)));

test('everything again, as it is stored', async () => {
  expect(before.item).toMatchObject({ state: 'healthy', hasNewAccounts: false });
  expect(stored.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['ERROR', 'NEW_ACCOUNTS_AVAILABLE', 'SYNC_UPDATES_AVAILABLE']),
  );
  expect(await replayWebhooks({ since: '2000-01-01' })).toBe(stored.length);
  expect(await waiting()).toBe(stored.length);
  await workOffAll();
  expect(await waiting()).toBe(0);
  expect(await stateOf(life.userId)).toEqual(before);
  expect(await drift()).toEqual([]);
});

test('shuffled and doubled, as they were received', async () => {
  // Each twice under a key of its own, newest first, one at a time: nothing is worked off together.
  for (const { id: _id, ...webhook } of [...stored, ...stored].reverse()) {
    const again = { ...webhook, key: randomUUID(), handledAt: null, outcome: null, attempts: 0 };
    await asSystem((tx) => tx.insert(webhooks).values(again));
    await drainWebhooks(Number.MAX_SAFE_INTEGER);
  }
  await drain();
  expect(await stateOf(life.userId)).toEqual(before);
  expect(await drift()).toEqual([]);
});

test('late: what was repaired long ago does not come back', async () => {
  // That there are new accounts is told by nothing else, so a late message of it counts.
  for (const { type, code, plaidItemId, body } of stored) {
    if (code === 'NEW_ACCOUNTS_AVAILABLE') continue;
    await asSystem((tx) => tx.insert(webhooks).values({ key: randomUUID(), type, code, plaidItemId, body }));
  }
  await workOffAll();
  expect(await stateOf(life.userId)).toEqual(before);
  expect(await drift()).toEqual([]);
});

test('only what came since then, and only of one connection by either of its ids', async () => {
  const all = await asSystem((tx) => tx.$count(webhooks));
  expect(await replayWebhooks({ since: '2999-01-01' })).toBe(0);
  expect(await replayWebhooks({ since: '2000-01-01', item: 'another' })).toBe(0);
  expect(await replayWebhooks({ since: '2000-01-01', item: life.itemId })).toBe(all);
  await workOffAll();
  expect(await replayWebhooks({ since: '2000-01-01', item: stored[0]?.plaidItemId ?? '' })).toBe(all);
  await workOffAll();
  await expect(replayWebhooks({ since: 'last week' })).rejects.toThrow('is no day');
  expect(await stateOf(life.userId)).toEqual(before);
});
