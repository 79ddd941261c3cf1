/** Help that comes when an account runs low: a payday lender, who wants more back, and people, who do not. */
import { addDays, type Day } from '@/lib/core/day';
import { merchant } from '../personas/merchants';
import type { Helper } from '../personas/persona';
import { businessDay } from './calendar';
import { cents, type Life, standing, type Strand } from './life';
import { bookedAtOnce } from './movement';

/** One advance at a time; two weeks later the lender takes it back with its price. */
export function advances(life: Life): Strand {
  const { advance } = life.persona;
  if (!advance) return () => {};
  const { into, below, amount, price } = advance;
  let due: Day | null = null;
  return (today) => {
    if (today === due) {
      const back = { key: `advance back ${today}`, at: merchant('advanceRepaid') };
      life.book.write(into, bookedAtOnce({ ...back, cents: cents(amount + price), on: today }));
      due = null;
    } else if (due === null && today === businessDay(today) && standing(life, into) < cents(below)) {
      const lent = { key: `advance ${today}`, at: merchant('advance') };
      life.book.write(into, bookedAtOnce({ ...lent, cents: -cents(amount), on: today }));
      due = businessDay(addDays(today, 14));
    }
  };
}

/** At the end of a day, a round sum from those who help, as often as it takes. */
export function helpers(life: Life): Strand {
  return (today) => {
    for (const helper of life.persona.helpers ?? []) help(life, helper, today);
  };
}

function help(life: Life, { account, floor, amount, by }: Helper, today: Day): void {
  const missing = cents(floor) - standing(life, account);
  if (missing <= 0) return;
  const sent = Math.ceil(missing / cents(amount)) * cents(amount);
  const key = `help ${account} ${today}`;
  life.book.write(account, bookedAtOnce({ key, at: merchant(by), cents: -sent, on: today }));
}
