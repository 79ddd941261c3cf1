/** The first load of an account's rows, which comes in two steps (TXN-8). */
import type { AccountShare, ItemDocument } from '../documents';
import { delaysOf, type World } from '../world';

/** An account from now on: some rows soon, the rest later (TXN-8). */
export function newShare(world: World, accountKey: string): AccountShare {
  const { initial, historical } = delaysOf(world);
  return {
    accountKey,
    since: world.now,
    initialAt: world.now + initial,
    historicalAt: world.now + Math.max(initial, historical),
    until: null,
  };
}

/** How far the first load is (TXN-8, TXN-25). */
export function readiness(item: ItemDocument, now: number): { initial: boolean; historical: boolean } {
  const served = item.shares.filter(({ until }) => until === null);
  return {
    initial: served.every(({ initialAt }) => initialAt <= now),
    historical: served.every(({ historicalAt }) => historicalAt <= now),
  };
}
