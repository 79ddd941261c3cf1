/** What a security costs on any day: a walk of small steps that follows from its ticker alone. */
import { type Day, day, daysBetween } from '@/lib/core/day';
import { marketDay } from './calendar';
import { seeded } from './seeded';

export type Quote = {
  readonly ticker: string;
  /** Dollars at the beginning of the walk. */
  readonly from: number;
  /** Percent a year it gains, and how far a usual day takes it. */
  readonly drift: number;
  readonly swing: number;
  /** Digits of its price. */
  readonly digits: number;
  /** Traded at weekends too. */
  readonly always?: boolean;
};

const WALK_BEGINS = day('2021-01-01');
const UNITS = 1_000_000;

/** The close of any day since 2021; before that the first price. Walked in millionths of a dollar. */
export function walk(quote: Quote, until: Day): (on: Day) => number {
  const chance = seeded('walk', quote.ticker);
  const units: number[] = [];
  let price = Math.round(quote.from * UNITS);
  const drift = quote.drift / 36_500;
  for (let index = 0; index <= daysBetween(WALK_BEGINS, until); index += 1) {
    const swing = ((chance.fraction() + chance.fraction() - 1) * quote.swing) / 100;
    price = Math.round(price * (1 + drift + swing));
    units.push(price);
  }
  return (on) => {
    const index = Math.max(0, daysBetween(WALK_BEGINS, quote.always ? on : marketDay(on)));
    const unit = units[Math.min(index, units.length - 1)] ?? 0;
    return Math.round((unit / UNITS) * 10 ** quote.digits) / 10 ** quote.digits;
  };
}
