/**
 * How a person stands, in a few figures from the rows of a report: what scores and attributes are made of.
 * The scores are no model of anybody's; they only move with these figures, and are the same every time.
 */
import { incomeSources } from '../income/income-sources';
import { balancesByDay, bookedRows, flowsOf, overdraftFees, rowsOfLast } from './account-figures';
import { averageOf, rounded, sumOf } from './figures';
import type { AccountHistory } from './history';
import { modeledIncome } from './modeled-income';

export type Standing = {
  readonly accounts: number;
  readonly transactions: number;
  readonly credits: number;
  readonly debits: number;
  readonly creditsLastMonth: number;
  readonly debitsLastMonth: number;
  /** Days between the first row and the last of the account that has most, and least, of them. */
  readonly longestHistory: number;
  readonly shortestHistory: number;
  readonly inflow: number;
  readonly outflow: number;
  readonly inflowLastMonth: number;
  readonly outflowLastMonth: number;
  readonly overdrafts: number;
  readonly averageBalance: number;
  readonly daysBelowZero: number;
  readonly monthlyIncome: number;
};

/** Of bank accounts. */
export function standingOf(banks: readonly AccountHistory[]): Standing {
  const rows = banks.flatMap(bookedRows);
  const lastMonth = banks.flatMap((history) => rowsOfLast(30, bookedRows(history), history.end));
  const [all, month] = [flowsOf(rows), flowsOf(lastMonth)];
  const balances = banks.map((history) => balancesByDay(history).map(({ current }) => current));
  const lengths = balances.map((days) => days.length);
  return {
    accounts: banks.length,
    transactions: rows.length,
    credits: all.inflows,
    debits: all.outflows,
    creditsLastMonth: month.inflows,
    debitsLastMonth: month.outflows,
    longestHistory: Math.max(0, ...lengths),
    shortestHistory: lengths.length === 0 ? 0 : Math.min(...lengths),
    inflow: all.inflow,
    outflow: all.outflow,
    inflowLastMonth: month.inflow,
    outflowLastMonth: month.outflow,
    overdrafts: overdraftFees(rows),
    averageBalance: sumOf(balances.map(averageOf)),
    daysBelowZero: balances.flat().filter((current) => current < 0).length,
    monthlyIncome: sumOf(banks.flatMap(incomeSources).map((source) => modeledIncome(source).net)),
  };
}

/** From 0 to 1: money left over, a cushion for a month, and no overdrafts. */
export function soundness(standing: Standing): number {
  const { inflow, outflow, averageBalance, overdrafts, monthlyIncome } = standing;
  const kept = inflow === 0 ? 0 : clamped((inflow - outflow) / inflow + 0.5);
  const cushion = monthlyIncome === 0 ? 0 : clamped(averageBalance / (monthlyIncome * 3));
  const calm = clamped(1 - overdrafts / 6);
  return 0.3 * kept + 0.4 * cushion + 0.3 * calm;
}

/** What counted most against the score, worst first, as names of our own. */
export function worries({ overdrafts, daysBelowZero, inflow, outflow, monthlyIncome }: Standing): string[] {
  return [
    ...(overdrafts > 0 ? ['OVERDRAFTS'] : []),
    ...(daysBelowZero > 0 ? ['NEGATIVE_BALANCES'] : []),
    ...(outflow > inflow ? ['SPENDING_ABOVE_INCOME'] : []),
    ...(monthlyIncome === 0 ? ['NO_RECURRING_INCOME'] : []),
    'LENGTH_OF_HISTORY',
  ];
}

/** Attributes by name, as a map of plain values. */
export function attributesOfStanding(standing: Standing): Record<string, number> {
  return {
    num_depository_accounts: standing.accounts,
    num_transactions: standing.transactions,
    num_inflow_transactions: standing.credits,
    num_outflow_transactions: standing.debits,
    total_inflow_amount: standing.inflow,
    total_outflow_amount: standing.outflow,
    total_inflow_amount_30d: standing.inflowLastMonth,
    total_outflow_amount_30d: standing.outflowLastMonth,
    net_cash_flow_amount: rounded(standing.inflow - standing.outflow),
    nsf_overdraft_transactions_count: standing.overdrafts,
    average_balance_amount: standing.averageBalance,
    num_days_negative_balance: standing.daysBelowZero,
    average_monthly_income_amount: standing.monthlyIncome,
    days_available: standing.longestHistory,
  };
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}
