/** Verification reports for mortgage lenders, in the words of their agencies; the figures are those of the report. */
import type {
  BaseReport,
  BaseReportAccount,
  CraEmploymentRefreshReport,
  CraIncomeInsights,
  CraIncomeStream,
  CraVerificationIncomeMetrics,
  CraVerificationIncomePayFrequency,
  CraVerificationIncomeReport,
  CraVerificationIncomeStatus,
  CraVerificationIncomeStream,
  CraVoaReport,
} from 'plaid';
import { addDays, day } from '@/lib/core/day';
import { averageOf } from './figures';

/** Assets: every account with its balances and rows. */
export function assetsVerified({
  date_generated,
  days_requested,
  items,
  attributes = {},
}: BaseReport): CraVoaReport {
  const { total_inflow_amount = null, total_outflow_amount = null } = attributes;
  return {
    generated_time: date_generated,
    days_requested,
    items: items.map(({ date_last_updated, accounts, ...item }) => ({
      ...item,
      last_update_time: date_last_updated,
      accounts: accounts.map(accountVerified),
    })),
    attributes: { total_inflow_amount, total_outflow_amount },
  };
}

/** Employment: the rows of bank accounts in the last days, without their amounts. */
export function employmentRefreshed(report: BaseReport, days: number): CraEmploymentRefreshReport {
  const since = addDays(day(report.date_generated.slice(0, 10)), -days);
  return {
    generated_time: report.date_generated,
    days_requested: days,
    items: report.items.map(({ date_last_updated, accounts, ...item }) => ({
      ...item,
      last_update_time: date_last_updated,
      accounts: accounts.map(({ account_id, name, official_name, type, subtype, transactions }) => ({
        account_id,
        name,
        official_name,
        type,
        subtype,
        transactions: transactions
          .filter(({ date }) => date >= since)
          .map(({ original_description, date, pending, transaction_id }) => ({
            account_id,
            original_description: original_description ?? '',
            date,
            pending,
            transaction_id,
          })),
      })),
    })),
  };
}

/** Income: the streams of Income Insights as they are now, without a look ahead. */
export function incomeVerified(
  { date_generated, days_requested, items }: BaseReport,
  insights: CraIncomeInsights,
): CraVerificationIncomeReport {
  const metrics = insights.user_summary?.income_metrics ?? [];
  return {
    generated_time: date_generated,
    days_requested,
    user_summary: { income_metrics: metrics.map(withoutProjection) },
    income_streams: insights.income_streams.map(streamVerified),
    items: items.map(({ date_last_updated, accounts, ...item }) => ({
      ...item,
      last_updated_time: date_last_updated,
      accounts: accounts.map(({ account_id, mask, metadata, name, official_name, type, subtype }) => ({
        account_id,
        mask,
        metadata,
        name,
        official_name,
        type,
        subtype,
      })),
    })),
  };
}

function accountVerified(account: BaseReportAccount): CraVoaReport['items'][number]['accounts'][number] {
  const { balances, historical_balances = [], transactions, metadata } = account;
  const lastOf = (days: number) => historical_balances.slice(0, days).map(({ current }) => current);
  const average = (days: number) => (historical_balances.length === 0 ? null : averageOf(lastOf(days)));
  return {
    account_id: account.account_id,
    balances: {
      available: balances.available,
      current: balances.current,
      iso_currency_code: balances.iso_currency_code,
      unofficial_currency_code: balances.unofficial_currency_code,
      historical_balances,
      average_balance_30_days: average(30),
      average_balance_60_days: average(60),
      nsf_overdraft_transactions_count: account.attributes?.nsf_overdraft_transactions_count ?? 0,
    },
    consumer_disputes: account.consumer_disputes,
    mask: account.mask,
    name: account.name,
    official_name: account.official_name,
    type: account.type,
    subtype: account.subtype,
    days_available: account.days_available,
    transactions_insights: { all_transactions: transactions, ...metadata },
    owners: account.owners,
    ownership_type: account.ownership_type,
  };
}

function streamVerified(stream: CraIncomeStream): CraVerificationIncomeStream {
  const { insights, income_metrics } = stream;
  const { pay_frequency, status }: { readonly pay_frequency: string; readonly status: string } = insights;
  return {
    ...stream,
    insights: {
      ...insights,
      // The client has these enums twice, with the same words.
      pay_frequency: pay_frequency as CraVerificationIncomePayFrequency,
      status: status as CraVerificationIncomeStatus,
    },
    income_metrics: withoutProjection(income_metrics),
  };
}

function withoutProjection({
  current,
  iso_currency_code,
  unofficial_currency_code,
}: CraIncomeStream['income_metrics']): CraVerificationIncomeMetrics {
  return { current, iso_currency_code, unofficial_currency_code };
}
