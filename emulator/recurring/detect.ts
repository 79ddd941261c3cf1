/** Recurring streams, detected from rows and from nothing else (section 14). Pure. */
import { type Day, daysBetween } from '@/lib/core/day';
import { type Cadence, nextDay, patience, rhythmOf } from './cadence';

export type StreamRow = {
  readonly id: string;
  readonly accountKey: string;
  readonly date: Day;
  readonly amount: number;
  readonly name: string;
  readonly merchantName: string | null;
  readonly category: string | null;
};

export type Stream = {
  /** Ascending by date. */
  readonly rows: readonly StreamRow[];
  readonly last: StreamRow;
  readonly cadence: Cadence;
  readonly status: 'MATURE' | 'EARLY_DETECTION' | 'TOMBSTONED';
  readonly isActive: boolean;
  readonly nextDay: Day | null;
  readonly averageAmount: number;
};

/** Food, fuel and shopping come often and without a date; no bill or income does. */
const HABITS = /^(FOOD_AND_DRINK|GENERAL_MERCHANDISE|TRANSPORTATION|TRAVEL)/;

/** Most that an amount may differ from the median of its stream, as a share of it. */
const SPREAD = 0.6;

/** Streams among posted rows: same account, same counterpart, same direction, a rhythm, like amounts. */
export function detectStreams(rows: readonly StreamRow[], today: Day): Stream[] {
  return [...groups(rows).values()].flatMap((group) => {
    const stream = streamOf(
      group.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
      today,
    );
    return stream ? [stream] : [];
  });
}

function groups(rows: readonly StreamRow[]): Map<string, StreamRow[]> {
  const found = new Map<string, StreamRow[]>();
  for (const row of rows) {
    if (row.amount === 0) continue;
    const direction = row.amount > 0 ? 'out' : 'in';
    const key = [row.accountKey, direction, counterpart(row)].join('|');
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return found;
}

/** The merchant, or the description without its changing numbers. */
function counterpart({ merchantName, name }: StreamRow): string {
  return (merchantName ?? name)
    .toLowerCase()
    .replaceAll(/[\d#*]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function streamOf(rows: readonly StreamRow[], today: Day): Stream | null {
  const median = medianAmount(rows);
  const alike = rows.filter((row) => isAlike(row.amount, median));
  const last = alike.at(-1);
  if (!last || alike.length < 2 || alike.length < rows.length * 0.75) return null;
  const rhythm = rhythmOf(alike.map(({ date }) => date));
  if (!rhythm || isHabit(alike, rhythm.cadence)) return null;
  const { cadence } = rhythm;
  const isActive = daysBetween(last.date, today) <= patience(rhythm);
  const isMature = alike.length >= (cadence === 'ANNUALLY' ? 2 : 3);
  if (cadence === 'UNKNOWN' && !isMature) return null;
  const sum = alike.reduce((total, { amount }) => total + amount, 0);
  return {
    rows: alike,
    last,
    cadence,
    status: isMature ? 'MATURE' : isActive ? 'EARLY_DETECTION' : 'TOMBSTONED',
    isActive,
    nextDay: isActive ? nextDay(last.date, cadence) : null,
    averageAmount: Math.round((sum / alike.length) * 100) / 100,
  };
}

/** A coffee every Friday is a habit; the same price every time makes it a subscription. */
function isHabit(rows: readonly StreamRow[], cadence: Cadence): boolean {
  const category = rows.at(-1)?.category ?? '';
  // Two summers at the same hotel are a coincidence.
  if (cadence === 'ANNUALLY') return category.startsWith('TRAVEL');
  if (!HABITS.test(category)) return false;
  return new Set(rows.map(({ amount }) => amount)).size > Math.max(2, rows.length / 4);
}

function isAlike(amount: number, median: number): boolean {
  return Math.abs(amount - median) <= Math.abs(median) * SPREAD;
}

function medianAmount(rows: readonly StreamRow[]): number {
  const sorted = rows.map(({ amount }) => amount).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
