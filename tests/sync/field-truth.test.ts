/** The bank's words and the person's are different columns: each side's last word stands, whatever order things come in. */
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { updateAccount } from '@/db/queries/accounts';
import { accounts, items, transactions } from '@/db/schema';
import { updateTransaction } from '@/db/queries/transactions';
import {
  aPage,
  aRow,
  anAccount,
  type Linked,
  linkScripted,
  Refusal,
  type Script,
} from '../support/scripted-bank';

const shop = {
  personal_finance_category: {
    primary: 'FOOD_AND_DRINK',
    detailed: 'FOOD_AND_DRINK_COFFEE',
    confidence_level: 'HIGH',
  },
};

/** A bank that begins with these rows; each call of `tell` is one more update. */
async function opened(...added: object[]) {
  const script: Script = { '/transactions/sync': aPage({ added, next_cursor: 'cursor 0' }) };
  const linked = await linkScripted(script);
  let updates = 0;
  const tell = async (given: object) => {
    const [before, after] = [`cursor ${updates}`, `cursor ${++updates}`];
    script['/transactions/sync'] = ({ cursor }) =>
      aPage({ ...(cursor === before ? given : {}), next_cursor: after });
    await linked.sync();
  };
  return { ...linked, script, tell };
}

async function rowOf({ userId }: Linked, plaidTransactionId: string) {
  const [row] = await asSystem((tx) =>
    tx
      .select()
      .from(transactions)
      .where(and(eq(transactions.userId, userId), eq(transactions.plaidTransactionId, plaidTransactionId))),
  );
  return row ?? expect.unreachable(`There is no row ${plaidTransactionId}.`);
}

const edit = async (bank: Linked, id: string, change: object) =>
  updateTransaction(bank.userId, (await rowOf(bank, id)).id, change);

/** The person's own name of a merchant, as it is stored. */
async function call(bank: Linked, id: string, userMerchantName: string): Promise<void> {
  const row = await rowOf(bank, id);
  await asSystem((tx) =>
    tx.update(transactions).set({ userMerchantName }).where(eq(transactions.id, row.id)),
  );
}

const pending = (given: object = {}) => aRow('pending', { pending: true, ...given });
const posted = (given: object = {}) => aRow('posted', { pending_transaction_id: 'pending', ...given });
const gone = { transaction_id: 'pending', account_id: 'checking' };

test('a correction of every field arrives on a row whose category, note and name the person changed', async () => {
  const bank = await opened(aRow('one', shop));
  await edit(bank, 'one', { userCategoryId: 'gifts', note: 'for Bob' });
  await call(bank, 'one', 'Le Bistro');
  const corrected = aRow('one', {
    ...shop,
    amount: 12.5,
    name: 'NEW NAME',
    merchant_name: 'Newer',
    date: '2026-03-15',
  });
  await bank.tell({ modified: [corrected] });
  expect(await rowOf(bank, 'one')).toMatchObject({
    amount: -12_50,
    bankName: 'NEW NAME',
    merchantName: 'Newer',
    postedDay: '2026-03-15',
    bankCategoryId: 'coffee',
    categoryId: 'gifts',
    note: 'for Bob',
    name: 'Le Bistro',
  });
});

test('the name that the person gave a merchant never changes by itself; given back, the bank’s newest holds', async () => {
  const bank = await opened(aRow('one', { merchant_name: 'First' }));
  await call(bank, 'one', 'Mine');
  await bank.tell({ modified: [aRow('one', { merchant_name: 'Second' })] });
  await bank.tell({ modified: [aRow('one', { merchant_name: null, name: 'THIRD' })] });
  expect((await rowOf(bank, 'one')).name).toBe('Mine');
  const { id } = await rowOf(bank, 'one');
  await asSystem((tx) =>
    tx.update(transactions).set({ userMerchantName: null }).where(eq(transactions.id, id)),
  );
  expect((await rowOf(bank, 'one')).name).toBe('THIRD');
});

test('a name and the hiding of an account outlive every change of the bank’s own', async () => {
  const bank = await opened();
  const own = () => asSystem((tx) => tx.select().from(accounts).where(eq(accounts.userId, bank.userId)));
  const [account] = await own();
  await updateAccount(bank.userId, account?.id ?? expect.unreachable(), {
    displayName: 'Everyday',
    isHidden: true,
  });
  bank.script['/accounts/get'] = {
    accounts: [anAccount('checking', { name: 'Premier', subtype: 'savings' })],
  };
  await bank.sync();
  bank.script['/accounts/get'] = { accounts: [anAccount('other')] };
  await bank.sync();
  bank.script['/accounts/get'] = {
    accounts: [anAccount('checking', { name: 'Premier' }), anAccount('other')],
  };
  await bank.sync();
  expect((await own()).find(({ id }) => id === account?.id)).toMatchObject({
    bankName: 'Premier',
    name: 'Everyday',
    isHidden: true,
    closedAt: null,
  });
});

const update = {
  both: [{ added: [posted()], removed: [gone] }],
  early: [{ added: [posted()] }, { removed: [gone] }],
  late: [{ removed: [gone] }, { added: [posted()] }],
};

test.each(Object.entries(update))(
  'an edit on the pending row reaches the posted one (%s, over its updates)',
  async (_, updates) => {
    const bank = await opened(pending());
    await edit(bank, 'pending', { userCategoryId: 'gifts', note: 'for Bob' });
    for (const one of updates) await bank.tell(one);
    expect(await rowOf(bank, 'posted')).toMatchObject({
      userCategoryId: 'gifts',
      note: 'for Bob',
      removedAt: null,
    });
    expect((await rowOf(bank, 'pending')).removedAt).not.toBeNull();
  },
);

test('edits on both: what was said of the posted row holds, the rest comes from the pending one', async () => {
  const bank = await opened(pending());
  await edit(bank, 'pending', { userCategoryId: 'gifts', note: 'from the pending one' });
  await bank.tell({ added: [posted()] });
  await edit(bank, 'posted', { userCategoryId: 'travel' });
  await bank.tell({ removed: [gone] });
  expect(await rowOf(bank, 'posted')).toMatchObject({
    userCategoryId: 'travel',
    note: 'from the pending one',
  });
});

test('a row that was removed and comes back has its edits still', async () => {
  const bank = await opened(aRow('one', shop));
  await edit(bank, 'one', { userCategoryId: 'gifts', note: 'for Bob' });
  await bank.tell({ removed: [{ transaction_id: 'one', account_id: 'checking' }] });
  expect((await rowOf(bank, 'one')).removedAt).not.toBeNull();
  await bank.tell({ added: [aRow('one', { ...shop, amount: 11 })] });
  expect(await rowOf(bank, 'one')).toMatchObject({
    removedAt: null,
    amount: -11_00,
    userCategoryId: 'gifts',
    note: 'for Bob',
  });
});

test('a late word on a pending row goes to its successor when a rebuild finds it gone', async () => {
  const bank = await opened(pending());
  await bank.tell({ added: [posted()] });
  await edit(bank, 'pending', { note: 'a late word' });
  bank.script['/transactions/sync'] = ({ cursor }) =>
    cursor === undefined || cursor === 'anew'
      ? aPage({ added: cursor ? [] : [posted()], next_cursor: 'anew' })
      : new Refusal('INVALID_REQUEST', 'INVALID_FIELD');
  await bank.sync();
  expect(await rowOf(bank, 'posted')).toMatchObject({ note: 'a late word', removedAt: null });
  expect((await rowOf(bank, 'pending')).removedAt).not.toBeNull();
});

test('edits outlive a rebuild, also on a pending row that posted meanwhile', async () => {
  const bank = await opened(aRow('one', shop), pending());
  await edit(bank, 'one', { userCategoryId: 'gifts', note: 'for Bob' });
  await edit(bank, 'pending', { note: 'from the pending one' });
  bank.script['/transactions/sync'] = ({ cursor }) =>
    cursor === undefined
      ? aPage({ added: [aRow('one', { ...shop, amount: 11 }), posted()], next_cursor: 'anew' })
      : cursor === 'anew'
        ? aPage({ next_cursor: 'anew' })
        : new Refusal('INVALID_REQUEST', 'INVALID_FIELD');
  await bank.sync();
  expect(await asSystem((tx) => tx.select().from(items).where(eq(items.id, bank.itemId)))).toMatchObject([
    { epoch: 2 },
  ]);
  expect(await rowOf(bank, 'one')).toMatchObject({
    amount: -11_00,
    userCategoryId: 'gifts',
    note: 'for Bob',
  });
  expect(await rowOf(bank, 'posted')).toMatchObject({ note: 'from the pending one', removedAt: null });
  expect((await rowOf(bank, 'pending')).removedAt).not.toBeNull();
});
