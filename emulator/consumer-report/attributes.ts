/** Counts and sums of a report over its whole span and over its last 30, 60 and 90 days. Pure. */
import type { BaseReportAttributes, BaseReportUserAttributes } from 'plaid';
import { currencyOf } from '../accounts/accounts';
import type { LogRow } from '../transactions/change-log';
import { bookedRows, flowsOf, overdraftFees, rowsOfLast } from './account-figures';
import { rounded } from './figures';
import type { AccountHistory } from './history';

/** The rows are those of one account, or of all bank accounts of a person. */
export function attributesOf(
  rows: readonly LogRow[],
  { account, end }: Pick<AccountHistory, 'account' | 'end'>,
): BaseReportUserAttributes {
  const currency = currencyOf(account);
  const over = (days: number) => figures(rowsOfLast(days, rows, end), currency);
  const [whole, month, two, three] = [figures(rows, currency), over(30), over(60), over(90)];
  return {
    nsf_overdraft_transactions_count: whole.fees,
    nsf_overdraft_transactions_count_30d: month.fees,
    nsf_overdraft_transactions_count_60d: two.fees,
    nsf_overdraft_transactions_count_90d: three.fees,
    total_inflow_amount: whole.inflow,
    total_inflow_amount_30d: month.inflow,
    total_inflow_amount_60d: two.inflow,
    total_inflow_amount_90d: three.inflow,
    total_outflow_amount: whole.outflow,
    total_outflow_amount_30d: month.outflow,
    total_outflow_amount_60d: two.outflow,
    total_outflow_amount_90d: three.outflow,
  };
}

export function accountAttributes(
  history: AccountHistory,
  scores: ReadonlyMap<AccountHistory, number>,
): BaseReportAttributes {
  const score = scores.get(history) ?? null;
  const best = Math.max(...scores.values());
  return {
    is_primary_account: score === null ? null : score === best && score > 0,
    primary_account_score: score,
    ...attributesOf(bookedRows(history), history),
  };
}

/** The bank account through which most money comes is a person's first: its share of all that comes. */
export function primaryScores(histories: readonly AccountHistory[]): Map<AccountHistory, number> {
  const banks = histories.filter(({ account }) => account.type === 'depository');
  const inflows = banks.map((history) => flowsOf(bookedRows(history)).inflow);
  const all = inflows.reduce((sum, inflow) => sum + inflow, 0);
  return new Map(
    banks.map((history, index) => [history, all === 0 ? 0 : rounded((inflows[index] ?? 0) / all)]),
  );
}

function figures(rows: readonly LogRow[], currency: ReturnType<typeof currencyOf>) {
  const { inflow, outflow } = flowsOf(rows);
  return {
    fees: overdraftFees(rows),
    inflow: { amount: inflow, ...currency },
    outflow: { amount: outflow, ...currency },
  };
}
