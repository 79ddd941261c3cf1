import { type CreditBankIncome, type PlaidApi, Products, type Transaction } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { refusal } from '../support/plaid-refusal';
import { aLegacyUser, anUpgradedUser, linkFor } from '../support/plaid-users';

const HOOK = 'https://app.test/hook';
const INCOME = {
  products: [Products.IncomeVerification],
  username: 'user_bank_income',
  password: '{}',
  incomeDays: 730,
};

/** A world that stands still, so that sums over days do not move under a test. */
async function still() {
  const delivered: unknown[] = [];
  const emulator = anEmulator({
    deliver: async (request) => {
      delivered.push(await request.json());
      return new Response(null, { status: 200 });
    },
  });
  await steer(emulator, '/clock/freeze');
  return { emulator, delivered, plaid: plaidClientFor(emulator) };
}

async function newestReport(plaid: PlaidApi, user: { user_id?: string; user_token?: string }) {
  const { data } = await plaid.creditBankIncomeGet(user);
  const [report] = data.bank_income ?? [];
  if (!report) throw new Error('There is no report.');
  return report;
}

async function rowsOf(plaid: PlaidApi, publicToken: string): Promise<Transaction[]> {
  const { data } = await plaid.itemPublicTokenExchange({ public_token: publicToken });
  const options = { days_requested: 730 };
  const rows: Transaction[] = [];
  for (let cursor = ''; ; ) {
    const page = await plaid.transactionsSync({
      access_token: data.access_token,
      cursor,
      count: 500,
      options: cursor === '' ? options : {},
    });
    rows.push(...page.data.added);
    cursor = page.data.next_cursor;
    if (!page.data.has_more) return rows;
  }
}

const cents = (amounts: readonly (number | undefined)[]) =>
  amounts.reduce<number>((sum, amount) => sum + Math.round((amount ?? 0) * 100), 0);

const sourcesIn = ({ items }: CreditBankIncome) =>
  (items ?? []).flatMap(({ bank_income_sources }) => bank_income_sources ?? []);

describe('Bank Income', () => {
  it('is there as soon as Link ends, by the documented request', async () => {
    const { plaid } = await still();
    const { userToken: user_token } = await aLegacyUser(plaid);
    await linkFor(plaid, { user_token }, { ...INCOME, incomeDays: 180 });
    const { sessions } = (await plaid.creditSessionsGet({ user_token })).data;
    expect(sessions).toHaveLength(1);
    expect(sessions?.[0]?.results?.bank_income_results).toMatchObject([
      { status: 'APPROVED', institution_id: 'ins_109508' },
    ]);
    const report = await newestReport(plaid, { user_token });
    expect(report.days_requested).toBe(180);
    expect(report.items?.[0]?.item_id).toBe(sessions?.[0]?.results?.item_add_results?.[0]?.item_id);
    expect(report.warnings).toEqual([]);
  });

  it('tells apart every kind of income and its rhythm', async () => {
    const { plaid } = await still();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME);
    const sources = sourcesIn(await newestReport(plaid, { user_id }));
    const kinds = sources.map((source) => `${source.income_category} ${source.pay_frequency}`);
    expect(kinds.toSorted()).toEqual([
      'BANK_INTEREST MONTHLY',
      'BENEFIT_OTHER UNKNOWN',
      'CASH_DEPOSIT UNKNOWN',
      'CHILD_SUPPORT MONTHLY',
      'GIG_ECONOMY WEEKLY',
      'GIG_ECONOMY WEEKLY',
      'RENTAL MONTHLY',
      'RETIREMENT MONTHLY',
      'SALARY BIWEEKLY',
      'SALARY SEMI_MONTHLY',
      'TAX_REFUND UNKNOWN',
      'TRANSFER_FROM_APPLICATION MONTHLY',
    ]);
  });

  it('adds up: rows to months, months to sources, sources to the whole', async () => {
    const { plaid } = await still();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME);
    const report = await newestReport(plaid, { user_id });
    const summary = report.bank_income_summary;
    const sources = sourcesIn(report);
    for (const source of sources) {
      const months = source.historical_summary ?? [];
      for (const month of months) {
        expect(cents((month.transactions ?? []).map(({ amount }) => -(amount ?? 0)))).toBe(
          cents([month.total_amount]),
        );
      }
      expect(cents(months.map(({ total_amount }) => total_amount))).toBe(cents([source.total_amount]));
      expect(months.flatMap(({ transactions }) => transactions ?? [])).toHaveLength(
        source.transaction_count ?? 0,
      );
    }
    expect(cents(sources.map(({ total_amount }) => total_amount))).toBe(cents([summary?.total_amount]));
    const months = summary?.historical_summary ?? [];
    expect(cents(months.map(({ total_amount }) => total_amount))).toBe(cents([summary?.total_amount]));
    expect(summary?.income_sources_count).toBe(sources.length);
    expect(summary?.total_amounts).toEqual([
      { amount: summary?.total_amount, iso_currency_code: 'USD', unofficial_currency_code: null },
    ]);
  });

  it('names rows that /transactions/sync has, with the same amounts', async () => {
    const { plaid } = await still();
    const user_id = await anUpgradedUser(plaid);
    const publicToken = await linkFor(plaid, { user_id }, INCOME);
    const report = await newestReport(plaid, { user_id });
    const synced = new Map((await rowsOf(plaid, publicToken)).map((row) => [row.transaction_id, row]));
    const named = (report.bank_income_summary?.historical_summary ?? []).flatMap(
      ({ transactions }) => transactions ?? [],
    );
    expect(named.length).toBeGreaterThan(200);
    for (const { transaction_id = '', amount, date, name } of named) {
      expect(synced.get(transaction_id)).toMatchObject({ amount, date, name });
    }
  });

  it('looks back as far as asked, and counts each Item of a user in its own session', async () => {
    const { plaid } = await still();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, { ...INCOME, incomeDays: 60 });
    await linkFor(plaid, { user_id }, { ...INCOME, institutionId: 'ins_109511' });
    const { data } = await plaid.creditBankIncomeGet({ user_id, options: { count: 5 } });
    const [newest, oldest] = data.bank_income ?? [];
    expect(data.bank_income).toHaveLength(2);
    expect(newest?.items?.[0]?.institution_name).toBe('Tartan Bank');
    const salary = (report: CreditBankIncome | undefined) =>
      report && sourcesIn(report).find(({ pay_frequency }) => pay_frequency === 'BIWEEKLY');
    expect(salary(oldest)?.transaction_count).toBeLessThan(salary(newest)?.transaction_count ?? 0);
  });

  it('does not move with time, until it is refreshed', async () => {
    const { plaid, emulator, delivered } = await still();
    const { userToken: user_token, userId } = await aLegacyUser(plaid);
    await linkFor(plaid, { user_token }, { ...INCOME, webhook: HOOK });
    const before = await newestReport(plaid, { user_token });
    await steer(emulator, '/clock/advance', { days: 40 });
    expect(await newestReport(plaid, { user_token })).toEqual(before);
    await plaid.creditBankIncomeRefresh({ user_token, options: { days_requested: 365 } });
    await emulator.idle();
    const after = await newestReport(plaid, { user_token });
    expect(after.bank_income_id).not.toBe(before.bank_income_id);
    expect(after.bank_income_summary?.end_date).not.toBe(before.bank_income_summary?.end_date);
    expect(delivered).toContainEqual({
      webhook_type: 'INCOME',
      webhook_code: 'BANK_INCOME_REFRESH_COMPLETE',
      user_id: userId,
      result: 'SUCCESS',
      environment: 'sandbox',
    });
  });

  it('says so where nothing was linked, or nothing was earned', async () => {
    const { plaid } = await still();
    const user_id = await anUpgradedUser(plaid);
    expect(await refusal(plaid.creditBankIncomeGet({ user_id }))).toMatchObject({
      type: 'INCOME_VERIFICATION_ERROR',
      code: 'INCOME_VERIFICATION_NOT_FOUND',
    });
    const nothing = JSON.stringify({
      override_accounts: [{ type: 'depository', subtype: 'checking', starting_balance: 100 }],
    });
    await linkFor(plaid, { user_id }, { ...INCOME, username: 'user_custom', password: nothing });
    const { sessions } = (await plaid.creditSessionsGet({ user_id })).data;
    expect(sessions?.[0]?.results?.bank_income_results?.[0]?.status).toBe('NO_DEPOSITS_FOUND');
  });

  it('wants a user, and to be told how far back', async () => {
    const { plaid } = await still();
    const user_id = await anUpgradedUser(plaid);
    expect((await refusal(linkFor(plaid, {}, INCOME))).code).toBe('MISSING_FIELDS');
    const { incomeDays: _, ...withoutDays } = INCOME;
    expect((await refusal(linkFor(plaid, { user_id }, withoutDays))).code).toBe('MISSING_FIELDS');
  });
});

describe('the Sandbox fires income webhooks', () => {
  it('of payroll and of Bank Income', async () => {
    const { plaid, emulator, delivered } = await still();
    const user_id = await anUpgradedUser(plaid);
    const request = {
      item_id: 'an item',
      user_id,
      webhook: HOOK,
      verification_status: 'VERIFICATION_STATUS_PROCESSING_COMPLETE',
      webhook_code: 'INCOME_VERIFICATION',
    };
    await plaid.sandboxIncomeFireWebhook(JSON.parse(JSON.stringify(request)));
    await plaid.sandboxBankIncomeFireWebhook(
      JSON.parse(
        JSON.stringify({
          webhook_override: HOOK,
          webhook_code: 'BANK_INCOME_REFRESH_UPDATE',
          webhook_fields: { user_id },
        }),
      ),
    );
    await emulator.idle();
    expect(delivered).toEqual([
      {
        webhook_type: 'INCOME',
        webhook_code: 'INCOME_VERIFICATION',
        item_id: 'an item',
        user_id,
        verification_status: 'VERIFICATION_STATUS_PROCESSING_COMPLETE',
        environment: 'sandbox',
      },
      {
        webhook_type: 'INCOME',
        webhook_code: 'BANK_INCOME_REFRESH_UPDATE',
        user_id,
        environment: 'sandbox',
      },
    ]);
  });
});
