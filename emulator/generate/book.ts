/**
 * The book of one household while its days are being lived: who wrote which movement, and what each
 * account holds at the end of the day now open. Only this file changes anything; it is closed at the end.
 */
import type { Day } from '@/lib/core/day';
import type { Movement } from '../login';
import { bookings } from './bookings';

export type Book = {
  /** Opens the next day: what was to be booked on it is booked. */
  turnTo(day: Day): void;
  write(account: string, movement: Movement): void;
  /** Σ of rows booked so far (Plaid's sign, cents) on top of what the account opened with. */
  readonly booked: (account: string) => number;
  readonly movementsOf: (account: string) => readonly Movement[];
};

export function openBook(): Book {
  const movements = new Map<string, Movement[]>();
  const totals = new Map<string, number>();
  const coming = new Map<Day, [account: string, cents: number][]>();
  let today: Day | null = null;

  function book(account: string, on: Day, cents: number): void {
    if (today !== null && on <= today) totals.set(account, (totals.get(account) ?? 0) + cents);
    else coming.set(on, [...(coming.get(on) ?? []), [account, cents]]);
  }

  return {
    turnTo(day) {
      today = day;
      for (const [account, cents] of coming.get(day) ?? []) book(account, day, cents);
      coming.delete(day);
    },
    write(account, movement) {
      movements.set(account, movements.get(account) ?? []);
      movements.get(account)?.push(movement);
      for (const [on, cents] of bookings(movement)) book(account, on, cents);
    },
    booked: (account) => totals.get(account) ?? 0,
    movementsOf: (account) => movements.get(account) ?? [],
  };
}
