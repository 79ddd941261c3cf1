/**
 * What a bank does when there is not enough: it declines a card, lets checks and debits take an account below
 * nothing for a fee, and returns those that go too far. Only a household with an `overdraft` meets the last two.
 */
import { addDays, type Day } from '@/lib/core/day';
import { merchant } from '../personas/merchants';
import { businessDay } from './calendar';
import { cents, type Life, standing, type Strand } from './life';
import { bookedAtOnce, type Payment } from './movement';

/** A few dollars below nothing are forgiven. */
const FORGIVEN = 2500;

/** Whether the bank lets a bill of so much leave the account today. */
export function allows(life: Life, key: string, amount: number): boolean {
  const { accounts, overdraft } = life.persona;
  const account = accounts.find((candidate) => candidate.key === key);
  if (account?.limit !== undefined) return standing(life, key) + amount <= cents(account.limit);
  if (overdraft?.account !== key) return true;
  return standing(life, key) - amount >= -cents(overdraft.allows);
}

/** The same for a card in a shop or a machine: who has not agreed to fees is declined there, free of charge. */
export function allowsAtOnce(life: Life, key: string, amount: number): boolean {
  if (life.persona.overdraft?.account !== key) return allows(life, key, amount);
  return standing(life, key) >= amount;
}

/** A debit that is booked and comes back within the business day, for a fee; its category takes both. */
export function returnUnpaid({ book, persona }: Life, account: string, payment: Payment): void {
  const { key, at } = payment;
  const on = businessDay(payment.on);
  book.write(account, bookedAtOnce({ ...payment, on }));
  const line = `RETURNED ITEM ${payment.line ?? at.line}`;
  book.write(account, bookedAtOnce({ key: `${key} returned`, at, cents: -payment.cents, on, line }));
  const fee = cents(persona.overdraft?.returnFee ?? 0);
  if (fee > 0)
    book.write(account, bookedAtOnce({ key: `${key} fee`, at: merchant('nsfFee'), cents: fee, on }));
}

export function nextBusinessDay(on: Day): Day {
  return businessDay(addDays(on, 1));
}

/** At the end of a day on which debits left the account below nothing, one fee; run after all that spends. */
export function overdraftFees(life: Life): Strand {
  const { overdraft } = life.persona;
  if (!overdraft) return () => {};
  const { account, fee } = overdraft;
  let yesterday = standing(life, account);
  return (today) => {
    const held = standing(life, account);
    if (held < -FORGIVEN && held < yesterday) {
      const key = `overdraft ${account} ${today}`;
      life.book.write(
        account,
        bookedAtOnce({ key, at: merchant('overdraftFee'), cents: cents(fee), on: today }),
      );
    }
    yesterday = standing(life, account);
  };
}
