import type { CreditBankIncome, PlaidApi, Transaction } from 'plaid';
import { describe, expect, it } from 'vitest';
import { INCOME, newestReport, stillBank } from '../support/bank-income';
import { refusal } from '../support/plaid-refusal';
import { aLegacyUser, anUpgradedUser, linkFor } from '../support/plaid-users';

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
    const { plaid } = await stillBank();
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
    const { plaid } = await stillBank();
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
    const { plaid } = await stillBank();
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
    const { plaid } = await stillBank();
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
    const { plaid } = await stillBank();
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

  it('says so where nothing was linked, or nothing was earned', async () => {
    const { plaid } = await stillBank();
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
    const { plaid } = await stillBank();
    const user_id = await anUpgradedUser(plaid);
    expect((await refusal(linkFor(plaid, {}, INCOME))).code).toBe('MISSING_FIELDS');
    const { incomeDays: _, ...withoutDays } = INCOME;
    expect((await refusal(linkFor(plaid, { user_id }, withoutDays))).code).toBe('MISSING_FIELDS');
  });
});
