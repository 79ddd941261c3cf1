/** Income Insights on the wire: the streams of version II2 beside the sources of version II1 (CRA-9). */
import type {
  CraBankIncomeAccount,
  CraBankIncomeHistoricalSummary,
  CraBankIncomeItem,
  CraBankIncomeSource,
  CraBankIncomeStatus,
  CraBankIncomeSummary,
  CraIncomeInsights,
  CreditBankIncomeCategory,
  CreditBankIncomePayFrequency,
  DepositoryAccountSubtype,
} from 'plaid';
import { currencyOf } from '../accounts/accounts';
import { timestamp } from '../clock';
import type { CheckReportDocument, ItemDocument } from '../documents';
import { transactionIdOf } from '../ids';
import { type IncomeSource, incomeSources } from '../income/income-sources';
import { byCurrency, incomeByMonth, rowsOf, type SourceRow, totalsOf } from '../income/monthly';
import { findInstitution } from '../institutions/institutions';
import type { World } from '../world';
import { coveredBy } from './account-figures';
import { spanOf } from './check-report';
import { rounded, sumOf } from './figures';
import { type AccountHistory, checkAccountId, historiesOf } from './history';
import { incomeStream, providerOf, sourceIdOf, userSummary } from './income-streams';
import { modeledIncome, predictionInterval } from './modeled-income';

type IncomeFilter = {
  readonly included: readonly string[] | null;
  readonly excluded: readonly string[];
};

export function incomeInsights(
  world: World,
  report: CheckReportDocument,
  items: readonly ItemDocument[],
  filter: IncomeFilter,
): CraIncomeInsights {
  const byItem = items.map((item) => {
    const banks = historiesOf(world, item, spanOf(report)).filter(isBank);
    const sources = banks.flatMap(incomeSources).filter((source) => passes(filter, source));
    return { item, banks, sources };
  });
  const all = byItem.flatMap(({ sources }) => sources);
  return {
    report_id: report.reportId,
    generated_time: timestamp(report.readyAt),
    days_requested: report.daysRequested,
    client_report_id: report.clientReportId,
    items: byItem.map(({ item, banks, sources }) => itemOf(report, item, banks, sources)),
    user_summary: userSummary(all),
    income_streams: all.map((source) => incomeStream(source, report.reportId)),
    bank_income_summary: summaryOf(all),
    warnings: [],
  };
}

function isBank({ account }: AccountHistory): boolean {
  return account.type === 'depository';
}

function passes({ included, excluded }: IncomeFilter, { kind }: IncomeSource): boolean {
  return (included === null || included.includes(kind)) && !excluded.includes(kind);
}

function itemOf(
  report: CheckReportDocument,
  item: ItemDocument,
  banks: readonly AccountHistory[],
  sources: readonly IncomeSource[],
): CraBankIncomeItem {
  const accounts = banks.map(accountOf);
  const paid = new Set(sources.map(({ history }) => checkAccountId(item.itemId, history.account.key)));
  return {
    item_id: item.itemId,
    accounts,
    bank_income_accounts: accounts.filter(({ account_id }) => account_id && paid.has(account_id)),
    bank_income_sources: sources.map((source) => sourceOf(source, report.reportId)),
    last_updated_time: timestamp(report.readyAt),
    institution_id: item.institutionId,
    institution_name: findInstitution(item.institutionId)?.name ?? item.institutionId,
  };
}

/** An account in the short form that both kinds of insights have. */
export function accountOf(history: AccountHistory): CraBankIncomeAccount {
  const { item, account } = history;
  const covered = coveredBy(history);
  return {
    account_id: checkAccountId(item.itemId, account.key),
    mask: account.mask,
    metadata: { start_date: covered.start, end_date: covered.end },
    name: account.name,
    official_name: account.officialName,
    // Bank accounts alone come here; the client names their subtypes and their type in enums.
    subtype: account.subtype as DepositoryAccountSubtype,
    type: account.type as CraBankIncomeAccount['type'],
    owners: [...account.owners],
  };
}

function sourceOf(source: IncomeSource, reportId: string): CraBankIncomeSource {
  const { history, kind, rows } = source;
  const { net, gross, projected } = modeledIncome(source);
  const { lower, upper } = predictionInterval(source);
  return {
    account_id: checkAccountId(history.item.itemId, history.account.key),
    income_source_id: sourceIdOf(source, reportId),
    income_description: source.description,
    // The client's enums have the same words.
    income_category: kind as CreditBankIncomeCategory,
    pay_frequency: source.frequency as CreditBankIncomePayFrequency,
    status: source.status as CraBankIncomeStatus,
    start_date: source.first,
    end_date: source.last,
    total_amount: source.total,
    ...currencyOf(history.account),
    transaction_count: rows.length,
    next_payment_date: source.nextDay,
    historical_average_monthly_gross_income: gross,
    historical_average_monthly_income: net,
    forecasted_average_monthly_income: projected,
    forecasted_average_monthly_income_prediction_intervals: [
      { lower_bound: lower, upper_bound: upper, probability: 0.8 },
    ],
    employer: { name: kind === 'SALARY' ? source.payer : null },
    income_provider: providerOf(source),
    historical_summary: monthsOfSources([source]),
  };
}

function summaryOf(sources: readonly IncomeSource[]): CraBankIncomeSummary {
  const rows = rowsOf(sources);
  const first = rows[0]?.row.row.date;
  const last = rows.at(-1)?.row.row.date;
  const perCurrency = (measure: (source: IncomeSource) => number, months = 1) =>
    amounts(sources, measure, months);
  return {
    total_amounts: totalsOf(rows),
    ...(first && { start_date: first }),
    ...(last && { end_date: last }),
    income_sources_count: sources.length,
    income_categories_count: new Set(sources.map(({ kind }) => kind)).size,
    income_transactions_count: rows.length,
    historical_average_monthly_gross_income: perCurrency((source) => modeledIncome(source).gross),
    historical_average_monthly_income: perCurrency((source) => modeledIncome(source).net),
    forecasted_average_monthly_income: perCurrency((source) => modeledIncome(source).projected),
    historical_annual_gross_income: perCurrency((source) => modeledIncome(source).gross, 12),
    historical_annual_income: perCurrency((source) => modeledIncome(source).net, 12),
    forecasted_annual_income: perCurrency((source) => modeledIncome(source).projected, 12),
    historical_summary: monthsOfSources(sources),
  };
}

function amounts(
  sources: readonly IncomeSource[],
  measure: (source: IncomeSource) => number,
  months: number,
) {
  return byCurrency(sources).flatMap((group) =>
    group[0]
      ? [{ amount: rounded(sumOf(group.map(measure)) * months), ...currencyOf(group[0].history.account) }]
      : [],
  );
}

function monthsOfSources(sources: readonly IncomeSource[]): CraBankIncomeHistoricalSummary[] {
  return incomeByMonth(sources).map(({ period, rows }) => ({
    total_amounts: totalsOf(rows),
    start_date: period.start,
    end_date: period.end,
    transactions: rows.map(transactionOf),
  }));
}

function transactionOf({ source, row }: SourceRow) {
  return {
    transaction_id: transactionIdOf(source.history.item.itemId, row.rowKey),
    amount: row.row.amount,
    date: row.row.date,
    name: row.row.name,
    original_description: row.row.originalDescription,
    pending: row.pending,
    check_number: row.row.checkNumber,
    ...currencyOf(source.history.account),
    bonus_type: null,
  };
}
