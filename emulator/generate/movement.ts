/**
 * How one payment runs through a bank: booked at once, or pending first and booked days later with
 * another amount (a tip, a released hold), a new name, now and then without the link (TXN-18, TXN-20).
 */
import { addDays, type Day } from '@/lib/core/day';
import type { Movement } from '../login';
import type { Merchant } from '../personas/merchants';
import { bankRow, type City } from './bank-row';
import { businessDay } from './calendar';
import { seeded, type Seeded } from './seeded';

export type Payment = {
  /** Unique within the account, and the root of every id the wire makes of it. */
  readonly key: string;
  readonly at: Merchant;
  readonly cents: number;
  readonly on: Day;
  readonly city?: City | undefined;
  readonly line?: string | undefined;
  /** What the pending row shows, where it is not what the merchant's way of settling makes of it. */
  readonly authorised?: number | undefined;
};

/** A movement that shows on its day and is booked already. */
export function bookedAtOnce({ key, at, cents, on, line }: Payment): Movement {
  return {
    key,
    appearsOn: on,
    posted: bankRow(at, { cents, date: on, authorizedDate: on, ...(line ? { line } : {}) }),
  };
}

/** A movement as the bank would show it; chance comes from its key alone. */
export function bankMovement(payment: Payment): Movement {
  const { key, at, cents, on, city, line } = payment;
  if (at.settles === 'never pending') return bookedAtOnce({ ...payment, on: businessDay(on) });
  const chance = seeded('movement', key);
  const endsOn = businessDay(addDays(on, chance.between(1, 3)));
  const place = { ...(city ? { city } : {}), ...(line ? { line } : {}) };
  const posted = bankRow(at, { cents, date: endsOn, authorizedDate: on, ...place });
  const before = bankRow(at, {
    cents: payment.authorised ?? authorised(at, cents, chance),
    date: on,
    authorizedDate: on,
    ...place,
  });
  const row = { ...before, name: before.originalDescription };
  const linked = !chance.chance(0.06);
  return {
    key,
    appearsOn: on,
    posted,
    pending: { row, endsOn, linked, vanishes: false },
    ...fate(chance, posted),
  };
}

/** A hold that is let go without a purchase: a hotel's deposit, a pump's check of the card. */
export function vanishingHold(payment: Payment): Movement {
  const { key, at, cents, on } = payment;
  const row = bankRow(at, { cents, date: on, authorizedDate: on });
  const pending = { row, endsOn: addDays(on, 3), linked: false, vanishes: true };
  return { key, appearsOn: on, posted: row, pending };
}

function authorised(at: Merchant, cents: number, chance: Seeded): number {
  if (cents <= 0 || at.settles === 'same') return cents;
  if (at.settles === 'tip') return Math.round((cents * 100) / (100 + chance.between(15, 22)));
  return Math.ceil(cents / 5000) * 5000;
}

/** Now and then a bank corrects what it booked, or takes a double entry back (TXN-21). */
function fate(chance: Seeded, posted: Movement['posted']): Pick<Movement, 'correction' | 'removedOn'> {
  const draw = chance.between(1, 1000);
  if (draw <= 3) {
    const amount = Math.round(posted.amount * 90) / 100;
    return { correction: { on: addDays(posted.date, 2), row: { ...posted, amount } } };
  }
  return draw === 4 ? { removedOn: addDays(posted.date, 4) } : {};
}
