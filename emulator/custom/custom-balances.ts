/**
 * A custom user's balances. `starting_balance` is the current balance on the day of the link; what is booked
 * later moves it on from there, and the past follows backwards. A forced available balance never moves.
 */
import { exponentOf } from '@/lib/core/currency';
import type { Day } from '@/lib/core/day';
import { type Ledger, ledger, runningTotal } from '../generate/ledger';
import type { AccountBalances, Movement } from '../login';
import type { CustomAccount } from './schema';
import { monthAt, type StudentPlan } from './student-plan';

type BalanceSetting = {
  readonly account: CustomAccount;
  readonly linkedOn: Day;
  readonly start: number;
  readonly movements: readonly Movement[];
  /** Interest that grows without a row, in minor units. */
  readonly accruals: ReadonlyMap<Day, number>;
  readonly student: StudentPlan | undefined;
};

type CustomBalances = { on(day: Day): AccountBalances; currentOn(day: Day): number };

export function customBalances(setting: BalanceSetting): CustomBalances {
  const { account, linkedOn, start, movements } = setting;
  const { currency = 'USD', force_available_balance: forced, meta } = account;
  const digits = exponentOf(currency);
  const rows = ledger(movements, digits, currency);
  const changes = changesOf(setting, rows);
  const currentOn = (day: Day) => moved(start, changes(day) - changes(linkedOn), digits);
  return {
    currentOn,
    on: (day) => ({
      available: account.has_null_available_balance
        ? null
        : (forced ?? availableOf(account, currentOn(day), rows.heldOn(day), digits)),
      current: currentOn(day),
      limit: meta?.limit ?? null,
    }),
  };
}

/** How the current balance moves over time: by rows and accruing interest, or by the plan of a loan without rows. */
function changesOf({ account, movements, accruals, student }: BalanceSetting, rows: Ledger) {
  if (student && movements.length === 0)
    return (day: Day) => monthAt(student, day)?.left ?? student.principal;
  if (account.type !== 'credit' && account.type !== 'loan') return (day: Day) => -rows.postedOn(day);
  const accrued = runningTotal(accruals);
  return (day: Day) => rows.postedOn(day) + accrued(day);
}

/** Null where the bank could not know it: loans, investments, a card without a limit (ACC-5). */
function availableOf(
  { type, meta }: CustomAccount,
  current: number,
  held: number,
  digits: number,
): number | null {
  if (type === 'depository') return moved(current, -held, digits);
  if (type !== 'credit' || meta?.limit === undefined) return null;
  return moved(meta.limit, -held - Math.round(current * 10 ** digits), digits);
}

/** A figure of the file moved by minor units; left to the digit as it was when nothing moves it. */
function moved(figure: number, minor: number, digits: number): number {
  return minor === 0 ? figure : Math.round(figure * 10 ** digits + minor) / 10 ** digits;
}
