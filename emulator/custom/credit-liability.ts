/** What the Liabilities product says of a custom user's card: the file first, then the card's own rows (LIA-2). */
import { type APR, APRAprTypeEnum } from 'plaid';
import { addDays, addMonthsTo, type Day } from '@/lib/core/day';
import { dateInMonth } from '../generate/calendar';
import type { Liability, Movement } from '../login';
import type { CustomAccount, CustomLiability } from './schema';

const STATEMENT_ON = 1;
const DAYS_TO_PAY = 25;

type CreditSetting = {
  readonly account: CustomAccount;
  readonly movements: readonly Movement[];
  balanceOn(day: Day): number;
};

/** Null where the file says nothing of a liability: other products are then empty (SBX-7). */
export function creditLiability(
  { account, movements, balanceOn }: CreditSetting,
  day: Day,
): Liability | null {
  const file = account.liability;
  if (file?.type !== 'credit') return null;
  const issuedOn = lastStatement(account, day);
  const statement = balanceOn(issuedOn);
  const payment = lastPayment(movements, day);
  return {
    kind: 'credit',
    facts: {
      aprs: aprsOf(file),
      is_overdue: file.is_overdue ?? false,
      last_payment_amount: file.last_payment_amount ?? (payment ? -payment.amount : null),
      last_payment_date:
        payment?.date ?? (file.last_payment_amount === undefined ? null : addDays(issuedOn, -5)),
      last_statement_issue_date: issuedOn,
      last_statement_balance: statement,
      minimum_payment_amount: file.minimum_payment_amount ?? minimumOf(statement),
      next_payment_due_date: addDays(issuedOn, DAYS_TO_PAY),
    },
  };
}

function lastStatement(account: CustomAccount, day: Day): Day {
  const date = account.inflow_model?.statement_day_of_month ?? STATEMENT_ON;
  const thisMonth = dateInMonth(day, date);
  return thisMonth <= day ? thisMonth : dateInMonth(addMonthsTo(dateInMonth(day, 1), -1), date);
}

function lastPayment(movements: readonly Movement[], day: Day) {
  return movements
    .filter(({ posted, pending }) => posted.amount < 0 && (pending?.endsOn ?? posted.date) <= day)
    .map(({ posted }) => posted)
    .reduce<Movement['posted'] | null>(
      (last, row) => (last === null || row.date >= last.date ? row : last),
      null,
    );
}

function minimumOf(statement: number): number {
  return statement <= 0 ? 0 : Math.min(statement, Math.max(25, Math.round(statement) / 100));
}

/** Only rates that the file names, in Plaid's order. */
function aprsOf(file: CustomLiability): APR[] {
  const rates = [
    [APRAprTypeEnum.BalanceTransferApr, file.balance_transfer_apr],
    [APRAprTypeEnum.CashApr, file.cash_apr],
    [APRAprTypeEnum.PurchaseApr, file.purchase_apr],
    [APRAprTypeEnum.Special, file.special_apr],
  ] as const;
  return rates.flatMap(([apr_type, apr_percentage]) =>
    apr_percentage === undefined
      ? []
      : [{ apr_type, apr_percentage, balance_subject_to_apr: null, interest_charge_amount: null }],
  );
}
