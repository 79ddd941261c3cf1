import { and, eq, sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { asSystem } from '@/db/client';
import { listChanges } from '@/db/queries/changes';
import { updateTransaction } from '@/db/queries/transactions';
import { requestSync } from '@/lib/sync/request-sync';
import { transactions } from '@/db/schema';
import type { UserId } from '@/lib/core/id';
import { addDays } from '@/lib/core/day';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, drain, drift, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const today = bankToday();
const offer = {
  username: 'user_custom',
  password: aCustomUser([{ transacted: addDays(today, -3), amount: 12.5, description: 'Corner Shop' }]),
};

async function linked() {
  const emulator = engineOn();
  const userId = await aUser();
  const link = await aLink(userId, offer);
  await drain();
  const listed = (await pull(emulator, '/items/list')) as { items: { accounts: { account_id: string }[] }[] };
  const account_id = listed.items[0]?.accounts[0]?.account_id;
  const item_id = link.plaidItemId;
  const steer = (path: string, body: object) => pull(emulator, path, { item_id, ...body });
  const sync = async () => {
    await requestSync(userId, link.itemId);
    await drain();
  };
  await steer('/transactions/add', { account_id, amount: 20, name: 'Bistro', pending: true });
  await sync();
  return { userId, steer, sync, pending: await rowNamed(userId, 'Bistro') };
}

async function rowNamed(userId: UserId, bankName: string) {
  const rows = await asSystem((tx) =>
    tx
      .select()
      .from(transactions)
      .where(and(eq(transactions.userId, userId), eq(transactions.bankName, bankName))),
  );
  const row = rows.find(({ removedAt }) => removedAt === null);
  if (!row) throw new Error(`There is no row called ${bankName}.`);
  return row;
}

const edit = (id: string) =>
  asSystem((tx) =>
    tx
      .update(transactions)
      .set({ userCategoryId: 'gifts', note: 'for Bob', tags: ['party'], userMerchantName: 'Le Bistro' })
      .where(eq(transactions.id, id)),
  );

const edited = {
  userCategoryId: 'gifts',
  categoryId: 'gifts',
  note: 'for Bob',
  tags: ['party'],
  name: 'Le Bistro',
};

test('what a person did on a pending row follows it to the posted one', async () => {
  const { userId, steer, sync, pending } = await linked();
  await edit(pending.id);
  await steer('/transactions/post', {
    transaction_id: pending.plaidTransactionId,
    amount: 23,
    name: 'Bistro Paris',
  });
  await sync();
  const posted = await rowNamed(userId, 'Bistro Paris');
  expect(posted).toMatchObject({ ...edited, amount: -23_00, isPending: false });
  const live = await asSystem((tx) => tx.select().from(transactions).where(eq(transactions.userId, userId)));
  expect(live.filter(({ removedAt }) => removedAt === null)).toHaveLength(2);
  expect(await drift()).toEqual([]);
});

test('a posted row that names no pending one takes nothing over', async () => {
  const { userId, steer, sync, pending } = await linked();
  await edit(pending.id);
  const post = { transaction_id: pending.plaidTransactionId, name: 'Bistro Rome', linked: false };
  await steer('/transactions/post', post);
  await sync();
  expect(await rowNamed(userId, 'Bistro Rome')).toMatchObject({ userCategoryId: null, note: null, tags: [] });
});

test('a correction by the bank arrives on a row that the person changed, and their words stay', async () => {
  const { userId, steer, sync } = await linked();
  const row = await rowNamed(userId, 'Corner Shop');
  await edit(row.id);
  await steer('/transactions/modify', { transaction_id: row.plaidTransactionId, amount: 13.75 });
  await sync();
  expect(await rowNamed(userId, 'Corner Shop')).toMatchObject({ ...edited, amount: -13_75 });
});

test('a removed row is in no list and no total, and is kept as a tombstone', async () => {
  const { userId, steer, sync } = await linked();
  const row = await rowNamed(userId, 'Corner Shop');
  await steer('/transactions/remove', { transaction_id: row.plaidTransactionId });
  await sync();
  const [kept] = await asSystem((tx) => tx.select().from(transactions).where(eq(transactions.id, row.id)));
  expect(kept?.removedAt).not.toBeNull();
  expect(await drift()).toEqual([]);
});

/** The pending row and, beside it, the posted one that names it; `end` is the update that takes the pending one away. */
async function postedBeside(of: { note?: string } = {}) {
  const { userId, steer, sync, pending } = await linked();
  const { id, day: _day, name: _name, searchText: _text, categoryId: _category, ...columns } = pending;
  await asSystem((tx) =>
    tx.insert(transactions).values({
      ...columns,
      plaidTransactionId: 'posted-beside',
      pendingPlaidTransactionId: pending.plaidTransactionId,
      ...of,
      isPending: false,
      createdAt: sql`now()`,
    }),
  );
  const end = async () => {
    await steer('/transactions/remove', { transaction_id: pending.plaidTransactionId });
    await sync();
  };
  const noteOf = async () => {
    const [row] = await asSystem((tx) =>
      tx
        .select()
        .from(transactions)
        .where(and(eq(transactions.userId, userId), eq(transactions.plaidTransactionId, 'posted-beside'))),
    );
    return row?.note;
  };
  return { userId, pendingId: id, end, noteOf };
}

test('an edit made on the pending row while the posted one was there is carried when it goes', async () => {
  const { userId, pendingId, end, noteOf } = await postedBeside();
  await updateTransaction(userId, pendingId, { note: 'for Bob' });
  await end();
  expect(await noteOf()).toBe('for Bob');
});

test('a note taken back on the posted row does not return when the pending one goes', async () => {
  const { pendingId, end, noteOf } = await postedBeside();
  // As it was on the pending row before the posted one took it over.
  await asSystem((tx) =>
    tx.update(transactions).set({ note: 'for Bob' }).where(eq(transactions.id, pendingId)),
  );
  await end();
  expect(await noteOf()).toBeNull();
});

test('of two words on a field, the later one counts, on whichever row it was said', async () => {
  const { userId, pendingId, end, noteOf } = await postedBeside({ note: 'for Ann' });
  await updateTransaction(userId, pendingId, { note: 'for Bob' });
  await end();
  expect(await noteOf()).toBe('for Bob');
});

test('a note taken back on the pending row is taken back on the posted one too', async () => {
  const { userId, pendingId, end, noteOf } = await postedBeside({ note: 'for Ann' });
  await updateTransaction(userId, pendingId, { note: 'for Bob' });
  await updateTransaction(userId, pendingId, { note: null });
  await end();
  expect(await noteOf()).toBeNull();
});

test('an edit that is being saved while its row posts is on the posted row, with its history', async () => {
  const { userId, steer, sync, pending } = await linked();
  await steer('/transactions/post', { transaction_id: pending.plaidTransactionId, name: 'Bistro Lyon' });
  const release = await holdTotals(userId);
  const editing = updateTransaction(userId, pending.id, { userCategoryId: 'gifts' });
  await waitingFor('advisory');
  const syncing = sync();
  await waitingFor('transactionid');
  release();
  await Promise.all([editing, syncing]);
  const posted = await rowNamed(userId, 'Bistro Lyon');
  expect(posted).toMatchObject({ userCategoryId: 'gifts' });
  const own = (await listChanges(userId, posted.id)).filter(({ source }) => source === 'person');
  expect(own).toMatchObject([{ field: 'category', before: null, after: 'gifts' }]);
  expect(await drift()).toEqual([]);
});

/** Keeps whoever counts a month of this person's waiting, until what it answers is called. */
function holdTotals(userId: UserId): Promise<() => void> {
  return new Promise((held, failed) => {
    asSystem(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`monthly-totals:${userId}`}, 0))`);
      await new Promise<void>((release) => held(release));
    }).catch(failed);
  });
}

/** Until somebody waits for a lock of this kind. */
async function waitingFor(kind: 'advisory' | 'transactionid'): Promise<void> {
  await vi.waitFor(
    async () => {
      const waiting = await asSystem((tx) =>
        tx.execute(sql`select 1 from pg_locks where locktype = ${kind} and not granted`),
      );
      expect(waiting.length).toBeGreaterThan(0);
    },
    { timeout: 10_000 },
  );
}
