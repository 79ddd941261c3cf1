/** What a source of income amounts to in a month: estimated from its payments and their rhythm. Pure. */
import { daysBetween } from '@/lib/core/day';
import type { IncomeSource, PayFrequency } from '../income/income-sources';
import { averageOf, rounded } from './figures';

/** Positive, in major units, per month. */
type ModeledIncome = { readonly net: number; readonly gross: number; readonly projected: number };

const A_MONTH: Readonly<Record<PayFrequency, number | null>> = {
  WEEKLY: 52 / 12,
  BIWEEKLY: 26 / 12,
  SEMI_MONTHLY: 2,
  MONTHLY: 1,
  UNKNOWN: null,
};

const DAYS_A_MONTH = 365.25 / 12;

/** The share of a wage or pension that is left after what is kept back from it. */
const LEFT: Partial<Readonly<Record<IncomeSource['kind'], number>>> = { SALARY: 0.78, RETIREMENT: 0.9 };

export function modeledIncome(source: IncomeSource): ModeledIncome {
  const net = rounded(payment(source) * paymentsAMonth(source));
  const left = LEFT[source.kind] ?? 1;
  return { net, gross: rounded(net / left), projected: source.status === 'INACTIVE' ? 0 : net };
}

/** The gross that goes with a projected net. */
export function projectedGross(source: IncomeSource): number {
  return rounded(modeledIncome(source).projected / (LEFT[source.kind] ?? 1));
}

/** Where four of five months are expected to lie, from how much the payments differ. */
export function predictionInterval(source: IncomeSource): { lower: number; upper: number } {
  const amounts = source.rows.map(({ row }) => -row.amount);
  const mean = averageOf(amounts);
  const variance =
    amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / Math.max(1, amounts.length - 1);
  const { projected } = modeledIncome(source);
  const spread = 1.28 * Math.sqrt(variance * paymentsAMonth(source));
  return { lower: rounded(Math.max(0, projected - spread)), upper: rounded(projected + spread) };
}

/** The usual payment, positive. */
export function payment({ rows }: IncomeSource): number {
  return averageOf(rows.map(({ row }) => -row.amount));
}

/** Payments without a rhythm are spread over the time since the first. */
function paymentsAMonth({ frequency, rows, first, history }: IncomeSource): number {
  const known = A_MONTH[frequency];
  if (known !== null) return known;
  return rows.length / Math.max(1, daysBetween(first, history.end) / DAYS_A_MONTH);
}
