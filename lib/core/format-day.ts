/**
 * How days and months are written: in the person's form ("Fri 14 Mar" unless they chose another), relative only
 * within a week. Nothing here asks the clock: "today" is an argument, from the person's time zone.
 */
import { type Day, daysBetween, weekday } from './day';
import { firstDayOf, type Month } from './month';
import type { DateForm, Writing } from './writing';

export type DayFormat = {
  /** The person's today: leaves out this year. */
  today?: Day;
  /** `short` "Fri 14 Mar", `long` "Friday 14 March", `bare` "14 Mar", for columns. Default `short`. */
  form?: 'short' | 'long' | 'bare';
};

/** "Fri 14 Mar"; with the year, and without the weekday, when it is not the year of `today`. */
export function formatDay(
  value: Day,
  { dates }: Pick<Writing, 'dates'>,
  { today, form = 'short' }: DayFormat = {},
): string {
  const width = form === 'long' ? 'long' : 'short';
  const isOtherYear = today !== undefined && value.slice(0, 4) !== today.slice(0, 4);
  const date = DATES[dates](partsOf(value, width), isOtherYear);
  if (form === 'bare' || isOtherYear) return date;
  const comma = dates === 'words-month-first' ? ',' : '';
  return `${weekdayName(value, width)}${comma} ${date}`;
}

type Parts = { year: string; month: string; date: string; name: string };

/** Each form of a date, with its year where that is another one. A year in front is never left out. */
const DATES: Record<DateForm, (parts: Parts, hasYear: boolean) => string> = {
  words: ({ date, name, year }, hasYear) => `${Number(date)} ${name}${hasYear ? ` ${year}` : ''}`,
  'words-month-first': ({ date, name, year }, hasYear) =>
    `${name} ${Number(date)}${hasYear ? `, ${year}` : ''}`,
  'day-month': ({ date, month, year }, hasYear) => `${date}/${month}${hasYear ? `/${year}` : ''}`,
  'month-day': ({ date, month, year }, hasYear) => `${month}/${date}${hasYear ? `/${year}` : ''}`,
  iso: ({ year, month, date }) => `${year}-${month}-${date}`,
};

/** "today", "yesterday", "in 3 days" within a week of `today`; the plain day beyond it. */
export function formatDayNear(
  value: Day,
  today: Day,
  writing: Pick<Writing, 'dates'>,
  format: Omit<DayFormat, 'today'> = {},
): string {
  const distance = daysBetween(today, value);
  if (Math.abs(distance) > 7) return formatDay(value, writing, { ...format, today });
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(distance, 'day');
}

/** "March 2026", or "Mar 2026" when short; the year is left out when it is that of `today`. A month is a word in every form. */
export function formatMonth(value: Month, { today, form = 'long' }: DayFormat = {}): string {
  const name = monthName(firstDayOf(value), form === 'long' ? 'long' : 'short');
  return today !== undefined && value.slice(0, 4) === today.slice(0, 4)
    ? name
    : `${name} ${value.slice(0, 4)}`;
}

/** "just now", "2 minutes ago", "3 hours ago", "5 days ago": how old something is, in its largest whole unit. */
export function formatSince(at: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000));
  if (minutes < 1) return 'just now';
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 48 * 60) return relative.format(-Math.floor(minutes / 60), 'hour');
  return relative.format(-Math.floor(minutes / 1440), 'day');
}

function partsOf(value: Day, width: 'short' | 'long'): Parts {
  const [year = '', month = '', date = ''] = value.split('-');
  return { year, month, date, name: monthName(value, width) };
}

function monthName(value: Day, width: 'short' | 'long'): string {
  return utcName(Date.UTC(2001, Number(value.slice(5, 7)) - 1, 1), { month: width });
}

function weekdayName(value: Day, width: 'short' | 'long'): string {
  // 7 January 2001 was a Sunday.
  return utcName(Date.UTC(2001, 0, 7 + weekday(value)), { weekday: width });
}

/** Names are English, as the words around them. */
function utcName(instant: number, option: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...option, timeZone: 'UTC' }).format(instant);
}
