/** What moved an account's balance in a period, so that the lines lead from one balance to the other. */
import { exponentOf } from '@/lib/core/currency';
import type { Day } from '@/lib/core/day';
import type { ItemDocument } from '../documents';
import { bookings } from '../generate/bookings';
import type { LoginAccount, Movement } from '../login';
import { ownChanges } from '../reports/own-changes';
import type { World } from '../world';
import type { StatementPeriod } from './periods';

/** `amount` as the balance moved: what came in, or what was charged to a card, is positive. */
export type StatementLine = { readonly on: Day; readonly description: string; readonly amount: number };

export function statementLines(
  world: World,
  item: ItemDocument,
  account: LoginAccount,
  { first, last }: StatementPeriod,
): StatementLine[] {
  const scale = 10 ** exponentOf(account.currency);
  const direction = account.type === 'credit' ? 1 : -1;
  const booked = account.movements
    .filter(({ posted }) => posted.currency === undefined || posted.currency === account.currency)
    .flatMap((movement) => linesOf(movement, exponentOf(account.currency)))
    .map((line) => ({ ...line, amount: line.amount / scale }));
  const own = ownChanges(world, item, account).map(({ on, name, amount }) => ({
    on,
    description: name,
    amount,
  }));
  return [...booked, ...own]
    .filter(({ on, amount }) => on >= first && on <= last && amount !== 0)
    .map((line) => ({ ...line, amount: direction * line.amount }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** A bank does not rewrite a line: a correction is another one. */
function linesOf(movement: Movement, digits: number): StatementLine[] {
  const { correction, posted } = movement;
  return bookings(movement, digits).map(([on, amount], index) => {
    const isCorrection = index === 1 && correction !== undefined;
    const kind = index === 0 ? '' : isCorrection ? 'Correction: ' : 'Taken back: ';
    return { on, description: `${kind}${posted.originalDescription}`, amount };
  });
}
