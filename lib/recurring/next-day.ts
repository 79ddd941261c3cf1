/** When does a stream come next? Plaid's prediction first, else its rhythm counted on from the last day (REC-7). */
import { addDays, type Day, day } from '@/lib/core/day';
import { addMonths, daysIn, type Month, monthOf } from '@/lib/core/month';

/** What is needed to know a stream's days; `frequency` is Plaid's word in lower case with hyphens. */
export type Rhythm = {
  frequency: string;
  firstDay: Day;
  lastDay: Day;
  predictedNextDay: Day | null;
};

/**
 * The first day from `today` on that the stream is expected. A prediction that has passed is counted on by
 * the rhythm; null when the rhythm is unknown and no prediction lies ahead.
 */
export function nextDay(stream: Rhythm, today: Day): Day | null {
  const { predictedNextDay, lastDay } = stream;
  if (predictedNextDay !== null && predictedNextDay >= today) return predictedNextDay;
  const from = predictedNextDay ?? lastDay;
  for (const next of occurrencesAfter(stream, from)) if (next >= today) return next;
  return null;
}

/** Every expected day from `today` to `last`: a weekly stream comes twice in a fortnight. */
export function expectedDays(stream: Rhythm, today: Day, last: Day): Day[] {
  const first = nextDay(stream, today);
  if (first === null || first > last) return [];
  const days = [first];
  for (const next of occurrencesAfter(stream, first)) {
    if (next > last) break;
    days.push(next);
  }
  return days;
}

function* occurrencesAfter(stream: Rhythm, from: Day): Generator<Day> {
  switch (stream.frequency) {
    case 'weekly':
      return yield* everyDays(from, 7);
    case 'biweekly':
      return yield* everyDays(from, 14);
    case 'semi-monthly':
      return yield* onDates(from, 1, semiMonthlyDates(stream, from));
    case 'monthly':
      return yield* onDates(from, 1, [monthlyDate(stream, from)]);
    case 'annually':
      return yield* onDates(from, 12, [monthlyDate(stream, from)]);
  }
}

function* everyDays(from: Day, count: number): Generator<Day> {
  for (let at = addDays(from, count); ; at = addDays(at, count)) yield at;
}

/** The given dates of every `step`-th month, in order, each held at the month's last day. */
function* onDates(from: Day, step: number, dates: readonly number[]): Generator<Day> {
  for (let at = monthOf(from); ; at = addMonths(at, step)) {
    for (const date of dates) {
      const next = dateIn(at, date);
      if (next > from) yield next;
    }
  }
}

/** A stream that began on the 31st and last came on 28 February falls due on the 31st again, not the 28th. */
function monthlyDate({ firstDay }: Rhythm, from: Day): number {
  return isMonthEnd(from) ? Math.max(dateOf(from), dateOf(firstDay)) : dateOf(from);
}

/**
 * The two dates of a month. The first day tells the other date when it lies far enough from the last one; else
 * the usual pairs: 1 and 15, 15 and the last, or half a month apart.
 */
function semiMonthlyDates({ firstDay }: Rhythm, from: Day): number[] {
  const one = isMonthEnd(from) ? 31 : dateOf(from);
  const first = isMonthEnd(firstDay) ? 31 : dateOf(firstDay);
  const other = Math.abs(first - one) >= 10 ? first : partnerOf(one);
  return [one, other].toSorted((a, b) => a - b);
}

function partnerOf(date: number): number {
  if (date === 1) return 15;
  if (date === 15) return 31;
  if (date === 31) return 15;
  return date < 15 ? date + 15 : date - 15;
}

function dateIn(month: Month, date: number): Day {
  return day(`${month}-${String(Math.min(date, daysIn(month))).padStart(2, '0')}`);
}

function isMonthEnd(of: Day): boolean {
  return dateOf(of) === daysIn(monthOf(of));
}

function dateOf(of: Day): number {
  return Number(of.slice(8));
}
