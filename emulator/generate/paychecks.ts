/** Wages that arrive on their day: a little more from each January on, by the hour worked, with a bonus. */
import type { Day } from '@/lib/core/day';
import { merchant } from '../personas/merchants';
import type { Paycheck } from '../personas/persona';
import { dateInMonth, isPayday, isWithin, monthsBetween } from './calendar';
import { cents, type Life, type Strand } from './life';
import { bookedAtOnce } from './movement';
import { seeded } from './seeded';

export function paychecks(life: Life): Strand {
  return (today) => {
    for (const check of life.persona.paychecks) {
      if (isPayday(today, check.on) && isEmployed(check, life, today)) pay(life, check, today);
    }
  };
}

function isEmployed({ months, begins, ends }: Paycheck, { span }: Life, today: Day): boolean {
  if (months && !months.includes(Number(today.slice(5, 7)))) return false;
  return isWithin(monthsBetween(span.linkedOn, today), begins, ends);
}

function pay({ book, span, persona }: Life, check: Paycheck, today: Day): void {
  const raises = Number(today.slice(0, 4)) - Number(span.linkedOn.slice(0, 4));
  const key = `pay ${check.from} ${today}`;
  const hours = 1 + (check.varies ?? 0) * (seeded(persona.seed, key).fraction() * 2 - 1);
  const net = cents(check.net * (1 + ((check.raise ?? 0) / 100) * raises) * hours);
  const at = merchant(check.from);
  book.write(check.into, bookedAtOnce({ key, at, cents: -net, on: today }));
  if (!check.bonus || !isFirstOf(check.bonus.month, check, today)) return;
  const extra = { key: `${key} bonus`, at, cents: -cents(check.bonus.amount), on: today };
  book.write(check.into, bookedAtOnce({ ...extra, line: `${at.line} BONUS` }));
}

/** Whether it is the first payday of its month, and that month. */
function isFirstOf(month: number, { on }: Paycheck, today: Day): boolean {
  if (Number(today.slice(5, 7)) !== month) return false;
  for (let date = 1; date < Number(today.slice(8)); date += 1) {
    if (isPayday(dateInMonth(today, date), on)) return false;
  }
  return true;
}
