/**
 * The running totals behind a list of movements: what has been booked and what is still pending at the
 * end of any day, in minor units with Plaid's sign. Built once, answered by binary search.
 */
import type { Day } from '@/lib/core/day';
import type { Movement } from '../login';
import { bookings, minorOf } from './bookings';

export type Ledger = {
  /** Σ of rows booked by the end of the day. */
  postedOn(day: Day): number;
  /** Σ of pending rows that take money out; pending income is not yet anybody's to spend. */
  heldOn(day: Day): number;
};

/** `digits` is the currency's exponent, 2 for dollars; rows in another currency are left out. */
export function ledger(movements: readonly Movement[], digits = 2, currency?: string): Ledger {
  const posted = new Map<Day, number>();
  const held = new Map<Day, number>();
  for (const movement of movements) {
    const { pending, appearsOn } = movement;
    if (movement.posted.currency && movement.posted.currency !== currency) continue;
    for (const [on, minor] of bookings(movement, digits)) plus(posted, on, minor);
    if (!pending) continue;
    const hold = Math.max(0, minorOf(pending.row.amount, digits));
    plus(held, appearsOn, hold);
    plus(held, pending.endsOn, -hold);
  }
  return { postedOn: runningTotal(posted), heldOn: runningTotal(held) };
}

/** The function "sum of all changes up to and with this day". */
export function runningTotal(changes: ReadonlyMap<Day, number>): (day: Day) => number {
  const days = [...changes.keys()].sort();
  const sums: number[] = [];
  let sum = 0;
  for (const day of days) {
    sum += changes.get(day) ?? 0;
    sums.push(sum);
  }
  return (day) => sums[countUpTo(days, day) - 1] ?? 0;
}

/** How many of the sorted days lie on or before `day`. */
function countUpTo(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = days[middle];
    if (found !== undefined && found <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function plus(changes: Map<Day, number>, day: Day, change: number): void {
  changes.set(day, (changes.get(day) ?? 0) + change);
}
