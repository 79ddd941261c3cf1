import { describe, expect, it } from 'vitest';
import { listCategoryMonths } from '@/db/queries/budgets';
import {
  findFirstDay,
  findTransaction,
  listTransactions,
  type Place,
  sumTransactions,
  type TransactionPage,
  updateTransaction,
} from '@/db/queries/transactions';
import { day } from '@/lib/core/day';
import { month } from '@/lib/core/month';
import { NO_FILTER } from '@/lib/transactions/filter';
import { anAccount, anItem, aPerson, aTransaction } from '../support/factories';

const names = ({ rows }: TransactionPage) => rows.map(({ name }) => name);

describe('the list of transactions', () => {
  it('is newest first by the day the person paid, and walks its pages both ways without loss', async () => {
    const ann = await aPerson();
    for (const number of [1, 2, 3, 4, 5]) {
      await aTransaction(ann, { bankName: `Shop ${number}`, postedDay: day(`2026-03-0${number}`) });
    }
    // Booked last, but paid first.
    const paidFirst = { authorizedDay: day('2026-02-28'), postedDay: day('2026-03-06') };
    await aTransaction(ann, { bankName: 'Shop 0', ...paidFirst });
    const read = (page: object) => listTransactions(ann.userId, NO_FILTER, { limit: 2, ...page });
    const first = await read({});
    const second = await read({ after: first.rows.at(-1) });
    const third = await read({ after: second.rows.at(-1) });
    expect([first, second, third].flatMap(names)).toEqual([5, 4, 3, 2, 1, 0].map((n) => `Shop ${n}`));
    expect([first.hasNewer, first.hasOlder, third.hasNewer, third.hasOlder]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const back = await read({ before: third.rows[0] });
    expect(names(back)).toEqual(names(second));
    expect([back.hasNewer, back.hasOlder]).toEqual([true, true]);
    expect((await read({ before: second.rows[0] })).hasNewer).toBe(false);
  });

  it('begins with the oldest row that it may show', async () => {
    const ann = await aPerson();
    await aTransaction(ann, { postedDay: day('2026-03-04') });
    const withdrawn = await anAccount(ann, { withdrawnAt: new Date() });
    await aTransaction({ ...ann, accountId: withdrawn }, { postedDay: day('2025-01-02') });
    expect(await findFirstDay(ann.userId)).toBe('2026-03-04');
  });

  it('loses no row among many of one day', async () => {
    const ann = await aPerson();
    const ids = new Set<string>();
    for (let count = 0; count < 5; count += 1) ids.add(await aTransaction(ann));
    const found: string[] = [];
    let after: Place | null = null;
    do {
      const page: TransactionPage = await listTransactions(ann.userId, NO_FILTER, { after, limit: 2 });
      found.push(...page.rows.map(({ id }) => id));
      after = page.hasOlder ? (page.rows.at(-1) ?? null) : null;
    } while (after !== null);
    expect(new Set(found)).toEqual(ids);
    expect(found).toHaveLength(5);
  });

  it('has the sums of whole days, also of a day that the page cuts', async () => {
    const ann = await aPerson();
    for (const amount of [-1_00, -2_00, -4_00]) await aTransaction(ann, { amount });
    const { rows, daySums } = await listTransactions(ann.userId, NO_FILTER, { limit: 2 });
    expect(rows).toHaveLength(2);
    expect(daySums).toEqual([{ day: '2026-03-14', currency: 'USD', amount: -7_00 }]);
  });

  it('finds by every word, in any case, and takes signs of the pattern as letters', async () => {
    const ann = await aPerson();
    await aTransaction(ann, { bankName: 'WHOLE FOODS #42', note: '100% for Sunday' });
    await aTransaction(ann, { bankName: 'Whole Earth' });
    const found = (text: string) => listTransactions(ann.userId, { ...NO_FILTER, text }, { limit: 9 });
    expect(names(await found('foods whole'))).toEqual(['WHOLE FOODS #42']);
    expect(names(await found('sunday 100%'))).toEqual(['WHOLE FOODS #42']);
    expect(names(await found('e%h'))).toEqual([]);
    expect(names(await found('who_e'))).toEqual([]);
    expect(names(await found('\\'))).toEqual([]);
  });

  it('filters by account, category and month together', async () => {
    const ann = await aPerson();
    const other = await anAccount(ann);
    const wanted = { bankCategoryId: 'groceries', postedDay: day('2026-03-31') };
    const id = await aTransaction(ann, wanted);
    await aTransaction({ ...ann, accountId: other }, wanted);
    await aTransaction(ann, { ...wanted, bankCategoryId: 'coffee' });
    await aTransaction(ann, { ...wanted, postedDay: day('2026-04-01') });
    const filter = { text: null, accountId: ann.accountId, categoryId: 'groceries', month: month('2026-03') };
    const { rows } = await listTransactions(ann.userId, filter, { limit: 9 });
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  it('leaves out removed rows, hidden accounts unless asked for, and connections that are being removed', async () => {
    const ann = await aPerson();
    const hidden = await anAccount(ann, { isHidden: true });
    const itemId = await anItem(ann.userId, { state: 'ending' });
    const ending = await anAccount({ userId: ann.userId, itemId });
    await aTransaction(ann, { bankName: 'Shown' });
    await aTransaction(ann, { bankName: 'Removed', removedAt: new Date(0) });
    await aTransaction({ ...ann, accountId: hidden }, { bankName: 'Hidden' });
    await aTransaction({ ...ann, accountId: ending }, { bankName: 'Ending' });
    const of = (accountId: typeof hidden | null) =>
      listTransactions(ann.userId, { ...NO_FILTER, accountId }, { limit: 9 });
    expect(names(await of(null))).toEqual(['Shown']);
    expect(names(await of(hidden))).toEqual(['Hidden']);
    expect(names(await of(ending))).toEqual([]);
  });

  it('adds up money in and money out by category and currency', async () => {
    const ann = await aPerson();
    for (const amount of [-10_00, 4_00, -1_00]) await aTransaction(ann, { amount });
    expect(await sumTransactions(ann.userId, NO_FILTER)).toEqual([
      { categoryId: 'shopping', currency: 'USD', count: 3, moneyIn: 4_00, moneyOut: -11_00 },
    ]);
  });
});

describe('a change of category', () => {
  it("is the person's, moves the month's totals with it, and can be given back to the bank", async () => {
    const ann = await aPerson();
    const id = await aTransaction(ann, { amount: -10_00, bankCategoryId: 'shopping' });
    const totals = async () =>
      (await listCategoryMonths(ann.userId, month('2026-03'), month('2026-03'))).map((t) => [
        t.categoryId,
        t.amount,
      ]);
    await updateTransaction(ann.userId, id, { userCategoryId: 'groceries' });
    expect(await findTransaction(ann.userId, id)).toMatchObject({
      categoryId: 'groceries',
      userCategoryId: 'groceries',
      bankCategoryId: 'shopping',
    });
    expect(await totals()).toEqual([['groceries', -10_00]]);
    await updateTransaction(ann.userId, id, { userCategoryId: null });
    expect((await findTransaction(ann.userId, id))?.categoryId).toBe('shopping');
    expect(await totals()).toEqual([['shopping', -10_00]]);
  });

  it('keeps the note apart from the category', async () => {
    const ann = await aPerson();
    const id = await aTransaction(ann);
    await updateTransaction(ann.userId, id, { userCategoryId: 'pets' });
    await updateTransaction(ann.userId, id, { note: 'For the dog' });
    expect(await findTransaction(ann.userId, id)).toMatchObject({ categoryId: 'pets', note: 'For the dog' });
  });

  it('is not found for a removed row', async () => {
    const ann = await aPerson();
    const id = await aTransaction(ann, { removedAt: new Date(0) });
    await expect(updateTransaction(ann.userId, id, { note: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
