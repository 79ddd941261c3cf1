import { describe, expect, it } from 'vitest';
import { accountsIn, ASKED, baseReport, cents, INCOME_PERSON, stillWorld } from '../support/check-report';
import { anUpgradedUser, linkFor } from '../support/plaid-users';

describe('Income Insights', () => {
  it('add up to the rows of the Base Report', async () => {
    const { plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME_PERSON);
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    const base = await baseReport(plaid, { user_id });
    const rows = new Map(
      accountsIn(base).flatMap(({ transactions }) => transactions.map((row) => [row.transaction_id, row])),
    );
    const report = (await plaid.craCheckReportIncomeInsightsGet({ user_id })).data.report;
    const streams = report?.income_streams ?? [];
    const sources = (report?.items ?? []).flatMap(({ bank_income_sources }) => bank_income_sources);
    expect(streams.length).toBeGreaterThan(8);
    expect(sources.map(({ total_amount }) => cents([total_amount ?? 0]))).toEqual(
      streams.map(({ transactions }) => cents(transactions.map(({ amount }) => -amount))),
    );
    for (const row of streams.flatMap(({ transactions }) => transactions)) {
      const { account_id, amount, date } = row;
      expect(rows.get(row.transaction_id)).toMatchObject({ account_id, amount, date });
    }
    expect(cents(report?.bank_income_summary?.total_amounts?.map(({ amount }) => amount) ?? [])).toBe(
      cents(sources.map(({ total_amount }) => total_amount ?? 0)),
    );
    expect(report?.report_id).toBe(base.report_id);
  });

  it('estimate a month of a salary from its rhythm, and end what has ended', async () => {
    const { plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME_PERSON);
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    const report = (await plaid.craCheckReportIncomeInsightsGet({ user_id })).data.report;
    const sources = (report?.items ?? []).flatMap(({ bank_income_sources }) => bank_income_sources);
    const salary = sources.find(({ pay_frequency }) => String(pay_frequency) === 'BIWEEKLY');
    const average = (salary?.total_amount ?? 0) / (salary?.transaction_count ?? 1);
    expect(salary?.historical_average_monthly_income).toBeCloseTo((average * 26) / 12, 1);
    expect(salary).toMatchObject({ status: 'ACTIVE', employer: { name: 'Plaid Payroll' } });
    const ended = sources.find(({ income_description }) => income_description === 'DoorDash');
    expect(ended).toMatchObject({
      status: 'INACTIVE',
      next_payment_date: null,
      forecasted_average_monthly_income: 0,
    });
  });
});
