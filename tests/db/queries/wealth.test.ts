import { describe, expect, test } from 'vitest';
import { listDebts } from '@/db/queries/debts';
import { listHoldings, listInvestmentAccounts, listInvestmentTransactions } from '@/db/queries/investments';
import { listConnectionStates, sumSpendingToDate } from '@/db/queries/overview';
import { listStreams } from '@/db/queries/recurring';
import { asSystem } from '@/db/client';
import { itemProducts } from '@/db/schema';
import { day } from '@/lib/core/day';
import { month } from '@/lib/core/month';
import { anAccount, anItem, aPerson, aTransaction } from '../../support/factories';
import {
  aHolding,
  aLiability,
  anInvestmentTransaction,
  aSecurity,
  aStream,
} from '../../support/wealth-factories';

describe('streams', () => {
  test("carry the merchant's name, else the bank's words, and are the person's own", async () => {
    const ann = await aPerson();
    await aStream(ann);
    await aStream(ann, { merchantName: null, description: 'ACME PAYROLL' });
    await aStream(await aPerson());
    const rows = await listStreams(ann.userId);
    expect(rows.map(({ name, accountName }) => [name, accountName])).toEqual([
      ['ACME PAYROLL', 'Checking'],
      ['Harbor Power', 'Checking'],
    ]);
  });
});

describe('debts', () => {
  test('are open cards and loans, with terms where the bank gives them', async () => {
    const ann = await aPerson();
    const card = await anAccount(ann, { type: 'credit', bankName: 'Card', balance: -410_00 });
    await anAccount(ann, { type: 'loan', bankName: 'Family loan', balance: -9000_00 });
    await anAccount(ann, { type: 'loan', bankName: 'Paid loan', closedAt: new Date() });
    await aLiability({ ...ann, accountId: card }, { minimumPayment: 35_00 });
    const rows = await listDebts(ann.userId);
    expect(rows.map(({ name, balance, terms }) => [name, balance, terms?.minimumPayment])).toEqual([
      ['Card', -410_00, 35_00],
      ['Family loan', -9000_00, undefined],
    ]);
    expect(await listDebts((await aPerson()).userId)).toEqual([]);
  });
});

describe('investments', () => {
  test('are holdings with their security, accounts that hold something, and the newest movements', async () => {
    const ann = await aPerson();
    const broker = await anAccount(ann, { type: 'investment', bankName: 'Brokerage' });
    const empty = await anAccount(ann, { type: 'investment', bankName: 'Empty' });
    const savings = await anAccount(ann, { bankName: 'Savings' });
    const securityId = await aSecurity(ann.userId);
    await aHolding({ ...ann, accountId: broker, securityId });
    await aHolding({ ...ann, securityId }, { value: 10_00 });
    await anInvestmentTransaction({ ...ann, accountId: broker }, { securityId });
    await anInvestmentTransaction({ ...ann, accountId: broker }, { day: day('2026-03-11'), name: 'Fee' });
    expect((await listHoldings(ann.userId)).map(({ name, value }) => [name, value])).toEqual([
      ['Apple Inc.', 200_00],
      ['Apple Inc.', 10_00],
    ]);
    const accounts = await listInvestmentAccounts(ann.userId);
    expect(accounts.map(({ id }) => id)).toEqual([broker, ann.accountId, empty]);
    expect(accounts.map(({ id }) => id)).not.toContain(savings);
    const [newest, older] = await listInvestmentTransactions(ann.userId, 5);
    expect([newest?.name, newest?.ticker, older?.ticker]).toEqual(['Fee', null, 'AAPL']);
    expect(await listInvestmentTransactions((await aPerson()).userId, 5)).toEqual([]);
  });
});

describe('spending to date', () => {
  test('nets refunds, stops earlier months at the same date, and leaves transfers out', async () => {
    const ann = await aPerson();
    const on = (date: string, amount: number, bankCategoryId = 'groceries') =>
      aTransaction(ann, { postedDay: day(date), amount, bankCategoryId });
    await on('2026-03-10', -50_00);
    await on('2026-03-09', 5_00);
    await on('2026-03-11', -1_00);
    await on('2026-02-10', -20_00);
    await on('2026-02-11', -1_00);
    await on('2026-03-01', -400_00, 'card-payment');
    await aTransaction(await aPerson(), { postedDay: day('2026-03-10') });
    const rows = await sumSpendingToDate(ann.userId, {
      months: [month('2026-03'), month('2026-02')],
      date: 10,
      except: ['card-payment'],
    });
    expect(rows.toSorted((a, b) => a.month.localeCompare(b.month))).toEqual([
      { month: '2026-02', categoryId: 'groceries', currency: 'USD', spent: 20_00 },
      { month: '2026-03', categoryId: 'groceries', currency: 'USD', spent: 46_00 },
    ]);
  });
});

describe('connections', () => {
  test('are loading until the first rows are there', async () => {
    const ann = await aPerson();
    const loading = await anItem(ann.userId, { institutionName: 'Zeta Bank' });
    await anItem(ann.userId, { state: 'ending' });
    await asSystem((tx) =>
      tx.insert(itemProducts).values({ userId: ann.userId, itemId: loading, product: 'transactions' }),
    );
    const rows = await listConnectionStates(ann.userId);
    expect(
      rows.map(({ institutionName, isLoading, hasAccounts }) => [institutionName, isLoading, hasAccounts]),
    ).toEqual([
      ['Harbor Bank', false, true],
      ['Zeta Bank', true, false],
    ]);
  });
});
