/** Income month by month, as both Bank Income and Income Insights show it. */
import type { CreditAmountWithCurrency } from 'plaid';
import { currencyOf } from '../accounts';
import type { LogRow } from '../change-log';
import { isWithin, monthsOf, type Period, sumOf } from '../consumer-report/figures';
import { dateInMonth } from '../generate/calendar';
import type { IncomeSource } from './income-sources';

export type MonthOfIncome = { readonly period: Period; readonly rows: readonly SourceRow[] };

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

/** Positive, one amount per currency: sums of several are never one (GEN-10). */
export function totalsOf(rows: readonly SourceRow[]): CreditAmountWithCurrency[] {
  const byCurrency = new Map<string, { readonly source: IncomeSource; readonly amounts: number[] }>();
  for (const { source, row } of rows) {
    const { currency } = source.history.account;
    const found = byCurrency.get(currency) ?? { source, amounts: [] };
    found.amounts.push(row.row.amount);
    byCurrency.set(currency, found);
  }
  return [...byCurrency.values()].map(({ source, amounts }) => ({
    amount: Math.abs(sumOf(amounts)),
    ...currencyOf(source.history.account),
  }));
}
