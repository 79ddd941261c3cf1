/**
 * How days and months are written: as people say them ("Fri 14 Mar"), relative only within a week.
 * Nothing here asks the clock: "today" is an argument, from the person's time zone.
 */
import { type Day, daysBetween, weekday } from './day';
import { firstDayOf, type Month } from './month';

export type DayFormat = {
  /** The person's today: needed for words like "yesterday", and to leave out this year. */
  today?: Day;
  /** BCP 47 tag for the names of days and months. Default `en-US`. */
  locale?: string;
  /** `short` "Fri 14 Mar", `long` "Friday 14 March", `bare` "14 Mar", for columns. Default `short`. */
  form?: 'short' | 'long' | 'bare';
};

/** "Fri 14 Mar"; with the year, and without the weekday, when it is not the year of `today`. */
export function formatDay(value: Day, { today, locale = 'en-US', form = 'short' }: DayFormat = {}): string {
  const width = form === 'long' ? 'long' : 'short';
  const date = `${Number(value.slice(8))} ${monthName(value, locale, width)}`;
  if (today !== undefined && value.slice(0, 4) !== today.slice(0, 4)) return `${date} ${value.slice(0, 4)}`;
  return form === 'bare' ? date : `${weekdayName(value, locale, width)} ${date}`;
}

/** "today", "yesterday", "in 3 days" within a week of `today`; the plain day beyond it. */
export function formatDayNear(value: Day, today: Day, format: Omit<DayFormat, 'today'> = {}): string {
  const distance = daysBetween(today, value);
  if (Math.abs(distance) > 7) return formatDay(value, { ...format, today });
  return new Intl.RelativeTimeFormat(format.locale ?? 'en-US', { numeric: 'auto' }).format(distance, 'day');
}

/** "March 2026", or "Mar 2026" when short; the year is left out when it is that of `today`. */
export function formatMonth(
  value: Month,
  { today, locale = 'en-US', form = 'long' }: DayFormat = {},
): string {
  const name = monthName(firstDayOf(value), locale, form === 'long' ? 'long' : 'short');
  return today !== undefined && value.slice(0, 4) === today.slice(0, 4)
    ? name
    : `${name} ${value.slice(0, 4)}`;
}

/** "just now", "2 minutes ago", "3 hours ago", "5 days ago": how old something is, in its largest whole unit. */
export function formatSince(at: Date, now: Date, locale = 'en-US'): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000));
  if (minutes < 1) return 'just now';
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 48 * 60) return relative.format(-Math.floor(minutes / 60), 'hour');
  return relative.format(-Math.floor(minutes / 1440), 'day');
}

function monthName(value: Day, locale: string, width: 'short' | 'long'): string {
  return utcName(Date.UTC(2001, Number(value.slice(5, 7)) - 1, 1), locale, { month: width });
}

function weekdayName(value: Day, locale: string, width: 'short' | 'long'): string {
  // 7 January 2001 was a Sunday.
  return utcName(Date.UTC(2001, 0, 7 + weekday(value)), locale, { weekday: width });
}

function utcName(instant: number, locale: string, option: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...option, timeZone: 'UTC' }).format(instant);
}
