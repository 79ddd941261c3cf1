/** How an account is used: gaps, and inflows and outflows month by month. */
import type { BaseReportAccountInsights } from 'plaid';
import { currencyOf } from '../accounts/accounts';
import { daysAvailable, flowsOf, rhythmOfRows, rowsByMonth } from './account-figures';
import { rounded } from './figures';
import type { AccountHistory } from './history';

export function accountInsights(history: AccountHistory): BaseReportAccountInsights {
  const { averageGap, longest, quietDays } = rhythmOfRows(history);
  return {
    oldest_transaction_date: history.rows[0]?.row.date ?? null,
    most_recent_transaction_date: history.rows.at(-1)?.row.date ?? null,
    days_available: daysAvailable(history),
    average_days_between_transactions: averageGap,
    longest_gaps_between_transactions: longest
      ? [{ start_date: longest.start, end_date: longest.end, days: longest.days }]
      : [],
    number_of_days_no_transactions: quietDays,
    ...flowInsights(history),
  };
}

/** Empty for accounts other than those of a bank. */
function flowInsights(history: AccountHistory) {
  const isBank = history.account.type === 'depository';
  const months = (isBank ? rowsByMonth(history) : []).map(({ period, rows }) => ({
    dates: { start_date: period.start, end_date: period.end },
    ...flowsOf(rows),
  }));
  const currency = currencyOf(history.account);
  const average = (sum: number, count: number) => ({
    amount: count === 0 ? 0 : rounded(sum / count),
    ...currency,
  });
  return {
    number_of_inflows: months.map(({ dates, inflows }) => ({ ...dates, count: inflows })),
    average_inflow_amounts: months.map(({ dates, inflow, inflows }) => ({
      ...dates,
      total_amount: average(inflow, inflows),
    })),
    number_of_outflows: months.map(({ dates, outflows }) => ({ ...dates, count: outflows })),
    average_outflow_amounts: months.map(({ dates, outflow, outflows }) => ({
      ...dates,
      total_amount: average(outflow, outflows),
    })),
  };
}
