/** What the Liabilities product says of a card on a day, from its statements and payments alone (LIA-2). */
import { APRAprTypeEnum } from 'plaid';
import type { Day } from '@/lib/core/day';
import type { Liability } from '../login';
import type { CardHabit } from '../personas/debts';
import { type CardRecord, paidOn, type Statement } from './cards';

export function cardLiability(
  card: CardHabit,
  { statements, payments }: CardRecord,
): (day: Day) => Liability {
  return (day) => {
    const statement = statements.findLast(({ issuedOn }) => issuedOn <= day);
    const payment = payments.findLast(
      ({ on, returnedOn }) => on <= day && !(returnedOn && returnedOn <= day),
    );
    const due = statements.findLast(({ dueOn }) => dueOn < day);
    return {
      kind: 'credit',
      facts: {
        aprs: aprsOf(card, statement),
        is_overdue: due ? paidOn(due, payments, day) < due.minimum : false,
        last_payment_amount: payment ? payment.cents / 100 : null,
        last_payment_date: payment?.on ?? null,
        last_statement_issue_date: statement?.issuedOn ?? null,
        last_statement_balance: statement ? statement.balance / 100 : null,
        minimum_payment_amount: statement ? statement.minimum / 100 : null,
        next_payment_due_date: statement ? nextDue(statement, payments, day) : null,
      },
    };
  };
}

/** Null when no payment is expected: nothing was owed, or the day has passed and the minimum was there (LIA-7). */
function nextDue(statement: Statement, payments: CardRecord['payments'], day: Day): Day | null {
  const { dueOn, minimum } = statement;
  if (minimum === 0) return null;
  return day > dueOn && paidOn(statement, payments, day) >= minimum ? null : dueOn;
}

function aprsOf(card: CardHabit, statement: Statement | undefined) {
  const idle = { balance_subject_to_apr: 0, interest_charge_amount: 0 };
  const carried = statement?.carried ?? 0;
  const purchases = {
    balance_subject_to_apr: carried / 100,
    interest_charge_amount: (statement?.interest ?? 0) / 100,
  };
  return [
    { apr_type: APRAprTypeEnum.PurchaseApr, apr_percentage: card.purchaseApr, ...purchases },
    { apr_type: APRAprTypeEnum.CashApr, apr_percentage: card.cashApr, ...idle },
    { apr_type: APRAprTypeEnum.BalanceTransferApr, apr_percentage: card.transferApr, ...idle },
  ];
}
