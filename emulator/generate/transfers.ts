/** Money moved between one's own accounts; each time both banks write a row, and the two add to zero. */
import { addDays, type Day } from '@/lib/core/day';
import { merchant, type MerchantKey } from '../personas/merchants';
import type { Cushion, StandingTransfer } from '../personas/persona';
import { businessDay, dateInMonth } from './calendar';
import { cents, type Life, standing, type Strand } from './life';
import { bookedAtOnce } from './movement';

export function transfers(life: Life): Strand {
  return (today) => {
    for (const transfer of life.persona.transfers) {
      if (today === businessDay(dateInMonth(today, transfer.on)))
        moveBy(life, transfer, cents(transfer.amount), today);
    }
    for (const cushion of life.persona.cushions ?? []) keepCushion(life, cushion, today);
  };
}

type Legs = Pick<StandingTransfer, 'from' | 'to' | 'out' | 'in' | 'takes'>;

function moveBy(
  { book }: Life,
  { from, to, out, in: into, takes = 0 }: Legs,
  amount: number,
  today: Day,
): void {
  const key = `transfer ${from} ${to} ${today}`;
  const arrives = takes === 0 ? today : businessDay(addDays(today, takes));
  book.write(from, bookedAtOnce({ key, at: merchant(out), cents: amount, on: today }));
  book.write(to, bookedAtOnce({ key, at: merchant(into), cents: -amount, on: arrives }));
}

const TO_SAVINGS = { out: 'toSavings', in: 'fromChecking' } as const satisfies Record<string, MerchantKey>;
const FROM_SAVINGS = { out: 'toChecking', in: 'fromSavings' } as const satisfies Record<string, MerchantKey>;

/** Late in the month what is too much goes to savings; any day, what is missing comes back in round hundreds. */
function keepCushion(life: Life, { account, savings, floor, ceiling }: Cushion, today: Day): void {
  const held = standing(life, account);
  const there = Math.floor(standing(life, savings) / 10_000) * 10_000;
  const missing = Math.min(there, Math.ceil((cents(floor) - held) / 10_000) * 10_000);
  const extra = Math.floor((held - cents(ceiling)) / 10_000) * 10_000;
  if (missing > 0) moveBy(life, { from: savings, to: account, ...FROM_SAVINGS }, missing, today);
  else if (extra > 0 && today === dateInMonth(today, 27)) {
    moveBy(life, { from: account, to: savings, ...TO_SAVINGS }, extra, today);
  }
}
