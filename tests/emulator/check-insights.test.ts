import { CraCheckReportVerificationGetReportType, CraPDFAddOns, type PlaidApi, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { amountText } from '@/emulator/pdf/amount-text';
import { accountsIn, ASKED, baseReport, INCOME_PERSON, stillWorld } from '../support/check-report';
import { printedIn, unspaced } from '../support/pdf-text';
import { anUpgradedUser, linkFor } from '../support/plaid-users';

async function reported(): Promise<{ plaid: PlaidApi; user_id: string }> {
  const { plaid } = await stillWorld();
  const user_id = await anUpgradedUser(plaid);
  await linkFor(plaid, { user_id }, INCOME_PERSON);
  await plaid.craCheckReportCreate({ user_id, ...ASKED });
  return { plaid, user_id };
}

describe('insights beside the Base Report', () => {
  it('score in the range of each model, and count what the report has', async () => {
    const { plaid, user_id } = await reported();
    const rows = accountsIn(await baseReport(plaid, { user_id })).flatMap(({ transactions }) => transactions);
    const booked = rows.filter(({ pending }) => !pending);
    const { data } = await plaid.craCheckReportPartnerInsightsGet({ user_id });
    const prism = data.report?.prism;
    expect(prism).toMatchObject({
      status: 'SUCCESS',
      detect: null,
      extend: null,
      cash_score: { version: 3 },
    });
    expect(prism?.insights?.result).toMatchObject({ num_transactions: booked.length });
    expect(prism?.cash_score?.metadata?.num_trxn_credit).toBe(
      booked.filter(({ amount }) => amount < 0).length,
    );
    expect(prism?.cash_score?.score).toBeGreaterThan(1);
    expect(prism?.cash_score?.score).toBeLessThan(1000);
    const lend = (await plaid.craCheckReportLendScoreGet({ user_id })).data.report.lend_score;
    expect(lend?.score).toBeGreaterThan(1);
    expect(lend?.score).toBeLessThan(100);
  });

  it('agree with each other about the same person', async () => {
    const { plaid, user_id } = await reported();
    const cashflow = (await plaid.craCheckReportCashflowInsightsGet({ user_id })).data.report;
    const base = await baseReport(plaid, { user_id });
    expect(cashflow.report_id).toBe(base.report_id);
    expect(cashflow.attributes).toMatchObject({
      total_inflow_amount: base.attributes?.total_inflow_amount?.amount,
      nsf_overdraft_transactions_count: base.attributes?.nsf_overdraft_transactions_count,
    });
    const network = (await plaid.craCheckReportNetworkInsightsGet({ user_id })).data.report;
    expect(network.items).toEqual([
      {
        institution_id: 'ins_109508',
        institution_name: 'First Platypus Bank',
        item_id: base.items[0]?.item_id,
      },
    ]);
  });
});

it('verifications say again what the report says', async () => {
  const { plaid, user_id } = await reported();
  const base = await baseReport(plaid, { user_id });
  const { data } = await plaid.craCheckReportVerificationGet({
    user_id,
    reports_requested: [
      CraCheckReportVerificationGetReportType.Voa,
      CraCheckReportVerificationGetReportType.EmploymentRefresh,
    ],
    employment_refresh_options: { days_requested: 30 },
  });
  const { voa, employment_refresh, income } = data.report;
  const accounts = voa?.items.flatMap((item) => item.accounts) ?? [];
  expect(accounts.map(({ balances }) => balances.average_balance_30_days)).toEqual(
    accountsIn(base).map(({ balances }) => balances.most_recent_thirty_day_average_balance),
  );
  expect(accounts.map((account) => account.transactions_insights.all_transactions)).toEqual(
    accountsIn(base).map(({ transactions }) => transactions),
  );
  const recent = employment_refresh?.items.flatMap((item) => item.accounts) ?? [];
  const rows = recent.flatMap(({ transactions }) => transactions);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((row) => 'amount' in row)).toEqual([]);
  expect(income).toBeNull();
});

describe('a report on paper', () => {
  it('has the balances, rows and totals of the JSON, and the add-ons that are asked for', async () => {
    const { plaid, user_id } = await reported();
    const base = await baseReport(plaid, { user_id });
    const text = await pdf(plaid.craCheckReportPdfGet({ user_id }, { responseType: 'arraybuffer' }));
    for (const { name, balances, transactions } of accountsIn(base)) {
      expect(text).toContain(said(name));
      expect(text).toContain(said(amountText(balances.current, 'USD')));
      for (const row of transactions) expect(text).toContain(said(amountText(row.amount, 'USD')));
    }
    expect(text).toContain(said(amountText(base.attributes?.total_inflow_amount?.amount, 'USD')));
    expect(text).not.toContain(said('Income Insights'));
    const add_ons = [CraPDFAddOns.IncomeInsights, CraPDFAddOns.PartnerInsights];
    const whole = await pdf(
      plaid.craCheckReportPdfGet({ user_id, add_ons }, { responseType: 'arraybuffer' }),
    );
    const insights = (await plaid.craCheckReportIncomeInsightsGet({ user_id })).data.report;
    for (const { description } of insights?.income_streams ?? []) expect(whole).toContain(said(description));
    expect(whole).toContain('CashScore');
  });

  it('of Bank Income has every source and its total', async () => {
    const { plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    const { products: _, ...person } = INCOME_PERSON;
    await linkFor(
      plaid,
      { user_id },
      { ...person, products: [Products.IncomeVerification], incomeDays: 365 },
    );
    const { data } = await plaid.creditBankIncomeGet({ user_id });
    const text = await pdf(plaid.creditBankIncomePdfGet({ user_id }, { responseType: 'arraybuffer' }));
    const sources = (data.bank_income?.[0]?.items ?? []).flatMap((item) => item.bank_income_sources ?? []);
    expect(sources.length).toBeGreaterThan(8);
    for (const { income_description, total_amount } of sources) {
      expect(text).toContain(said(income_description));
      expect(text).toContain(said(amountText(total_amount, 'USD')));
    }
  });
});

const said = (words: string | null | undefined) => unspaced(words ?? '');

async function pdf(call: Promise<{ readonly data: unknown }>): Promise<string> {
  const { data } = await call;
  if (!(data instanceof Uint8Array)) throw new Error('The answer is no file.');
  return printedIn(new Uint8Array(data));
}
