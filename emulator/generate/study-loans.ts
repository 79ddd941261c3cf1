/** A loan for studies, until its student has to pay: lent term by term, with interest by the day. */
import { addMonthsTo, type Day, daysBetween } from '@/lib/core/day';
import type { Loan, StudyTerms } from '../personas/debts';
import { businessDay, dateInMonth, type Span } from './calendar';
import { cents } from './life';

export type Lent = { readonly on: Day; readonly cents: number };

/** When studies end, and when the first month of repayment begins. */
function turningPoints({ studiesEnd, grace }: StudyTerms, { on }: Loan, { linkedOn }: Span) {
  const monthOn = (month: number) => dateInMonth(dateInMonth(addMonthsTo(linkedOn, month), 1), on);
  return { endsOn: monthOn(studiesEnd), repaysFrom: monthOn(studiesEnd + grace) };
}

export function planStudies(terms: StudyTerms, loan: Loan, span: Span) {
  const lent = terms.lent.map(({ ago, amount }) => ({
    on: businessDay(dateInMonth(addMonthsTo(span.linkedOn, -ago), loan.on)),
    cents: cents(amount),
  }));
  const { endsOn, repaysFrom } = turningPoints(terms, loan, span);
  const interest = terms.subsidised ? 0 : accrued(lent, loan.rate, repaysFrom);
  const principal = lent.reduce((sum, part) => sum + part.cents, 0);
  return {
    originatedOn: lent[0]?.on ?? repaysFrom,
    principal,
    lent,
    studiesEndOn: endsOn,
    capitalised: { on: repaysFrom, cents: interest },
    owed: principal + interest,
  };
}

/** Simple interest by the day on every part that was lent, in cents. */
export function accrued(lent: readonly Lent[], rate: number, until: Day): number {
  const dollarDays = lent
    .filter(({ on }) => on < until)
    .reduce((sum, part) => sum + part.cents * daysBetween(part.on, until), 0);
  return Math.round((dollarDays * rate) / 36_500);
}
