/**
 * Calendar days as `YYYY-MM-DD` text. A bank's date has no time zone (GEN-11), so it is never turned
 * into an instant; arithmetic runs on whole UTC day numbers, and text order is time order.
 */
export type Day = string & { readonly __brand: 'Day' };

const MS_PER_DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists: "2026-02-29" is not one. */
export function isDay(text: string): text is Day {
  return PATTERN.test(text) && toText(dayNumber(text)) === text;
}

/** Reads a day; throws `RangeError` when the text is not a day that exists. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" is not a calendar day.`);
  return text;
}

/** The calendar day that an instant falls on in a person's time zone (IANA name). */
export function dayAt(instant: Date, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return day(`${part['year']}-${part['month']}-${part['day']}`);
}

export function addDays(from: Day, count: number): Day {
  return toText(dayNumber(from) + count) as Day;
}

/** Whole days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(of: Day): number {
  return (((dayNumber(of) + 4) % 7) + 7) % 7;
}

/** Every day from `first` to `last`, both included; empty when `last` comes first. */
export function eachDay(first: Day, last: Day): Day[] {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

/** The same day of the month `count` months later, held at that month's last day: 31 Jan + 1 is 28 Feb. */
export function addMonthsTo(from: Day, count: number): Day {
  const [year, month, date] = parts(from);
  const index = year * 12 + (month - 1) + count;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return toText(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, last)) / MS_PER_DAY) as Day;
}

/** The days of a lifetime are few, and lives are made of millions of looks at them. */
const MOST_KEPT = 50_000;
const numbers = new Map<string, number>();
const texts = new Map<number, string>();

function dayNumber(text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const [year, month, date] = parts(text);
  return kept(numbers, text, Date.UTC(year, month - 1, date) / MS_PER_DAY);
}

function parts(text: string): [number, number, number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
}

function toText(number: number): string {
  return texts.get(number) ?? kept(texts, number, new Date(number * MS_PER_DAY).toISOString().slice(0, 10));
}

function kept<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, value);
  return value;
}
