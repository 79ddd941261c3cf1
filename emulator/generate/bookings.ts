/** What one movement changes on the booked balance, and when: in minor units, Plaid's sign. */
import type { Day } from '@/lib/core/day';
import type { Movement } from '../login';

/** Booked when it posts, moved by a correction, taken back when removed; a hold that vanishes never counts. */
export function bookings(movement: Movement, digits = 2): [on: Day, minor: number][] {
  const { pending, posted, correction, removedOn, appearsOn } = movement;
  if (pending?.vanishes) return [];
  const booked = minorOf(posted.amount, digits);
  const final = correction ? minorOf(correction.row.amount, digits) : booked;
  const changes: [on: Day, minor: number][] = [[pending?.endsOn ?? appearsOn, booked]];
  if (correction) changes.push([correction.on, final - booked]);
  if (removedOn) changes.push([removedOn, -final]);
  return changes;
}

export function minorOf(amount: number, digits: number): number {
  return Math.round(amount * 10 ** digits);
}
