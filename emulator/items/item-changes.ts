/** Changes to the rows of one Item, beyond what its bank does by itself: made here, told where they are saved. */
import type { ItemChange, ItemDocument } from '../documents';
import type { BankRow } from '../login';
import { lengthAt, type LogRow, rowsAt } from '../transactions/change-log';
import { logOf, type World } from '../world';

export type RowFacts = {
  amount?: number | undefined;
  date?: BankRow['date'] | undefined;
  name?: string | undefined;
  merchant_name?: string | null | undefined;
};

/** The rows that stand now. */
export function rowsNow(world: World, item: ItemDocument): LogRow[] {
  const log = logOf(world, item).events;
  return [...rowsAt(log, lengthAt(log, world.now)).values()];
}

/** A row that this Item has not had before; `nth` tells those of one moment apart. */
export function newRow(
  item: ItemDocument,
  accountKey: string,
  row: BankRow,
  { pending, nth = 0 }: { pending: boolean; nth?: number },
): LogRow {
  const rowKey = `${accountKey}/own-${item.changes.length + nth}`;
  return { accountKey, rowKey, row, pending, pendingRowKey: null };
}

export function put(world: World, row: LogRow): ItemChange {
  return { kind: 'put', at: world.now, ...row };
}

export function remove(world: World, { accountKey, rowKey }: LogRow): ItemChange {
  return { kind: 'remove', at: world.now, accountKey, rowKey };
}

/** A pending row goes and a posted one comes, which names it when `linked` (TXN-18). */
export function post(
  world: World,
  found: LogRow,
  { linked = true, ...facts }: RowFacts & { linked?: boolean } = {},
): ItemChange[] {
  const row = changed(found.row, { ...facts, date: facts.date ?? world.today });
  const rowKey = `${found.rowKey}/posted`;
  const pendingRowKey = linked ? found.rowKey : null;
  return [remove(world, found), put(world, { ...found, rowKey, row, pending: false, pendingRowKey })];
}

/** The same row with other facts; what is not given stays. */
export function changed(row: BankRow, { amount, date, name, merchant_name }: RowFacts): BankRow {
  return {
    ...row,
    amount: amount ?? row.amount,
    date: date ?? row.date,
    name: name ?? row.name,
    originalDescription: name ?? row.originalDescription,
    merchantName: merchant_name === undefined ? row.merchantName : merchant_name,
  };
}
