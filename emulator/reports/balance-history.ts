/** An account's balance at the end of each day, which is what Asset Reports and statements are about. */
import type { Day } from '@/lib/core/day';
import type { ItemDocument } from '../documents';
import type { LoginAccount } from '../login';
import type { World } from '../world';
import { ownChanges } from './own-changes';

/** `current` with ACC-6's meaning at the end of a day; null where the bank names none. */
export type BalanceHistory = (day: Day) => number | null;

export function balanceHistory(world: World, item: ItemDocument, account: LoginAccount): BalanceHistory {
  const changes = ownChanges(world, item, account);
  const owes = account.type === 'credit' || account.type === 'loan';
  return (day) => {
    const { current } = account.balancesOn(day);
    if (current === null) return null;
    const spent = changes.reduce((sum, { on, amount }) => (on <= day ? sum + amount : sum), 0);
    return spent === 0 ? current : Math.round((current + (owes ? spent : -spent)) * 1e8) / 1e8;
  };
}
