import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { listAccounts } from '@/db/queries/accounts';
import { itemReplacements } from '@/db/schema';
import { linkItem } from '@/lib/sync/link-item';
import { aPublicToken, drain, drift, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';
import { accountsOf, edit, itemsOf, rowsOf } from '../support/relink';

/** A log-in of a few rows that every bank knows, at one that keeps one connection per log-in. */
async function linkedAt(institutionId: string) {
  const emulator = engineOn();
  const userId = await aUser();
  const link = async () => {
    const login = { username: 'user_transactions_dynamic', institutionId };
    return linkItem(userId, { publicToken: await aPublicToken(login) });
  };
  const first = await link();
  await drain();
  const [row] = await rowsOf(userId);
  if (!row) throw new Error('There is no row.');
  await edit(row.id, { note: 'for Bob', userCategoryId: 'gifts' });
  return { emulator, userId, first, link, row };
}

test('check 12: at Chase a second link replaces the first by itself, with its accounts and edits', async () => {
  const { emulator, userId, first, link, row } = await linkedAt('ins_56');
  const [accounts, rows] = [await accountsOf(userId), await rowsOf(userId)];
  const second = await link();
  expect(second).not.toBe(first);
  expect((await itemsOf(userId)).map(({ id }) => id)).toEqual([second]);
  expect(((await pull(emulator, '/items/list')) as { items: unknown[] }).items).toHaveLength(1);
  // At no moment is anything missing or doubled: what the bank has not sent yet is as it was.
  expect((await rowsOf(userId)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  await drain();
  expect((await accountsOf(userId)).map(({ id }) => id)).toEqual(accounts.map(({ id }) => id));
  expect(await rowsOf(userId)).toHaveLength(rows.length);
  const [edited] = (await rowsOf(userId)).filter(({ id }) => id === row.id);
  expect(edited).toMatchObject({ note: 'for Bob', userCategoryId: 'gifts', isKept: false });
  expect(edited?.plaidTransactionId).not.toBe(row.plaidTransactionId);
  expect(await drift()).toEqual([]);
  const told = await asSystem((tx) =>
    tx.select().from(itemReplacements).where(eq(itemReplacements.userId, userId)),
  );
  expect(told).toMatchObject([{ itemId: second, isAutomatic: true }]);
});

test('where the bank gives no lasting ids the new connection waits for the person, and counts nowhere', async () => {
  const { userId, first, link } = await linkedAt('ins_11');
  const accounts = await listAccounts(userId);
  const second = await link();
  await drain();
  expect((await itemsOf(userId)).find(({ id }) => id === second)).toMatchObject({ replacesItemId: first });
  expect((await listAccounts(userId)).map(({ id }) => id)).toEqual(accounts.map(({ id }) => id));
});
