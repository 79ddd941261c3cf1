/** Loans: their plan of instalments, and the rows that lend, pay and charge at both banks. */
import { addMonthsTo, type Day } from '@/lib/core/day';
import type { Loan } from '../personas/debts';
import { merchant, type MerchantKey } from '../personas/merchants';
import { amortise, amortiseBack, annuity, type Instalment } from './amortize';
import { businessDay, dateInMonth, monthsBetween, type Span } from './calendar';
import { cents, type Life, type Strand } from './life';
import { bookedAtOnce } from './movement';
import { type Lent, planStudies } from './study-loans';

/** `on` is the day on which it is paid, as a rule the one on which it is due. */
export type LoanInstalment = Instalment & { readonly dueOn: Day; readonly fee: number };

export type LoanPlan = {
  readonly loan: Loan;
  readonly originatedOn: Day;
  readonly principal: number;
  /** In parts where it pays for studies; else all at once. */
  readonly lent: readonly Lent[];
  /** Interest of the years of study, added to what is owed when repayment begins. */
  readonly capitalised: Lent | null;
  readonly studiesEndOn?: Day;
  readonly payment: number;
  readonly instalments: readonly LoanInstalment[];
};

/** The whole life of a loan, from the day it was lent to the day it is paid off. */
export function planLoan(loan: Loan, span: Span): LoanPlan {
  const { terms, rate } = loan;
  if ('lent' in terms) {
    const studies = planStudies(terms, loan, span);
    const payment = annuity(studies.owed, rate, terms.months);
    const days = paydays(studies.capitalised.on, terms.months);
    const instalments = onTime(amortise({ owed: studies.owed, rate, payment }, days));
    const { originatedOn, principal, lent, capitalised, studiesEndOn } = studies;
    return { loan, originatedOn, principal, lent, capitalised, studiesEndOn, payment, instalments };
  }
  const originatedOn = dateInMonth(addMonthsTo(span.linkedOn, -loan.ago), loan.on);
  const { principal, payment, instalments } =
    'principal' in terms
      ? planForward(cents(terms.principal), terms.months, rate, originatedOn)
      : planAround(cents(terms.left), terms.monthsLeft, loan, { originatedOn, span });
  return {
    loan,
    originatedOn,
    principal,
    lent: [{ on: originatedOn, cents: principal }],
    capitalised: null,
    payment,
    instalments: onTime(instalments).map((due) => paidLate(due, loan, span)),
  };
}

function planForward(principal: number, months: number, rate: number, originatedOn: Day) {
  const payment = annuity(principal, rate, months);
  const instalments = amortise({ owed: principal, rate, payment }, paydays(originatedOn, months));
  return { principal, payment, instalments };
}

function planAround(
  owed: number,
  monthsLeft: number,
  { ago, rate }: Loan,
  { originatedOn, span }: { originatedOn: Day; span: Span },
) {
  const payment = annuity(owed, rate, monthsLeft);
  const days = paydays(originatedOn, ago + monthsLeft + 2);
  const isPast = (on: Day) => on <= span.linkedOn;
  const past = amortiseBack({ owed, rate, payment }, days.filter(isPast));
  const ahead = days.filter((on) => !isPast(on)).slice(0, monthsLeft);
  const coming = amortise({ owed, rate, payment }, ahead);
  const first = past[0];
  return {
    principal: first ? first.left + first.principal : owed,
    payment,
    instalments: [...past, ...coming],
  };
}

/** What is still owed at the end of a day. */
export function leftOn({ lent, capitalised, instalments }: LoanPlan, day: Day): number {
  const last = instalments.findLast(({ on }) => on <= day);
  if (last) return last.left;
  const grown = capitalised === null ? lent : [...lent, capitalised];
  return grown.filter(({ on }) => on <= day).reduce((sum, part) => sum + part.cents, 0);
}

/** Pays each loan on its day; the lender writes what came in and the interest that was due (ACC-4). */
export function loans(life: Life, plans: readonly LoanPlan[]): Strand {
  const due = new Map<Day, (() => void)[]>();
  const plan = (on: Day, act: () => void) => due.set(on, [...(due.get(on) ?? []), act]);
  for (const { loan, lent, capitalised, instalments } of plans) {
    for (const part of lent) plan(part.on, () => grow(life, loan, 'disbursement', part));
    if (capitalised && capitalised.cents > 0)
      plan(capitalised.on, () => grow(life, loan, 'capitalised', capitalised));
    for (const instalment of instalments) plan(instalment.on, () => pay(life, loan, instalment));
  }
  return (today) => {
    for (const act of due.get(today) ?? []) act();
  };
}

function grow({ book }: Life, { account }: Loan, at: MerchantKey, { on, cents }: Lent): void {
  book.write(account, bookedAtOnce({ key: `loan ${account} ${on} ${at}`, at: merchant(at), cents, on }));
}

/** Both legs; interest and a fee for being late are charged at the lender on the day they are paid. */
function pay({ book }: Life, loan: Loan, instalment: LoanInstalment): void {
  const { account, paidFrom, payment } = loan;
  const { on, dueOn, fee, interest } = instalment;
  const paid = instalment.payment + fee;
  const write = (to: string, at: MerchantKey, cents: number) => {
    if (cents === 0) return;
    const key = `loan ${account} ${dueOn} ${at}`;
    book.write(to, bookedAtOnce({ key, at: merchant(at), cents, on }));
  };
  write(paidFrom, payment, paid);
  write(account, 'loanPayment', -paid);
  write(account, 'loanInterest', interest);
  write(account, 'loanLateFee', fee);
}

function paydays(originatedOn: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => businessDay(addMonthsTo(originatedOn, index + 1)));
}

function onTime(instalments: readonly Instalment[]): LoanInstalment[] {
  return instalments.map((instalment) => ({ ...instalment, dueOn: instalment.on, fee: 0 }));
}

/** The lender counts what comes late as if it had come on its day, so that the plan stands; it asks a fee. */
function paidLate(instalment: LoanInstalment, { late, on }: Loan, { linkedOn }: Span): LoanInstalment {
  if (!late?.due.includes(monthsBetween(linkedOn, instalment.dueOn))) return instalment;
  const paidOn = businessDay(dateInMonth(addMonthsTo(linkedOn, late.paid), on));
  return { ...instalment, on: paidOn, fee: cents(late.fee) };
}
