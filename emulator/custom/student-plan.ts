/** How a custom user's student loan runs: months without payments, then equal ones until nothing is left. */
import { addMonthsTo, type Day } from '@/lib/core/day';
import { annuity } from '../generate/amortize';
import type { CustomLiability } from './schema';

export type StudentMonth = {
  readonly on: Day;
  readonly payment: number;
  readonly interestPaid: number;
  readonly principalPaid: number;
  readonly left: number;
  /** Interest that has accrued and is neither paid nor capitalised. */
  readonly outstanding: number;
};

export type StudentPlan = {
  readonly originatedOn: Day;
  readonly principal: number;
  readonly rate: number;
  readonly months: readonly StudentMonth[];
};

const DEFAULT_APR = 4.45;

/** In cents. Interest is never capitalised unless the file says from which month on. */
export function studentPlan(file: CustomLiability, linkedOn: Day, fallbackPrincipal: number): StudentPlan {
  const originatedOn = file.origination_date ?? addMonthsTo(linkedOn, -24);
  const principal = file.principal === undefined ? fallbackPrincipal : Math.round(file.principal * 100);
  const rate = file.nominal_apr ?? DEFAULT_APR;
  const plan = { originatedOn, principal, rate };
  const waiting = waitingMonths(plan, file);
  return { ...plan, months: [...waiting, ...payingMonths(plan, file, waiting)] };
}

export function monthAt({ months }: StudentPlan, day: Day): StudentMonth | undefined {
  return months.findLast(({ on }) => on <= day);
}

type Beginning = Omit<StudentPlan, 'months'>;

function waitingMonths({ originatedOn, principal, rate }: Beginning, file: CustomLiability): StudentMonth[] {
  const capitalisesFrom = file.interest_capitalization_grace_period_months ?? Infinity;
  const months: StudentMonth[] = [];
  let left = principal;
  let outstanding = 0;
  for (let month = 1; month <= (file.repayment_model?.non_repayment_months ?? 0); month += 1) {
    outstanding += Math.round((left * rate) / 1200);
    if (month >= capitalisesFrom) [left, outstanding] = [left + outstanding, 0];
    const on = addMonthsTo(originatedOn, month);
    months.push({ on, payment: 0, interestPaid: 0, principalPaid: 0, left, outstanding });
  }
  return months;
}

/** Each payment goes to interest first, also to what waited. */
function payingMonths(
  { originatedOn, principal, rate }: Beginning,
  file: CustomLiability,
  waiting: readonly StudentMonth[],
): StudentMonth[] {
  const months: StudentMonth[] = [];
  let { left, outstanding } = waiting.at(-1) ?? { left: principal, outstanding: 0 };
  const term = file.repayment_model?.repayment_months ?? 120;
  const payment = annuity(left + outstanding, rate, term);
  while (left + outstanding > 0) {
    const interest = outstanding + Math.round((left * rate) / 1200);
    const isLast = months.length + 1 >= term;
    const paid = isLast ? left + interest : Math.min(payment, left + interest);
    const interestPaid = Math.min(paid, interest);
    const principalPaid = paid - interestPaid;
    [left, outstanding] = [left - principalPaid, interest - interestPaid];
    const on = addMonthsTo(originatedOn, waiting.length + months.length + 1);
    months.push({ on, payment: paid, interestPaid, principalPaid, left, outstanding });
  }
  return months;
}
