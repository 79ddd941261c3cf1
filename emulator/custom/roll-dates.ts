/** Custom users whose dates move with the calendar, so that their files never grow old (`roll_dates_forward`). */
import { addDays, type Day, day, daysBetween, isDay } from '@/lib/core/day';

/** Fields that say when something happened; the newest of them falls on the day of the link. */
const HAPPENED: ReadonlySet<string> = new Set([
  'date_transacted',
  'date_posted',
  'date',
  'institution_price_as_of',
  'pay_day',
]);

/** Every date of the file, moved by as many days as bring its newest happening to that day. */
export function rolledForward(file: unknown, to: Day): unknown {
  const newest = happenings(file).reduce<Day | null>(
    (last, on) => (last === null || on > last ? on : last),
    null,
  );
  return newest === null ? file : moved(file, daysBetween(newest, to));
}

function happenings(value: unknown): Day[] {
  if (Array.isArray(value)) return value.flatMap(happenings);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const on = HAPPENED.has(key) ? dayIn(member) : null;
    return on === null ? happenings(member) : [on];
  });
}

function moved(value: unknown, days: number): unknown {
  if (Array.isArray(value)) return value.map((member) => moved(member, days));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, moved(member, days)]));
  }
  const on = dayIn(value);
  return on === null ? value : addDays(on, days);
}

/** Dates come bare, or with a time behind them. */
function dayIn(value: unknown): Day | null {
  const text = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(value)?.[1] : undefined;
  return text !== undefined && isDay(text) ? day(text) : null;
}
