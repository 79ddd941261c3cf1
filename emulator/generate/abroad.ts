/** What is paid, or comes in, in a foreign currency: the bank's line names it, and the bank takes its share. */
import type { Day } from '@/lib/core/day';
import { type Merchant, merchant, type MerchantKey } from '../personas/merchants';
import type { Abroad } from '../personas/persona';
import type { Life } from './life';
import { bankMovement, bookedAtOnce, type Payment } from './movement';
import { seeded } from './seeded';

/** Writes the row and, when it is booked, the row of the bank's fee. Until then the rate may still move. */
export function payAbroad({ book }: Life, account: string, payment: Payment, abroad: Abroad): void {
  const { key, at, cents, on } = payment;
  const authorised = Math.round(cents * (1 + (seeded('rate', key).fraction() - 0.5) / 100));
  const movement = bankMovement({ ...payment, line: foreignLine(at, cents, on, abroad), authorised });
  book.write(account, movement);
  const { fee = 0, wireFee = 0 } = abroad;
  const charge = (to: MerchantKey, taken: number) => {
    if (taken === 0) return;
    const row = { key: `${key} fee`, at: merchant(to), cents: taken, on: movement.posted.date };
    book.write(account, bookedAtOnce(row));
  };
  if (cents > 0) charge('foreignFee', Math.round((cents * fee) / 100));
  else charge('wireFee', Math.round(wireFee * 100));
}

/** The merchant's line with the foreign amount and the rate of the day, as card banks print it. */
function foreignLine(at: Merchant, cents: number, on: Day, { currency, rate }: Abroad): string {
  const ofDay = rate * (0.98 + seeded('rate', currency, on).fraction() * 0.04);
  return `${at.line} ${currency} ${(Math.abs(cents) / 100 / ofDay).toFixed(2)} @ ${ofDay.toFixed(4)}`;
}
