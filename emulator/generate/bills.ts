/** What comes back by itself, from weekly to yearly: with seasons, a price rise, an end, a month left out. */
import { type Day, weekday } from '@/lib/core/day';
import { merchant } from '../personas/merchants';
import type { Bill } from '../personas/persona';
import { payAbroad } from './abroad';
import { dateInMonth, isInFirstWeek, isWithin, monthsBetween } from './calendar';
import { cents, type Life, type Strand } from './life';
import { bankMovement } from './movement';
import { allows, returnUnpaid } from './overdraft';
import { seeded } from './seeded';

const MONTHS = { month: 1, quarter: 3, 'half year': 6, year: 12 } as const;

/** How cold it is, from January on: 1 in deep winter, −1 at the height of summer. */
const COLD = [1, 0.9, 0.5, 0, -0.5, -0.9, -1, -0.9, -0.5, 0, 0.5, 0.9];

export function bills(life: Life): Strand {
  return (today) => {
    for (const bill of life.persona.bills) {
      if (isDue(bill, today) && isOn(bill, monthsBetween(life.span.linkedOn, today)))
        write(life, bill, today);
    }
  };
}

function isDue(bill: Bill, today: Day): boolean {
  if (bill.every === 'week') return weekday(today) === bill.on;
  if (bill.every === 'two weeks') return weekday(today) === bill.on && isInFirstWeek(today);
  if (bill.every === 'half month') return isHalfMonth(bill.on, today);
  if (today !== dateInMonth(today, bill.on)) return false;
  const month = Number(today.slice(5, 7)) - (bill.month ?? 1);
  return (month + 12) % MONTHS[bill.every] === 0;
}

function isHalfMonth(first: number, today: Day): boolean {
  return today === dateInMonth(today, first) || today === dateInMonth(today, first + 15);
}

function isOn(bill: Bill, month: number): boolean {
  if (bill.skipped === month) return false;
  return isWithin(month, bill.begins, bill.cancelled);
}

function write(life: Life, bill: Bill, today: Day): void {
  const { book, span, persona } = life;
  const at = merchant(bill.to);
  const key = `bill ${bill.to} ${today}`;
  const price = bill.rise && monthsBetween(span.linkedOn, today) >= bill.rise.at ? bill.rise.to : bill.amount;
  const season = 1 + (bill.winter ?? 0) * (COLD[Number(today.slice(5, 7)) - 1] ?? 0);
  const wander = 1 + (bill.varies ?? 0) * (seeded(persona.seed, key).fraction() * 2 - 1);
  const due = cents(price * season * wander) * (bill.income ? -1 : 1);
  const payment = { key, at, cents: due, on: today, line: bill.line };
  if (bill.abroad) payAbroad(life, bill.from, payment, bill.abroad);
  else if (bill.income || allows(life, bill.from, due)) book.write(bill.from, bankMovement(payment));
  else if (bill.from === persona.overdraft?.account) returnUnpaid(life, bill.from, payment);
}
