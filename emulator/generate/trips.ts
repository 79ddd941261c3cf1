/** Journeys: booked months ahead, lived for some days elsewhere, with the card's fee where it is abroad. */
import { addDays, type Day } from '@/lib/core/day';
import { merchant, type MerchantKey } from '../personas/merchants';
import type { Trip } from '../personas/persona';
import { payAbroad } from './abroad';
import { cents, type Life, type Strand } from './life';
import { bankMovement, vanishingHold } from './movement';
import { seeded } from './seeded';

export function trips(life: Life): Strand {
  return (today) => {
    for (const trip of life.persona.trips) {
      bookAhead(life, trip, today);
      if (isStart(trip, today)) checkIn(life, trip, today);
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

/** Hotels and car rentals hold a deposit on the card until one leaves. */
function checkIn({ book }: Life, trip: Trip, today: Day): void {
  for (const { at } of trip.booked) {
    if (merchant(at).settles !== 'hold') continue;
    const key = `trip ${at} ${today} deposit`;
    const deposit = { key, at: merchant(at), cents: 20_000, on: today, city: trip.place };
    book.write(trip.from, vanishingHold(deposit));
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

function spendADay(life: Life, trip: Trip, today: Day): void {
  const chance = seeded(life.persona.seed, 'trip', String(trip.month), today);
  for (let visit = 0; visit < 2; visit += 1) {
    const at = merchant(chance.pick<MerchantKey>(trip.daily));
    const spent = chance.between(cents(trip.between[0]), cents(trip.between[1]));
    const payment = { key: `trip ${today} ${visit}`, at, cents: spent, on: today, city: trip.place };
    if (trip.abroad) payAbroad(life, trip.from, payment, trip.abroad);
    else life.book.write(trip.from, bankMovement(payment));
  }
}
