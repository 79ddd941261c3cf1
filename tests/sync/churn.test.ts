import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { updateAccount } from '@/db/queries/accounts';
import { listKnownDays } from '@/db/queries/balances';
import { addDays } from '@/lib/core/day';
import type { UserId } from '@/lib/core/id';
import { requestSync } from '@/lib/sync/request-sync';
import { bankToday } from '../support/bank-day';
import { drain, drift, engineOn, expireLease, pull } from '../support/engine';
import { aUser } from '../support/factories';
import { aBankFile } from '../support/custom-user';
import { accountsOf, edit, itemsOf, linkFile, rowsOf } from '../support/relink';

const ago = (days: number) => addDays(bankToday(), -days);
const file = aBankFile({
  Checking: {
    mask: '1234',
    rows: [
      { on: ago(300), amount: 80, name: 'Old Books' },
      { on: ago(6), amount: 4, name: 'Coffee' },
      { on: ago(6), amount: 4, name: 'Coffee' },
      { on: ago(5), amount: 12.5, name: 'Lunch' },
    ],
  },
});

async function linked() {
  const emulator = engineOn();
  const userId = await aUser();
  const itemId = await linkFile(userId, file);
  await drain();
  const account = (await accountsOf(userId))[0];
  const item_id = (await itemsOf(userId))[0]?.plaidItemId;
  if (!account) throw new Error('There is no account.');
  await updateAccount(userId, account.id, { displayName: 'Everyday', isHidden: true });
  for (const { id, bankName } of await rowsOf(userId)) await edit(id, { note: `${bankName} ${id}` });
  const sync = async () => {
    await requestSync(userId, itemId);
    await drain();
  };
  const steer = (path: string, body: object = {}) => pull(emulator, path, { item_id, ...body });
  const churn = () => steer('/items/churn', { account_id: account.plaidAccountId });
  return { emulator, userId, itemId, account, sync, steer, churn };
}

const facts = async (userId: UserId) =>
  (await rowsOf(userId)).map(({ id, accountId, bankName, amount, note }) => ({
    id,
    accountId,
    bankName,
    amount,
    note,
  }));

test('an account under another id is the same account, and its rows the same rows', async () => {
  const { userId, account, sync, churn } = await linked();
  const before = await facts(userId);
  const idsBefore = (await rowsOf(userId)).map(({ plaidTransactionId }) => plaidTransactionId);
  await churn();
  await sync();
  expect(await accountsOf(userId)).toMatchObject([
    {
      id: account.id,
      name: 'Everyday',
      isHidden: true,
      closedAt: null,
      formerPlaidAccountIds: [account.plaidAccountId],
    },
  ]);
  expect(await facts(userId)).toEqual(before);
  const rows = await rowsOf(userId);
  expect(rows.every(({ isKept }) => !isKept)).toBe(true);
  expect(rows.filter(({ plaidTransactionId }) => idsBefore.includes(plaidTransactionId))).toEqual([]);
  expect(await drift()).toEqual([]);
  await sync();
  expect(await facts(userId)).toEqual(before);
});

test('its balances are proven anew, for history may reach elsewhere under the new id', async () => {
  const { userId, account, sync, churn } = await linked();
  await asSystem((tx) =>
    tx.execute(sql`
      insert into account_balances (user_id, account_id, day, balance, currency, is_estimated, booked, pending)
      values (${userId}, ${account.id}, ${ago(1)}, 0, 'USD', false, 0, 0)
      on conflict (user_id, account_id, day) do update set is_estimated = false, booked = 0, pending = 0`),
  );
  await updateAccount(userId, account.id, { isHidden: false });
  const known = async () => (await listKnownDays(userId, ago(9))).map((of) => of.day);
  expect(await known()).toContain(ago(1));
  await churn();
  await sync();
  expect(await known()).not.toContain(ago(1));
});

test('where the rows come in two steps, those that are still to come stay as they are', async () => {
  const { emulator, userId, sync, steer, churn } = await linked();
  const before = await facts(userId);
  await pull(emulator, '/delays/set', { initial_ms: 0, historical_ms: 3_600_000 });
  await churn();
  await sync();
  expect(await facts(userId)).toEqual(before);
  expect((await rowsOf(userId)).map(({ isKept }) => isKept)).toEqual([true, false, false, false]);
  await steer('/items/ready');
  await sync();
  expect(await facts(userId)).toEqual(before);
  expect((await rowsOf(userId)).some(({ isKept }) => isKept)).toBe(false);
  expect(await drift()).toEqual([]);
});

test('a rebuild leaves rows of a former id alone', async () => {
  const { emulator, userId, itemId, sync, churn } = await linked();
  const before = await facts(userId);
  await pull(emulator, '/delays/set', { initial_ms: 0, historical_ms: 3_600_000 });
  await churn();
  await pull(emulator, '/faults/add', { endpoint: '/transactions/sync', error_code: 'INVALID_FIELD' });
  await expireLease(itemId);
  await sync();
  expect(await facts(userId)).toEqual(before);
});

test('a new row of the same day, amount and name is another purchase, and takes no note', async () => {
  const { userId, account, sync, steer, churn } = await linked();
  const twin = { amount: 12.5, name: 'Lunch', date: ago(5), account_id: account.plaidAccountId };
  await steer('/transactions/add', twin);
  await churn();
  await sync();
  const lunches = (await rowsOf(userId)).filter(({ bankName }) => bankName === 'Lunch');
  // Two there, one here: nobody can say which of the two it was.
  expect(lunches.map(({ note }) => note)).toEqual([null, null]);
  expect(await rowsOf(userId, { removed: true })).toMatchObject([{ bankName: 'Lunch', isKept: true }]);
  expect(await drift()).toEqual([]);
});
