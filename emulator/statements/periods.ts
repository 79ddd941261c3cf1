/**
 * The statements that a bank has written for an account: a calendar month each, and for a credit card the
 * time between two of the statement days that its liabilities name.
 */
import { addDays, addMonthsTo, type Day, day } from '@/lib/core/day';
import type { LoginAccount } from '../login';

export type StatementPeriod = {
  readonly first: Day;
  readonly last: Day;
  /** The day it was written: with the last day's rows, or on the morning after the month. */
  readonly postedOn: Day;
};

/** So many are kept, and older ones only where they are asked for. */
const KEPT = 24;
/** A first row as old as this is where the bank's record was cut off, not where the account began. */
const CUT_OFF_MONTHS = 23;

/**
 * Newest first; only periods that are over, and none from before the account's first row, unless the account is
 * older than its rows. `since` is the first day that anybody asks for.
 */
export function statementPeriods(account: LoginAccount, today: Day, since: Day): StatementPeriod[] {
  const begun = firstDayOf(account);
  if (begun === null || (account.type !== 'depository' && account.type !== 'credit')) return [];
  const issues = issueDays(account, today);
  const periods = issues.length > 0 ? betweenIssues(issues) : calendarMonths(today, since);
  const isOlder = begun <= addMonthsTo(today, -CUT_OFF_MONTHS);
  return periods.filter(({ last }) => isOlder || last >= begun);
}

function firstDayOf({ movements }: LoginAccount): Day | null {
  return movements.reduce<Day | null>(
    (first, { posted }) => (first === null || posted.date < first ? posted.date : first),
    null,
  );
}

function calendarMonths(today: Day, since: Day): StatementPeriod[] {
  const thisMonth = day(`${today.slice(0, 7)}-01`);
  const months = Math.max(KEPT, monthOf(today) - monthOf(since) + 1);
  return Array.from({ length: months }, (_, index) => {
    const postedOn = addMonthsTo(thisMonth, -index);
    return { first: addMonthsTo(postedOn, -1), last: addDays(postedOn, -1), postedOn };
  });
}

/** Months since the year 0, to count from one to another. */
function monthOf(date: Day): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** Every day on which the card's balance was struck, newest first. */
function issueDays(account: LoginAccount, today: Day): Day[] {
  const days: Day[] = [];
  let next = issuedBy(account, today);
  while (next !== null && days.length <= KEPT) {
    days.push(next);
    const before = issuedBy(account, addDays(next, -1));
    next = before !== null && before < next ? before : null;
  }
  return days;
}

function issuedBy(account: LoginAccount, on: Day): Day | null {
  const liability = account.liabilityOn(on);
  const issued = liability?.kind === 'credit' ? liability.facts.last_statement_issue_date : null;
  return issued === null ? null : day(issued);
}

function betweenIssues(issues: readonly Day[]): StatementPeriod[] {
  return issues.slice(0, KEPT).map((last, index) => {
    const before = issues[index + 1] ?? addMonthsTo(last, -1);
    return { first: addDays(before, 1), last, postedOn: last };
  });
}
