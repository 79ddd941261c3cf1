/** Mortgages and student loans: their plan of instalments, and the rows that pay them at both banks. */
import { addMonthsTo, type Day } from '@/lib/core/day';
import type { Loan } from '../personas/persona';
import { merchant } from '../personas/merchants';
import { amortise, amortiseBack, annuity, type Instalment } from './amortize';
import { businessDay, dateInMonth, type Span } from './calendar';
import { cents, type Life, type Strand } from './life';
import { bookedAtOnce } from './movement';

export type LoanPlan = {
  readonly loan: Loan;
  readonly originatedOn: Day;
  readonly principal: number;
  readonly payment: number;
  readonly instalments: readonly Instalment[];
};

/** The whole life of a loan, from the day it was lent to the day it is paid off. */
export function planLoan(loan: Loan, span: Span): LoanPlan {
  const originatedOn = dateInMonth(addMonthsTo(span.linkedOn, -loan.ago), loan.on);
  const { terms, rate } = loan;
  if ('principal' in terms) {
    const principal = cents(terms.principal);
    const payment = annuity(principal, rate, terms.months);
    const instalments = amortise({ owed: principal, rate, payment }, paydays(originatedOn, terms.months));
    return { loan, originatedOn, principal, payment, instalments };
  }
  const owed = cents(terms.left);
  const payment = annuity(owed, rate, terms.monthsLeft);
  const days = paydays(originatedOn, loan.ago + terms.monthsLeft + 2);
  const isPast = (on: Day) => on <= span.linkedOn;
  const past = amortiseBack({ owed, rate, payment }, days.filter(isPast));
  const ahead = days.filter((on) => !isPast(on)).slice(0, terms.monthsLeft);
  const coming = amortise({ owed, rate, payment }, ahead);
  const first = past[0];
  const principal = first ? first.left + first.principal : owed;
  return { loan, originatedOn, principal, payment, instalments: [...past, ...coming] };
}

/** What is still owed at the end of a day. */
export function leftOn({ principal, instalments }: LoanPlan, day: Day): number {
  return instalments.findLast(({ on }) => on <= day)?.left ?? principal;
}

/** Pays each loan on its day; the lender writes what came in and the interest that was due (ACC-4). */
export function loans({ book }: Life, plans: readonly LoanPlan[]): Strand {
  const due = new Map<Day, { plan: LoanPlan; instalment: Instalment }[]>();
  for (const plan of plans) {
    for (const instalment of plan.instalments) {
      due.set(instalment.on, [...(due.get(instalment.on) ?? []), { plan, instalment }]);
    }
  }
  return (today) => {
    for (const { plan, instalment } of due.get(today) ?? []) {
      const { account, paidFrom, payment } = plan.loan;
      const key = `loan ${account} ${today}`;
      const write = (to: string, at: Parameters<typeof merchant>[0], cents: number) =>
        book.write(to, bookedAtOnce({ key: `${key} ${at}`, at: merchant(at), cents, on: today }));
      write(paidFrom, payment, instalment.payment);
      write(account, 'loanPayment', -instalment.payment);
      if (instalment.interest > 0) write(account, 'loanInterest', instalment.interest);
    }
  };
}

function paydays(originatedOn: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => businessDay(addMonthsTo(originatedOn, index + 1)));
}
