/** A loan paid back in equal instalments, in cents: what each one pays off, down to exactly nothing. */
import type { Day } from '@/lib/core/day';

export type Instalment = {
  readonly on: Day;
  readonly payment: number;
  readonly interest: number;
  readonly principal: number;
  readonly left: number;
};

export type Terms = {
  readonly owed: number;
  /** Percent a year. */
  readonly rate: number;
  readonly payment: number;
};

/** The equal monthly payment that pays `owed` cents back in so many months. */
export function annuity(owed: number, rate: number, months: number): number {
  const monthly = rate / 1200;
  if (monthly === 0) return Math.ceil(owed / months);
  let growth = 1;
  for (let month = 0; month < months; month += 1) growth *= 1 + monthly;
  return Math.ceil((owed * monthly * growth) / (growth - 1));
}

/** One instalment a day until nothing is left; the last one takes what rounding has left over, or less. */
export function amortise({ owed, rate, payment }: Terms, days: readonly Day[]): Instalment[] {
  const instalments: Instalment[] = [];
  let left = owed;
  for (const on of days) {
    if (left <= 0) break;
    const interest = Math.round((left * rate) / 1200);
    const paid = on === days.at(-1) ? left + interest : Math.min(payment, left + interest);
    left -= paid - interest;
    instalments.push({ on, payment: paid, interest, principal: paid - interest, left });
  }
  return instalments;
}

/** The instalments that led to `owed`, told backwards from it and given in order of time. */
export function amortiseBack({ owed, rate, payment }: Terms, days: readonly Day[]): Instalment[] {
  const instalments: Instalment[] = [];
  let left = owed;
  for (const on of days.toReversed()) {
    const before = Math.round((left + payment) / (1 + rate / 1200));
    const principal = before - left;
    instalments.unshift({ on, payment, interest: payment - principal, principal, left });
    left = before;
  }
  return instalments;
}
