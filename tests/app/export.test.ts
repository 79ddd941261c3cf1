import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { download } from '@/app/api/export/[file]/download';
import { updateTransaction } from '@/db/queries/transactions';
import { day } from '@/lib/core/day';
import type { UserId } from '@/lib/core/id';
import { anAccount, anItem, aPerson, aTransaction, manyTransactions } from '../support/factories';

const HEAD = 'id,date,authorized_date,account,name,merchant,category,amount,currency,pending,note,tags';

const get = (userId: UserId, file = 'transactions.csv', query = '') =>
  download(userId, file, new URLSearchParams(query));

async function rowsOf(answer: Response): Promise<string[][]> {
  return Papa.parse<string[]>((await answer.text()).trimEnd()).data.slice(1);
}

describe('the download of transactions', () => {
  it('has the fixed columns, amounts in our sign with the digits of their currency, and is for one person only', async () => {
    const ann = await aPerson();
    const id = await aTransaction(ann, {
      amount: -12_50,
      postedDay: day('2026-03-15'),
      authorizedDay: day('2026-03-14'),
      bankName: 'CORNER SHOP 42',
      merchantName: 'Corner, Shop',
      isPending: true,
      tags: ['home', 'tax'],
    });
    await updateTransaction(ann.userId, id, { note: '=cmd()', userCategoryId: 'groceries' });
    const answer = await get(ann.userId);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="transactions.csv"');
    expect(await answer.text()).toBe(
      `${HEAD}\r\n${id},2026-03-15,2026-03-14,Checking,CORNER SHOP 42,"Corner, Shop",Groceries,-12.50,USD,true,'=cmd(),home; tax\r\n`,
    );
  });

  it('writes yen without digits and dinars with three', async () => {
    const ann = await aPerson();
    await aTransaction(ann, { amount: -1200, currency: 'JPY', postedDay: day('2026-03-02') });
    await aTransaction(ann, { amount: 1234, currency: 'KWD', postedDay: day('2026-03-01') });
    expect((await rowsOf(await get(ann.userId))).map((row) => row[7])).toEqual(['-1200', '1.234']);
  });

  it('holds hidden and closed accounts, but no removed row and no connection that is being removed', async () => {
    const ann = await aPerson();
    const hidden = await anAccount(ann, { isHidden: true });
    const closed = await anAccount(ann, { closedAt: new Date(0) });
    const itemId = await anItem(ann.userId, { state: 'ending' });
    const ending = await anAccount({ userId: ann.userId, itemId });
    for (const accountId of [hidden, closed, ending]) await aTransaction({ ...ann, accountId });
    await aTransaction(ann, { removedAt: new Date(0) });
    expect(await rowsOf(await get(ann.userId))).toHaveLength(2);
  });

  it('takes the filters of the list', async () => {
    const ann = await aPerson();
    const id = await aTransaction(ann, { bankCategoryId: 'coffee' });
    await aTransaction(ann, { bankCategoryId: 'coffee', postedDay: day('2026-04-01') });
    await aTransaction(ann);
    const query = `category=coffee&month=2026-03&account=${ann.accountId}&q=corner`;
    expect((await rowsOf(await get(ann.userId, 'transactions.csv', query))).map(([first]) => first)).toEqual([
      id,
    ]);
  });

  it('refuses a filter it cannot use, and knows no stranger’s account and no other file', async () => {
    const [ann, bob] = [await aPerson(), await aPerson()];
    const refusal = (file: string, query: string) =>
      get(ann.userId, file, query).catch((error: unknown) => error);
    expect(await refusal('transactions.csv', 'month=soon')).toMatchObject({
      code: 'invalid-input',
      fields: { month: expect.any(String) },
    });
    expect(await refusal('transactions.csv', `account=${bob.accountId}`)).toMatchObject({
      code: 'not-found',
    });
    expect(await refusal('transactions.xls', '')).toMatchObject({ code: 'not-found' });
  });

  it('gives the same rows as JSON, and an empty list for nobody’s', async () => {
    const ann = await aPerson();
    await aTransaction(ann, { postedDay: day('2026-03-02') });
    const id = await aTransaction(ann, { postedDay: day('2026-03-03') });
    const rows: unknown = await (await get(ann.userId, 'transactions.json')).json();
    expect(rows).toHaveLength(2);
    expect(rows).toMatchObject([{ id, amount: '-10.00', pending: false, tags: [], merchant: null }, {}]);
    expect(await (await get((await aPerson()).userId, 'transactions.json')).json()).toEqual([]);
  });

  it('loses and repeats nothing where batches meet', async () => {
    const ann = await aPerson();
    await manyTransactions(ann, 2_500);
    const ids = (await rowsOf(await get(ann.userId))).map(([id]) => id);
    expect(ids).toHaveLength(2_500);
    expect(new Set(ids).size).toBe(2_500);
    const whole = await (await get((await aPerson()).userId)).text();
    expect(whole).toBe(`${HEAD}\r\n`);
  });
});
