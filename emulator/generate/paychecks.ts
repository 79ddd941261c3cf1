/** Wages that arrive on their Friday, a little more from each January on. */
import type { Day } from '@/lib/core/day';
import type { Paycheck } from '../personas/persona';
import { merchant } from '../personas/merchants';
import { isPayday } from './calendar';
import { cents, type Life, type Strand } from './life';
import { bookedAtOnce } from './movement';

export function paychecks(life: Life): Strand {
  return (today) => {
    for (const check of life.persona.paychecks) {
      if (isPayday(today, check.on)) pay(life, check, today);
    }
  };
}

function pay({ book, span }: Life, check: Paycheck, today: Day): void {
  const raises = Number(today.slice(0, 4)) - Number(span.linkedOn.slice(0, 4));
  const net = cents(check.net * (1 + ((check.raise ?? 0) / 100) * raises));
  const key = `pay ${check.from} ${today}`;
  book.write(check.into, bookedAtOnce({ key, at: merchant(check.from), cents: -net, on: today }));
}
