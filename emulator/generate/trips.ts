/** Journeys: booked months ahead, lived for some days elsewhere, with the card's fee where it is abroad. */
import { addDays, type Day } from '@/lib/core/day';
import type { Trip } from '../personas/persona';
import { type MerchantKey, merchant } from '../personas/merchants';
import { cents, type Life, type Strand } from './life';
import { bankMovement, bookedAtOnce } from './movement';
import { seeded } from './seeded';

export function trips(life: Life): Strand {
  return (today) => {
    for (const trip of life.persona.trips) {
      bookAhead(life, trip, today);
      if (isAway(trip, today)) spendADay(life, trip, today);
    }
  };
}

function bookAhead({ book }: Life, trip: Trip, today: Day): void {
  for (const { at, amount, daysBefore } of trip.booked) {
    if (!isStart(trip, addDays(today, daysBefore))) continue;
    const key = `trip ${at} ${today}`;
    book.write(trip.from, bankMovement({ key, at: merchant(at), cents: cents(amount), on: today }));
  }
}

/** Every trip begins on the tenth of its month and ends within it. */
function isStart(trip: Trip, on: Day): boolean {
  return on.endsWith('-10') && Number(on.slice(5, 7)) === trip.month;
}

function isAway(trip: Trip, today: Day): boolean {
  const date = Number(today.slice(8));
  return Number(today.slice(5, 7)) === trip.month && date >= 10 && date < 10 + trip.days;
}

function spendADay({ book, persona }: Life, trip: Trip, today: Day): void {
  const chance = seeded(persona.seed, 'trip', String(trip.month), today);
  for (let visit = 0; visit < 2; visit += 1) {
    const at = merchant(chance.pick<MerchantKey>(trip.daily));
    const spent = chance.between(cents(trip.between[0]), cents(trip.between[1]));
    const key = `trip ${today} ${visit}`;
    const movement = bankMovement({ key, at, cents: spent, on: today, city: trip.place });
    book.write(trip.from, movement);
    const fee = Math.round((spent * (trip.foreignFee ?? 0)) / 100);
    if (fee === 0) continue;
    const booked = movement.posted.date;
    book.write(
      trip.from,
      bookedAtOnce({ key: `${key} fee`, at: merchant('foreignFee'), cents: fee, on: booked }),
    );
  }
}
