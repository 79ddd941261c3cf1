/**
 * Balances of days past as the rows of today lead to them. A bank that corrected a row, or took it back, had
 * another balance in the days between (and says so on its statement); whoever adds up the rows finds this one.
 */
import { exponentOf } from '@/lib/core/currency';
import type { Day } from '@/lib/core/day';
import type { ItemDocument } from '../documents';
import { bookings } from '../generate/bookings';
import type { LoginAccount } from '../login';
import type { World } from '../world';
import { type BalanceHistory, balanceHistory } from './balance-history';

/** What a row was first booked with and is not worth any more, in Plaid's sign, while the bank believed it. */
type Mistake = { readonly from: Day; readonly until: Day; readonly minor: number };

export function restatedHistory(world: World, item: ItemDocument, account: LoginAccount): BalanceHistory {
  const asBooked = balanceHistory(world, item, account);
  const mistakes = mistakesOf(account, world.today);
  const scale = 10 ** exponentOf(account.currency);
  const owes = account.type === 'credit' || account.type === 'loan';
  return (day) => {
    const current = asBooked(day);
    const minor = mistakes.reduce(
      (sum, { from, until, minor: wrong }) => (from <= day && day < until ? sum + wrong : sum),
      0,
    );
    if (current === null || minor === 0) return current;
    return Math.round(current * scale + (owes ? minor : -minor)) / scale;
  };
}

/** Those that the bank has put right by `today`. */
function mistakesOf({ currency, movements }: LoginAccount, today: Day): Mistake[] {
  return movements
    .filter(({ posted }) => posted.currency === undefined || posted.currency === currency)
    .flatMap((movement) => {
      const [first, ...later] = bookings(movement, exponentOf(currency));
      if (first === undefined) return [];
      return later
        .filter(([until]) => until <= today)
        .map(([until, minor]) => ({ from: first[0], until, minor }));
    });
}
