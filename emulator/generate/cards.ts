/**
 * A credit card's own arithmetic: on statement day the balance is struck, interest is charged when the last
 * statement was not paid in full, and some weeks later it is paid with both legs. Every figure that the
 * Liabilities product reports follows from the card's rows.
 */
import { addDays, type Day } from '@/lib/core/day';
import type { CardHabit } from '../personas/persona';
import { merchant } from '../personas/merchants';
import { businessDay, dateInMonth } from './calendar';
import { type Life, standing, type Strand } from './life';
import { bookedAtOnce } from './movement';

export type Statement = {
  readonly issuedOn: Day;
  readonly balance: number;
  readonly minimum: number;
  readonly dueOn: Day;
  /** What interest was reckoned on, and the interest itself. */
  readonly carried: number;
  readonly interest: number;
};

export type CardPayment = { readonly on: Day; readonly cents: number };

export type CardRecord = { readonly statements: Statement[]; readonly payments: CardPayment[] };

const DAYS_TO_PAY = 25;

/** The strand to run last in a day, so that a statement holds all of the day's rows. */
export function cards(life: Life, records: Map<string, CardRecord>): Strand {
  return (today) => {
    for (const card of life.persona.cards) {
      const record = records.get(card.account) ?? { statements: [], payments: [] };
      records.set(card.account, record);
      payIfDue(life, card, record, today);
      if (today === dateInMonth(today, card.statementOn))
        record.statements.push(strike(life, card, record, today));
    }
  };
}

/** Set up to go off two days before it is due. */
function payIfDue(life: Life, card: CardHabit, record: CardRecord, today: Day): void {
  const statement = record.statements.at(-1);
  if (!statement || today !== businessDay(addDays(statement.dueOn, -3))) return;
  const paid = Math.min(statement.balance, wish(card, statement));
  if (paid <= 0) return;
  payCard(life, card, paid, today, record);
}

/** Both legs of a payment, on one day, and a note of it. */
export function payCard({ book }: Life, card: CardHabit, paid: number, today: Day, record: CardRecord): void {
  const key = `payment ${card.account} ${today}`;
  const line = merchant('cardPayment').line;
  book.write(
    card.paidFrom,
    bookedAtOnce({ key, at: merchant('cardPayment'), cents: paid, on: today, line: `CREDIT CARD AUTOPAY` }),
  );
  book.write(card.account, bookedAtOnce({ key, at: merchant('cardPayment'), cents: -paid, on: today, line }));
  record.payments.push({ on: today, cents: paid });
}

function wish(card: CardHabit, statement: Statement): number {
  if (card.pays === 'in full') return statement.balance;
  return card.pays === 'the minimum' ? statement.minimum : Math.max(statement.minimum, card.pays * 100);
}

function strike(life: Life, card: CardHabit, { statements, payments }: CardRecord, today: Day): Statement {
  const carried = leftOf(statements.at(-1), payments);
  const interest = Math.round((carried * card.purchaseApr) / 1200);
  if (interest > 0) {
    const key = `interest ${card.account} ${today}`;
    life.book.write(
      card.account,
      bookedAtOnce({ key, at: merchant('interestCharge'), cents: interest, on: today }),
    );
  }
  const balance = standing(life, card.account);
  const minimum = balance <= 0 ? 0 : Math.min(balance, Math.max(2500, Math.round(balance / 100) + interest));
  return { issuedOn: today, balance, minimum, dueOn: addDays(today, DAYS_TO_PAY), carried, interest };
}

/** What of a statement nobody has paid. */
function leftOf(statement: Statement | undefined, payments: readonly CardPayment[]): number {
  if (!statement) return 0;
  const paid = payments
    .filter(({ on }) => on > statement.issuedOn)
    .reduce((sum, { cents }) => sum + cents, 0);
  return Math.max(0, statement.balance - paid);
}
