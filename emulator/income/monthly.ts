/** Income month by month, as both Bank Income and Income Insights show it. */
import type { CreditAmountWithCurrency } from 'plaid';
import { currencyOf } from '../accounts/accounts';
import { isWithin, monthsOf, type Period, sumOf } from '../consumer-report/figures';
import { dateInMonth } from '../generate/calendar';
import type { LogRow } from '../transactions/change-log';
import type { IncomeSource } from './income-sources';

type MonthOfIncome = { readonly period: Period; readonly rows: readonly SourceRow[] };

export type SourceRow = { readonly source: IncomeSource; readonly row: LogRow };

/** From the first month with income to the last; a month without any is shown as such. */
export function incomeByMonth(sources: readonly IncomeSource[]): MonthOfIncome[] {
  const [any] = sources;
  const rows = rowsOf(sources);
  const [first] = rows;
  const last = rows.at(-1);
  if (!any || !first || !last) return [];
  const { start, end } = any.history;
  const from = dateInMonth(first.row.row.date, 1);
  const until = dateInMonth(last.row.row.date, 31);
  const span = { start: from < start ? start : from, end: until > end ? end : until };
  return monthsOf(span).map((period) => ({
    period,
    rows: rows.filter(({ row }) => isWithin(row.row.date, period)),
  }));
}

/** All rows of some sources, ascending by date. */
export function rowsOf(sources: readonly IncomeSource[]): SourceRow[] {
  return sources
    .flatMap((source) => source.rows.map((row) => ({ source, row })))
    .sort((a, b) => (a.row.row.date === b.row.row.date ? 0 : a.row.row.date < b.row.row.date ? -1 : 1));
}

/** Sources of one currency together: different currencies never add (GEN-10). */
export function byCurrency(sources: readonly IncomeSource[]): IncomeSource[][] {
  const currencies = new Set(sources.map(({ history }) => history.account.currency));
  return [...currencies].map((currency) =>
    sources.filter(({ history }) => history.account.currency === currency),
  );
}

/** Positive, one amount per currency: sums of several are never one (GEN-10). */
export function totalsOf(rows: readonly SourceRow[]): CreditAmountWithCurrency[] {
  const currencies = new Set(rows.map(({ source }) => source.history.account.currency));
  return [...currencies].flatMap((currency) => {
    const same = rows.filter(({ source }) => source.history.account.currency === currency);
    const amount = Math.abs(sumOf(same.map(({ row }) => row.row.amount)));
    return same[0] ? [{ amount, ...currencyOf(same[0].source.history.account) }] : [];
  });
}
