/** Items of `user_transactions_dynamic`: what a refresh does to them, and rows that a program adds (SBX-5, SBX-11). */
import type { ItemChange, ItemDocument } from '../documents';
import { DYNAMIC_USER, purchase } from '../generate/dynamic-user';
import type { BankRow } from '../login';
import type { LogRow } from '../transactions/change-log';
import type { World } from '../world';
import { changed, newRow, post, put, rowsNow } from './item-changes';
import { updateItem } from './items';

const NEW_ROWS = 3;

export function isDynamic({ username }: ItemDocument): boolean {
  return username === DYNAMIC_USER;
}

/** What was pending posts, one posted row costs 1.00 more, and new pending rows come. */
export async function stirItem(world: World, itemId: string): Promise<ItemDocument> {
  return updateItem(world, itemId, (item) => ({
    ...item,
    changes: [...item.changes, ...stirred(world, item)],
  }));
}

/** Posted rows of the first account that takes them, by all that follows a look at the bank. */
export async function addRows(
  world: World,
  itemId: string,
  accountKey: string,
  rows: readonly BankRow[],
): Promise<ItemDocument> {
  return updateItem(world, itemId, (item) => {
    const added = rows.map((row, nth) => put(world, newRow(item, accountKey, row, { pending: false, nth })));
    return { ...item, changes: [...item.changes, ...added] };
  });
}

function stirred(world: World, item: ItemDocument): ItemChange[] {
  const rows = rowsNow(world, item);
  // The first data has not come yet.
  if (rows.length === 0) return [];
  const pending = rows.filter((row) => row.pending);
  const fresh = Array.from({ length: NEW_ROWS }, (_, nth) => {
    const { accountKey, row } = purchase(`refresh ${item.changes.length} ${nth}`, world.today);
    return put(world, newRow(item, accountKey, row, { pending: true, nth }));
  });
  return [...pending.flatMap((row) => post(world, row)), ...raised(world, item, rows), ...fresh];
}

/** One posted purchase that stood before, another one each time. */
function raised(world: World, item: ItemDocument, rows: readonly LogRow[]): ItemChange[] {
  const posted = rows.filter(({ pending, row }) => !pending && row.amount > 0);
  const one = posted[item.changes.length % Math.max(1, posted.length)];
  if (!one) return [];
  const amount = Math.round((one.row.amount + 1) * 100) / 100;
  return [put(world, { ...one, row: changed(one.row, { amount }) })];
}
