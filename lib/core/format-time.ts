/** How moments are written: the clock where the person is, and the day unless it is today. */
import { dayAt } from './day';
import { formatDayNear } from './format-day';
import type { Writing } from './writing';

/** "4:20 PM" today, "yesterday, 4:20 PM" within a week, "Fri 14 Mar, 4:20 PM" beyond. */
export function formatMoment(
  at: Date,
  now: Date,
  { timeZone, dates }: Pick<Writing, 'timeZone' | 'dates'>,
): string {
  const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone }).format(at);
  const [day, today] = [dayAt(at, timeZone), dayAt(now, timeZone)];
  return day === today ? time : `${formatDayNear(day, today, { dates })}, ${time}`;
}

/** "in less than a minute", "in 3 minutes", "in 2 hours": how long something still takes. */
export function formatUntil(at: Date, now: Date): string {
  const minutes = Math.ceil((at.getTime() - now.getTime()) / 60_000);
  if (minutes <= 1) return 'in less than a minute';
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  if (minutes < 60) return relative.format(minutes, 'minute');
  return minutes < 48 * 60
    ? relative.format(Math.round(minutes / 60), 'hour')
    : relative.format(Math.round(minutes / 1440), 'day');
}
