/** Streams of income with what they amount to, and the person's whole (Income Insights of version II2). */
import type {
  CraBankIncomeStatus,
  CraIncomeInsightsUserSummary,
  CraIncomeMetrics,
  CraIncomeStream,
  CraIncomeTransaction,
  CreditBankIncomePayFrequency,
} from 'plaid';
import { currencyOf } from '../accounts/accounts';
import { transactionIdOf, uuidFrom } from '../ids';
import type { IncomeKind } from '../income/income-category';
import type { IncomeSource } from '../income/income-sources';
import { byCurrency } from '../income/monthly';
import { rounded, sumOf } from './figures';
import { checkAccountId } from './history';
import { modeledIncome, payment, projectedGross } from './modeled-income';

const GROUPS: Readonly<Record<IncomeKind, string>> = {
  SALARY: 'EMPLOYMENT',
  GIG_ECONOMY: 'EMPLOYMENT',
  MILITARY: 'EMPLOYMENT',
  UNEMPLOYMENT: 'BENEFITS',
  LONG_TERM_DISABILITY: 'BENEFITS',
  RETIREMENT: 'BENEFITS',
  BENEFIT_OTHER: 'BENEFITS',
  CHILD_SUPPORT: 'SUPPORT',
  RENTAL: 'PASSIVE_INCOME',
  BANK_INTEREST: 'PASSIVE_INCOME',
  CASH: 'DEPOSITS',
  CASH_DEPOSIT: 'DEPOSITS',
  TRANSFER_FROM_APPLICATION: 'DEPOSITS',
  TAX_REFUND: 'OTHER',
  OTHER: 'OTHER',
};

/** Payments above this many times the usual one stand out. */
const OUTLIER = 1.5;

export function incomeStream(source: IncomeSource, reportId: string): CraIncomeStream {
  return {
    income_stream_id: sourceIdOf(source, reportId),
    start_date: source.first,
    end_date: source.last,
    description: source.description,
    insights: {
      income_category: { primary: GROUPS[source.kind], secondary: source.kind },
      // The client's enums have the same words.
      pay_frequency: source.frequency as CreditBankIncomePayFrequency,
      income_provider: providerOf(source),
      status: source.status as CraBankIncomeStatus,
      next_payment: source.nextDay && { date: source.nextDay },
    },
    income_metrics: metricsOf([source]),
    transactions: source.rows.map((row) => transactionOf(source, row)),
  };
}

/** One entry per currency. */
export function userSummary(sources: readonly IncomeSource[]): CraIncomeInsightsUserSummary {
  return { income_metrics: byCurrency(sources).map(metricsOf) };
}

/** Another report has another set of them. */
export function sourceIdOf({ history, kind, description }: IncomeSource, reportId: string): string {
  return uuidFrom(reportId, history.item.itemId, history.account.key, kind, description);
}

export function providerOf({ payer }: IncomeSource) {
  return payer === null ? null : { name: payer, is_normalized: true };
}

function metricsOf(sources: readonly IncomeSource[]): CraIncomeMetrics {
  const [first] = sources;
  const current = {
    net: sumOf(sources.map((source) => modeledIncome(source).net)),
    gross: sumOf(sources.map((source) => modeledIncome(source).gross)),
  };
  const projected = {
    net: sumOf(sources.map((source) => modeledIncome(source).projected)),
    gross: sumOf(sources.map(projectedGross)),
  };
  const currency = first
    ? currencyOf(first.history.account)
    : { iso_currency_code: 'USD', unofficial_currency_code: null };
  return { current: valuesOf(current), projected: valuesOf(projected), ...currency };
}

function valuesOf({ net, gross }: { readonly net: number; readonly gross: number }) {
  return {
    monthly: { net_income: net, gross_income: gross },
    annual: { net_income: rounded(net * 12), gross_income: rounded(gross * 12) },
  };
}

function transactionOf(source: IncomeSource, logRow: IncomeSource['rows'][number]): CraIncomeTransaction {
  const { item, account } = source.history;
  const over = rounded(-logRow.row.amount - payment(source));
  const isOutlier = -logRow.row.amount > payment(source) * OUTLIER;
  return {
    transaction_id: transactionIdOf(item.itemId, logRow.rowKey),
    item_id: item.itemId,
    account_id: checkAccountId(item.itemId, account.key),
    amount: logRow.row.amount,
    date: logRow.row.date,
    original_description: logRow.row.originalDescription,
    ...currencyOf(account),
    outlier: { is_outlier: isOutlier, amount: isOutlier ? over : null },
  };
}
