/** What a household does most days: shops, eats out, drives; sometimes it brings something back. */
import { addDays, type Day } from '@/lib/core/day';
import { type Merchant, merchant, type MerchantKey } from '../personas/merchants';
import type { Habit } from '../personas/persona';
import { payAbroad } from './abroad';
import { isWeekend, isWithin, lastDateOf, monthsBetween } from './calendar';
import { cents, type Life, type Strand } from './life';
import { bankMovement, vanishingHold } from './movement';
import { allowsAtOnce } from './overdraft';
import { seeded, type Seeded } from './seeded';

export function habits(life: Life): Strand {
  return (today) => {
    const weekend = isWeekend(today);
    const daysInMonth = lastDateOf(today);
    const month = monthsBetween(life.span.linkedOn, today);
    life.persona.habits.forEach((habit, index) => {
      if (!isWithin(month, habit.begins, habit.ends)) return;
      const chance = seeded(life.persona.seed, 'habit', String(index), today);
      if (chance.chance(likelihood(habit, weekend) / daysInMonth))
        visit(life, habit, today, chance, `habit ${index} ${today}`);
    });
  };
}

/** Visits a month at the pace of such a day. */
function likelihood({ timesAMonth, when }: Habit, weekend: boolean): number {
  if (when === 'weekends') return weekend ? timesAMonth * 3.5 : 0;
  if (when === 'weekdays') return weekend ? 0 : timesAMonth * 1.4;
  return timesAMonth;
}

function visit(life: Life, habit: Habit, on: Day, chance: Seeded, key: string): void {
  const at = merchant(chance.pick<MerchantKey>(habit.at));
  const spent = priceAt(habit, chance);
  const payment = { key, at, cents: habit.income ? -spent : spent, on, city: life.persona.city };
  if (!habit.income && !allowsAtOnce(life, habit.from, spent)) return;
  if (habit.abroad) return payAbroad(life, habit.from, payment, habit.abroad);
  life.book.write(habit.from, bankMovement(payment));
  if (at.settles === 'hold' && chance.chance(0.05)) hold(life, habit, on, at, key);
  if (chance.chance((habit.refunds ?? 0) / 100))
    refund(life, habit, addDays(on, chance.between(3, 14)), at, spent, key);
}

/** Most visits are small: the lower of two draws. */
function priceAt({ between: [low, high], twenties }: Habit, chance: Seeded): number {
  if (twenties) return chance.between(Math.ceil(low / 20), Math.floor(high / 20)) * 2000;
  const draw = () => chance.between(cents(low), cents(high));
  return Math.min(draw(), draw());
}

function hold({ book }: Life, habit: Habit, on: Day, at: Merchant, key: string): void {
  book.write(habit.from, vanishingHold({ key: `${key} hold`, at, cents: 100, on }));
}

/** Written when the purchase is, booked when its day comes. */
function refund(
  { book, persona }: Life,
  habit: Habit,
  on: Day,
  at: Merchant,
  spent: number,
  key: string,
): void {
  const back = -Math.round(spent * 0.6);
  book.write(habit.from, bankMovement({ key: `${key} refund`, at, cents: back, on, city: persona.city }));
}
