import { type BaseReport, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import {
  accountsIn,
  ASKED,
  baseReport,
  cents,
  CHECK,
  INCOME_PERSON,
  stillWorld,
} from '../support/check-report';
import { steer } from '../support/emulator-client';
import { refusal } from '../support/plaid-refusal';
import { aLegacyUser, anUpgradedUser, linkFor } from '../support/plaid-users';

describe('the life of a Consumer Report', () => {
  it('is not found, then not ready, then told and read', async () => {
    const { emulator, plaid, reports } = await stillWorld(60_000);
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME_PERSON);
    expect(await refusal(plaid.craCheckReportBaseReportGet({ user_id }))).toMatchObject({
      type: 'CONSUMER_REPORT_ERROR',
      code: 'CONSUMER_REPORT_NOT_FOUND',
    });
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    expect(await refusal(plaid.craCheckReportIncomeInsightsGet({ user_id }))).toMatchObject({
      type: 'CONSUMER_REPORT_ERROR',
      code: 'PRODUCT_NOT_READY',
    });
    await emulator.idle();
    expect(reports()).toEqual([]);
    await steer(emulator, '/clock/advance', { ms: 60_000 });
    await emulator.idle();
    expect(reports()).toEqual([
      {
        webhook_type: 'CHECK_REPORT',
        webhook_code: 'USER_CHECK_REPORT_READY',
        user_id,
        successful_products: ['cra_base_report'],
        failed_products: [],
        environment: 'sandbox',
      },
    ]);
    expect((await baseReport(plaid, { user_id })).days_requested).toBe(365);
  });

  it('tells users of the older kind in the older words, and serves them by token', async () => {
    const { emulator, plaid, reports } = await stillWorld();
    const { userId, userToken: user_token } = await aLegacyUser(plaid);
    await linkFor(plaid, { user_token }, INCOME_PERSON);
    await plaid.craCheckReportCreate({
      user_token,
      ...ASKED,
      days_requested: 60,
      products: [Products.CraIncomeInsights],
    });
    await emulator.idle();
    expect(reports()).toMatchObject([
      {
        webhook_code: 'CHECK_REPORT_READY',
        user_id: userId,
        successful_products: ['cra_base_report', 'cra_income_insights'],
      },
    ]);
    // Fewer than 180 days are raised to that.
    expect((await baseReport(plaid, { user_token })).days_requested).toBe(180);
  });

  it('ends after a day, unless somebody read it', async () => {
    const { emulator, plaid } = await stillWorld();
    const [unread, read] = [await anUpgradedUser(plaid, 'unread'), await anUpgradedUser(plaid, 'read')];
    for (const user_id of [unread, read]) {
      await linkFor(plaid, { user_id }, INCOME_PERSON);
      await plaid.craCheckReportCreate({ user_id, ...ASKED });
    }
    const before = await baseReport(plaid, { user_id: read });
    await steer(emulator, '/clock/advance', { days: 1 });
    expect(await refusal(plaid.craCheckReportBaseReportGet({ user_id: unread }))).toMatchObject({
      type: 'CONSUMER_REPORT_ERROR',
      code: 'CONSUMER_REPORT_EXPIRED',
    });
    expect(await baseReport(plaid, { user_id: read })).toEqual(before);
    await plaid.craCheckReportCreate({ user_id: unread, ...ASKED });
    expect((await baseReport(plaid, { user_id: unread })).report_id).toBeTruthy();
  });

  it('is replaced by the next one, which has newer figures', async () => {
    const { emulator, plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME_PERSON);
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    const first = await baseReport(plaid, { user_id });
    await steer(emulator, '/clock/advance', { days: 20 });
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    const second = await baseReport(plaid, { user_id });
    expect(second.report_id).not.toBe(first.report_id);
    const newest = (report: BaseReport) => accountsIn(report)[0]?.transactions[0]?.date ?? '';
    expect(newest(second) > newest(first)).toBe(true);
    const old = plaid.craCheckReportBaseReportGet({ user_id, report_id: first.report_id });
    expect((await refusal(old)).code).toBe('CONSUMER_REPORT_NOT_FOUND');
  });

  it('fails where no Item can be read, and says which one to repair', async () => {
    const { emulator, plaid, reports } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME_PERSON);
    const [item] = (await plaid.userItemsGet({ user_id })).data.items;
    await plaid.sandboxUserResetLogin({ user_id });
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    await emulator.idle();
    expect(reports()).toMatchObject([
      {
        webhook_code: 'USER_CHECK_REPORT_FAILED',
        user_id,
        error: { error_type: 'CHECK_REPORT_ERROR', error_code: 'DATA_UNAVAILABLE', status: 400 },
        repairable_items: [{ item_id: item?.item_id, error_code: 'ITEM_LOGIN_REQUIRED' }],
        failed_products: ['cra_base_report'],
      },
    ]);
    expect(await refusal(plaid.craCheckReportBaseReportGet({ user_id }))).toMatchObject({
      type: 'CHECK_REPORT_ERROR',
      code: 'DATA_UNAVAILABLE',
    });
  });

  it('needs a whole identity, and products of Plaid Check alone', async () => {
    const { plaid } = await stillWorld();
    const { data } = await plaid.userCreate({ client_user_id: 'nameless' });
    const nameless = plaid.craCheckReportCreate({ user_id: data.user_id, ...ASKED });
    expect((await refusal(nameless)).code).toBe('INVALID_FIELD');
    const user_id = await anUpgradedUser(plaid);
    const wrong = plaid.craCheckReportCreate({ user_id, ...ASKED, products: [Products.Transactions] });
    expect((await refusal(wrong)).code).toBe('INVALID_PRODUCT');
    const mixed = linkFor(plaid, { user_id }, { products: [...CHECK, Products.Assets] });
    expect((await refusal(mixed)).code).toBe('INVALID_FIELD');
  });
});

describe('a Base Report', () => {
  it('has the rows that sync has, under account ids of its own', async () => {
    const { plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    const publicToken = await linkFor(
      plaid,
      { user_id },
      { ...INCOME_PERSON, products: [Products.Transactions] },
    );
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    const { data: exchanged } = await plaid.itemPublicTokenExchange({ public_token: publicToken });
    const { data } = await plaid.transactionsSync({ access_token: exchanged.access_token, count: 500 });
    const accounts = accountsIn(await baseReport(plaid, { user_id }));
    const rows = new Map(
      accounts.flatMap(({ transactions }) => transactions).map((row) => [row.transaction_id, row]),
    );
    expect(data.added.length).toBeGreaterThan(80);
    for (const { transaction_id, amount, date, pending } of data.added) {
      expect(rows.get(transaction_id)).toMatchObject({ amount, date, pending });
    }
    const ids = new Set(data.accounts.map(({ account_id }) => account_id));
    expect(accounts.filter(({ account_id }) => ids.has(account_id))).toEqual([]);
  });

  it('has balances that follow from the rows', async () => {
    const { plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME_PERSON);
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    for (const { balances, historical_balances, transactions } of accountsIn(
      await baseReport(plaid, { user_id }),
    )) {
      const [today] = historical_balances ?? [];
      const oldest = historical_balances?.at(-1);
      const since = transactions.filter(({ pending, date }) => !pending && date > (oldest?.date ?? ''));
      expect(historical_balances?.length).toBeGreaterThan(300);
      expect(today?.current).toBe(balances.current);
      expect(cents([oldest?.current ?? 0]) - cents(since.map(({ amount }) => amount))).toBe(
        cents([balances.current ?? 0]),
      );
    }
  });

  it('has the balances that an Asset Report has, day by day', async () => {
    const { emulator, plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    const both = [Products.Transactions, Products.Assets];
    const public_token = await linkFor(plaid, { user_id }, { ...INCOME_PERSON, products: both });
    const { access_token } = (await plaid.itemPublicTokenExchange({ public_token })).data;
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    const order = { access_tokens: [access_token], days_requested: 365 };
    const { asset_report_token } = (await plaid.assetReportCreate(order)).data;
    await emulator.idle();
    const assets = (await plaid.assetReportGet({ asset_report_token })).data.report.items[0]?.accounts ?? [];
    const checked = accountsIn(await baseReport(plaid, { user_id }));
    expect(checked.map(({ mask }) => mask)).toEqual(assets.map(({ mask }) => mask));
    for (const [index, { historical_balances }] of assets.entries()) {
      const byDay = new Map(checked[index]?.historical_balances?.map(({ date, current }) => [date, current]));
      const differing = historical_balances.filter(({ date, current }) => byDay.get(date) !== current);
      expect(historical_balances.length).toBeGreaterThan(300);
      expect(differing).toEqual([]);
    }
  });

  it('sums what came in and went out, and counts overdrafts', async () => {
    const { plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME_PERSON);
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    const report = await baseReport(plaid, { user_id });
    const accounts = accountsIn(report);
    for (const { transactions, attributes } of accounts) {
      const booked = transactions.filter(({ pending }) => !pending).map(({ amount }) => amount);
      expect(cents([attributes?.total_inflow_amount?.amount ?? 0])).toBe(
        cents(booked.filter((amount) => amount < 0).map((amount) => -amount)),
      );
      expect(cents([attributes?.total_outflow_amount?.amount ?? 0])).toBe(
        cents(booked.filter((amount) => amount > 0)),
      );
    }
    const sum = cents(accounts.map(({ attributes }) => attributes?.total_inflow_amount?.amount ?? 0));
    expect(cents([report.attributes?.total_inflow_amount?.amount ?? 0])).toBe(sum);
    const fees = accounts
      .flatMap(({ transactions }) => transactions)
      .filter(({ credit_category }) => credit_category?.detailed === 'BANK_FEES_OVERDRAFT_FEES');
    expect(fees.length).toBeGreaterThan(0);
    expect(report.attributes?.nsf_overdraft_transactions_count).toBe(fees.length);
    expect(accounts.filter(({ attributes }) => attributes?.is_primary_account)).toHaveLength(1);
  });

  it('covers every bank of the user, and one of them on request', async () => {
    const { plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME_PERSON);
    await linkFor(plaid, { user_id }, { products: CHECK, institutionId: 'ins_109511' });
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    const report = await baseReport(plaid, { user_id });
    expect(report.items.map(({ institution_name }) => institution_name)).toEqual([
      'First Platypus Bank',
      'Tartan Bank',
    ]);
    const [first] = report.items;
    const { data } = await plaid.craCheckReportBaseReportGet({ user_id, item_ids: [first?.item_id ?? ''] });
    expect(data.report.items.map(({ item_id }) => item_id)).toEqual([first?.item_id]);
  });
});
