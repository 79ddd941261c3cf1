import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { listAccounts, updateAccount } from '@/db/queries/accounts';
import { listKnownDays } from '@/db/queries/balances';
import { listChanges } from '@/db/queries/changes';
import { sumTransactions, updateTransaction } from '@/db/queries/transactions';
import { itemReplacements } from '@/db/schema';
import { addDays } from '@/lib/core/day';
import type { ItemId, UserId } from '@/lib/core/id';
import { replaceConnection } from '@/lib/sync/replace-item';
import { requestSync } from '@/lib/sync/request-sync';
import { sweep } from '@/lib/sync/sweep';
import { bankToday } from '../support/bank-day';
import { drain, drift, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';
import { aBankFile, type BankRow } from '../support/custom-user';
import { accountsOf, edit, itemsOf, linkFile, rowsOf } from '../support/relink';

const ago = (days: number) => addDays(bankToday(), -days);
const EVERYTHING = { text: null, accountId: null, categoryId: null, month: null };

const old: BankRow = { on: ago(400), amount: 80, name: 'Old Books' };
const coffee: BankRow = { on: ago(6), amount: 4, name: 'Coffee' };
const lunch: BankRow = { on: ago(5), amount: 12.5, name: 'Lunch' };
const gone: BankRow = { on: ago(4), amount: 9, name: 'Gone' };
const fresh: BankRow = { on: ago(2), amount: 33, name: 'Fresh' };

const before = aBankFile({
  Checking: { mask: '1234', rows: [old, coffee, coffee, lunch, gone] },
  Saving: { mask: '5678', rows: [lunch] },
});
/** Another log-in of the same accounts: without the oldest row, and without one that the bank has no more. */
const after = aBankFile({ Checking: { mask: '1234', rows: [coffee, coffee, lunch, fresh] } });

async function relinked() {
  const emulator = engineOn();
  const userId = await aUser();
  const formerId = await linkFile(userId, before);
  await drain();
  const [checking] = await accountsOf(userId);
  if (!checking) throw new Error('There is no account.');
  await updateAccount(userId, checking.id, { displayName: 'Everyday', isHidden: false });
  for (const row of await rowsOf(userId)) await edit(row.id, { note: `${row.bankName} of ${row.accountId}` });
  const presentId = await linkFile(userId, after, formerId);
  await drain();
  return { emulator, userId, formerId, presentId, checking };
}

/** Each account of the former connection goes on as the one of the present with the same name. */
async function pairsOf(userId: UserId, formerId: ItemId, presentId: ItemId) {
  const all = await accountsOf(userId);
  return all.flatMap((former) => {
    const present = all.find(({ itemId, bankName }) => itemId === presentId && bankName === former.bankName);
    return former.itemId === formerId && present ? [{ former: former.id, present: present.id }] : [];
  });
}

const counted = async (userId: UserId) =>
  (await sumTransactions(userId, EVERYTHING)).reduce((sum, { count }) => sum + count, 0);

const toldTo = (userId: UserId) =>
  asSystem((tx) => tx.select().from(itemReplacements).where(eq(itemReplacements.userId, userId)));

test('until it is confirmed nothing of the new connection counts', async () => {
  const { userId, checking } = await relinked();
  expect(await counted(userId)).toBe(6);
  expect((await listAccounts(userId)).map(({ id }) => id)).toContain(checking.id);
  expect(await listAccounts(userId)).toHaveLength(2);
});

test('history, edits and the account itself go on under the new connection, and nothing is doubled', async () => {
  const { emulator, userId, formerId, presentId, checking } = await relinked();
  const noted = new Map((await rowsOf(userId)).map(({ id, note }) => [id, note]));
  await replaceConnection(userId, { formerId, presentId }, await pairsOf(userId, formerId, presentId));

  expect((await itemsOf(userId)).map(({ id }) => id)).toEqual([presentId]);
  expect(((await pull(emulator, '/items/list')) as { items: unknown[] }).items).toHaveLength(1);
  const [kept, saving] = await accountsOf(userId);
  expect(kept).toMatchObject({ id: checking.id, itemId: presentId, name: 'Everyday', closedAt: null });
  expect(kept?.plaidAccountId).not.toBe(checking.plaidAccountId);
  // The new connection does not share it: its history stays, and today's totals leave it out.
  expect(saving).toMatchObject({ itemId: presentId, closedAt: expect.any(Date) });

  const rows = await rowsOf(userId);
  const names = rows.filter(({ accountId }) => accountId === checking.id).map(({ bankName }) => bankName);
  expect(names).toEqual(['Old Books', 'Coffee', 'Coffee', 'Lunch', 'Fresh']);
  for (const row of rows) expect(row.note).toBe(noted.get(row.id) ?? null);
  expect(rows.find(({ bankName }) => bankName === 'Old Books')).toMatchObject({ isKept: true });
  // What the bank has no more is in no list, and its note is kept.
  expect(await rowsOf(userId, { removed: true })).toMatchObject([{ bankName: 'Gone', isKept: true }]);
  expect(await drift()).toEqual([]);
  expect(await toldTo(userId)).toMatchObject([
    {
      itemId: presentId,
      isAutomatic: false,
      summary: {
        rows: 3,
        edits: 3,
        accounts: [
          { name: 'Everyday', mask: '1234', isServed: true },
          { name: 'Saving', mask: '5678', isServed: false },
        ],
      },
    },
  ]);
});

test('later syncs change nothing of it, and bring what is new', async () => {
  const { emulator, userId, formerId, presentId, checking } = await relinked();
  await replaceConnection(userId, { formerId, presentId }, await pairsOf(userId, formerId, presentId));
  const settled = await rowsOf(userId);
  await requestSync(userId, presentId);
  await drain();
  expect(await rowsOf(userId)).toEqual(settled);
  const [item] = await itemsOf(userId);
  const [account] = await accountsOf(userId);
  const row = { amount: 7, name: 'Tea', item_id: item?.plaidItemId, account_id: account?.plaidAccountId };
  await pull(emulator, '/transactions/add', row);
  await requestSync(userId, presentId);
  await drain();
  expect((await rowsOf(userId)).find(({ bankName }) => bankName === 'Tea')).toMatchObject({
    accountId: checking.id,
    isKept: false,
  });
  expect(await rowsOf(userId)).toHaveLength(settled.length + 1);
  expect(await drift()).toEqual([]);
});

test('confirmed twice at once is confirmed once', async () => {
  const { userId, formerId, presentId } = await relinked();
  const pairs = await pairsOf(userId, formerId, presentId);
  const twice = [1, 2].map(() => replaceConnection(userId, { formerId, presentId }, pairs));
  await Promise.all(twice);
  await replaceConnection(userId, { formerId, presentId }, pairs);
  expect(await rowsOf(userId)).toHaveLength(6);
  expect(await itemsOf(userId)).toHaveLength(1);
  expect(await toldTo(userId)).toHaveLength(1);
});

test('with Plaid out of reach the former connection is hidden at once, and ended by the schedule', async () => {
  const { emulator, userId, formerId, presentId } = await relinked();
  await pull(emulator, '/faults/add', { endpoint: '/item/remove', error_code: 'INTERNAL_SERVER_ERROR' });
  await replaceConnection(userId, { formerId, presentId }, await pairsOf(userId, formerId, presentId));
  expect((await itemsOf(userId)).find(({ id }) => id === formerId)).toMatchObject({ state: 'ending' });
  expect(await counted(userId)).toBe(6);
  await sweep({ until: Date.now() + 60_000 });
  expect((await itemsOf(userId)).map(({ id }) => id)).toEqual([presentId]);
  expect(await rowsOf(userId)).toHaveLength(6);
});

test('accounts that are not those of the preview are refused, and nothing happens', async () => {
  const { userId, formerId, presentId, checking } = await relinked();
  const odd = [{ former: checking.id, present: checking.id }];
  await expect(replaceConnection(userId, { formerId, presentId }, odd)).rejects.toMatchObject({
    code: 'conflict',
  });
  const stranger = await aUser();
  await expect(replaceConnection(stranger, { formerId, presentId }, [])).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await itemsOf(userId)).toHaveLength(2);
  expect(await counted(userId)).toBe(6);
});

test('what was said on either of two rows stands with the one that goes on', async () => {
  const { userId, formerId, presentId } = await relinked();
  const [pair] = await pairsOf(userId, formerId, presentId);
  const lunches = (await rowsOf(userId)).filter(({ bankName }) => bankName === 'Lunch');
  const first = lunches.find(({ accountId }) => accountId === pair?.former) ?? expect.unreachable();
  const last = lunches.find(({ accountId }) => accountId === pair?.present) ?? expect.unreachable();
  await updateTransaction(userId, first.id, { userMerchantName: 'Canteen' });
  await updateTransaction(userId, last.id, { note: 'with Bob' });
  await replaceConnection(userId, { formerId, presentId }, await pairsOf(userId, formerId, presentId));
  const kept = (await rowsOf(userId)).find(({ note }) => note === 'with Bob');
  expect(kept).toMatchObject({ name: 'Canteen' });
  expect(await listChanges(userId, kept?.id ?? '')).toMatchObject([
    { field: 'note', after: 'with Bob' },
    { field: 'name', after: 'Canteen' },
  ]);
});

test('balances are proven anew, for history may reach elsewhere now', async () => {
  const { userId, formerId, presentId } = await relinked();
  expect(await listKnownDays(userId, ago(10))).not.toEqual([]);
  await replaceConnection(userId, { formerId, presentId }, await pairsOf(userId, formerId, presentId));
  expect(await listKnownDays(userId, ago(10))).toEqual([]);
});
