/** What the changes made to one Item alone add to its bank's figures, day by day. */
import type { Day } from '@/lib/core/day';
import type { ItemDocument } from '../documents';
import type { LoginAccount } from '../login';
import { lengthAt, rowsAt } from '../transactions/change-log';
import { logOf, type World } from '../world';

/** Plaid's sign: positive takes money away. */
type OwnChange = { readonly on: Day; readonly name: string; readonly amount: number };

/** Posted rows that were added, altered or removed, as the difference they make on their own day. */
export function ownChanges(world: World, item: ItemDocument, account: LoginAccount): OwnChange[] {
  if (item.changes.length === 0) return [];
  const now = postedRows(world, item, account);
  const before = postedRows(world, { ...item, changes: [] }, account);
  const changes: OwnChange[] = [];
  for (const [key, change] of now) if (!isSame(before.get(key), change)) changes.push(change);
  for (const [key, change] of before) {
    if (!isSame(now.get(key), change)) changes.push({ ...change, amount: -change.amount });
  }
  return changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function postedRows(world: World, item: ItemDocument, account: LoginAccount): Map<string, OwnChange> {
  const log = logOf(world, item, account.key).events;
  const rows = rowsAt(log, lengthAt(log, world.now));
  const posted = [...rows.values()].filter(({ pending }) => !pending);
  return new Map(
    posted.map(({ rowKey, row }) => [rowKey, { on: row.date, name: row.name, amount: row.amount }]),
  );
}

function isSame(a: OwnChange | undefined, b: OwnChange): boolean {
  return a !== undefined && a.on === b.on && a.amount === b.amount;
}
