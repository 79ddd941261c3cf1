/**
 * A credit card's own arithmetic: on statement day the balance is struck, interest is charged when the last
 * statement was not paid in full, and some weeks later it is paid with both legs, or not, for a fee. Every
 * figure that the Liabilities product reports follows from the card's rows.
 */
import { addDays, type Day } from '@/lib/core/day';
import type { CardHabit } from '../personas/debts';
import { merchant, type MerchantKey } from '../personas/merchants';
import { businessDay, dateInMonth, monthsBetween } from './calendar';
import { cents, type Life, standing, type Strand } from './life';
import { bookedAtOnce } from './movement';
import { allows, nextBusinessDay } from './overdraft';

export type Statement = {
  readonly issuedOn: Day;
  readonly balance: number;
  readonly minimum: number;
  readonly dueOn: Day;
  /** What interest was reckoned on, and the interest itself. */
  readonly carried: number;
  readonly interest: number;
};

/** `returnedOn` where the paying bank did not have it. */
type CardPayment = { readonly on: Day; readonly cents: number; readonly returnedOn?: Day };

export type CardRecord = { readonly statements: Statement[]; readonly payments: CardPayment[] };

const DAYS_TO_PAY = 25;
const RETURN_FEE = 2900;

/** The strand to run last in a day, so that a statement holds all of the day's rows. */
export function cards(life: Life, records: Map<string, CardRecord>): Strand {
  return (today) => {
    for (const card of life.persona.cards) {
      const record = records.get(card.account) ?? { statements: [], payments: [] };
      records.set(card.account, record);
      payIfDue(life, card, record, today);
      chargeIfLate(life, card, record, today);
      if (today === dateInMonth(today, card.statementOn))
        record.statements.push(strike(life, card, record, today));
    }
  };
}

/** Set up to go off two days before it is due. */
function payIfDue(life: Life, card: CardHabit, record: CardRecord, today: Day): void {
  const statement = record.statements.at(-1);
  if (!statement || today !== businessDay(addDays(statement.dueOn, -3))) return;
  if (card.misses?.includes(monthsBetween(life.span.linkedOn, statement.dueOn))) return;
  const paid = Math.min(statement.balance, wish(card, statement));
  if (paid <= 0) return;
  if (allows(life, card.paidFrom, paid)) payCard(life, card, paid, today, record);
  else bounce(life, card, paid, today, record);
}

/** Both legs of a payment, on one day, and a note of it. */
export function payCard(life: Life, card: CardHabit, paid: number, today: Day, record: CardRecord): void {
  writeLegs(life, card, paid, today);
  record.payments.push({ on: today, cents: paid });
}

function writeLegs({ book }: Life, card: CardHabit, paid: number, on: Day, word?: string): void {
  const key = `payment ${card.account} ${on}`;
  const at = merchant('cardPayment');
  const [bankLine, cardLine] = word ? [word, word] : ['CREDIT CARD AUTOPAY', at.line];
  book.write(card.paidFrom, bookedAtOnce({ key, at, cents: paid, on, line: bankLine }));
  book.write(card.account, bookedAtOnce({ key, at, cents: -paid, on, line: cardLine }));
}

/** A payment for which there was no money: both legs come back, and both banks charge for it. */
function bounce(life: Life, card: CardHabit, paid: number, today: Day, { payments }: CardRecord): void {
  const returnedOn = nextBusinessDay(nextBusinessDay(today));
  writeLegs(life, card, paid, today);
  writeLegs(life, card, -paid, returnedOn, 'PAYMENT RETURNED UNPAID');
  const charge = (to: string, at: MerchantKey, fee: number) => {
    const key = `returned ${card.account} ${today}`;
    if (fee > 0) life.book.write(to, bookedAtOnce({ key, at: merchant(at), cents: fee, on: returnedOn }));
  };
  charge(card.account, 'returnedPaymentFee', RETURN_FEE);
  charge(card.paidFrom, 'nsfFee', cents(life.persona.overdraft?.returnFee ?? 0));
  payments.push({ on: today, cents: paid, returnedOn });
}

/** The day after it was due, where the minimum is not there. */
function chargeIfLate(life: Life, card: CardHabit, { statements, payments }: CardRecord, today: Day): void {
  const statement = statements.findLast(({ dueOn }) => dueOn < today);
  if (!statement || today !== addDays(statement.dueOn, 1)) return;
  if (paidOn(statement, payments, today) >= statement.minimum) return;
  const key = `late ${card.account} ${today}`;
  const fee = { key, at: merchant('lateFee'), cents: cents(card.lateFee ?? 0), on: today };
  if (fee.cents > 0) life.book.write(card.account, bookedAtOnce(fee));
}

function wish(card: CardHabit, statement: Statement): number {
  if (card.pays === 'in full') return statement.balance;
  return card.pays === 'the minimum' ? statement.minimum : Math.max(statement.minimum, card.pays * 100);
}

/** The minimum: a hundredth and the interest, at least 25 dollars, and what of the last one is missing. */
function strike(life: Life, card: CardHabit, { statements, payments }: CardRecord, today: Day): Statement {
  const last = statements.at(-1);
  const paid = last ? paidOn(last, payments, today) : 0;
  const carried = Math.max(0, (last?.balance ?? 0) - paid);
  const missing = Math.max(0, (last?.minimum ?? 0) - paid);
  const interest = Math.round((carried * card.purchaseApr) / 1200);
  if (interest > 0) {
    const key = `interest ${card.account} ${today}`;
    life.book.write(
      card.account,
      bookedAtOnce({ key, at: merchant('interestCharge'), cents: interest, on: today }),
    );
  }
  const balance = standing(life, card.account);
  const usual = Math.max(2500, Math.round(balance / 100) + interest);
  const minimum = balance <= 0 ? 0 : Math.min(balance, usual + missing);
  return { issuedOn: today, balance, minimum, dueOn: addDays(today, DAYS_TO_PAY), carried, interest };
}

/** What had been paid on a statement by the end of a day, without what came back by then. */
export function paidOn({ issuedOn }: Statement, payments: readonly CardPayment[], day: Day): number {
  return payments
    .filter(({ on, returnedOn }) => on > issuedOn && on <= day && !(returnedOn && returnedOn <= day))
    .reduce((sum, { cents }) => sum + cents, 0);
}
