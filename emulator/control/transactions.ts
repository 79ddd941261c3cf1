/** Rows: add, change, post and remove them on one Item, as its bank would (TXN-17). */
import { z } from 'zod';
import { type LogRow, lengthAt, rowsAt } from '../change-log';
import type { ItemChange, ItemDocument } from '../documents';
import { plaidError } from '../errors';
import { transactionIdOf } from '../ids';
import { updateItem } from '../items';
import type { BankRow } from '../login';
import { calendarDay } from '../request';
import { announceRows } from '../updates';
import { logOf, type World } from '../world';
import { type Control, control } from './control';
import { accountKeyOf } from './items';

const facts = {
  amount: z.number(),
  date: calendarDay,
  name: z.string().min(1),
  merchant_name: z.string().nullable(),
};

const ofRow = z.strictObject({ item_id: z.string(), transaction_id: z.string() });

export const transactionControls: Readonly<Record<string, Control>> = {
  '/transactions/add': control(
    z.strictObject({
      item_id: z.string(),
      account_id: z.string(),
      amount: facts.amount,
      name: facts.name,
      date: facts.date.optional(),
      merchant_name: facts.merchant_name.optional(),
      pending: z.boolean().default(false),
    }),
    async (world, { item_id, account_id, pending, ...asked }) => {
      const accountKey = await accountKeyOf(world, item_id, account_id);
      const row = bankRow({ ...asked, date: asked.date ?? world.today });
      return append(world, item_id, (item) => [put(world, newRow(item, accountKey, row, pending))]);
    },
  ),
  '/transactions/modify': control(
    ofRow.extend({
      amount: facts.amount.optional(),
      date: facts.date.optional(),
      name: facts.name.optional(),
      merchant_name: facts.merchant_name.optional(),
    }),
    async (world, { item_id, transaction_id, ...changes }) =>
      append(world, item_id, (item) => {
        const found = rowOf(world, item, transaction_id);
        return [put(world, { ...found, row: changed(found.row, changes) })];
      }),
  ),
  '/transactions/remove': control(ofRow, async (world, { item_id, transaction_id }) =>
    append(world, item_id, (item) => [remove(world, rowOf(world, item, transaction_id))]),
  ),
  '/transactions/post': control(
    ofRow.extend({
      amount: facts.amount.optional(),
      date: facts.date.optional(),
      name: facts.name.optional(),
      /** Whether the posted row names the pending one (TXN-18). */
      linked: z.boolean().default(true),
    }),
    async (world, { item_id, transaction_id, linked, ...changes }) =>
      append(world, item_id, (item) => posted(world, rowOf(world, item, transaction_id), linked, changes)),
  ),
};

type Facts = { amount?: number | undefined; date?: BankRow['date'] | undefined; name?: string | undefined };

/** Writes the changes down, tells about them, and answers with the ids that they touched. */
async function append(
  world: World,
  itemId: string,
  changesFor: (item: ItemDocument) => readonly ItemChange[],
): Promise<object> {
  let changes: readonly ItemChange[] = [];
  const item = await updateItem(world, itemId, (current) => {
    changes = changesFor(current);
    return { ...current, changes: [...current.changes, ...changes] };
  });
  await announceRows(world, item);
  return { transaction_ids: changes.map(({ rowKey }) => transactionIdOf(itemId, rowKey)) };
}

function posted(world: World, found: LogRow, linked: boolean, changes: Facts): ItemChange[] {
  if (!found.pending) throw plaidError('INVALID_FIELD', 'transaction_id: the transaction is posted already');
  const row = changed(found.row, { ...changes, date: changes.date ?? world.today });
  const rowKey = `${found.rowKey}/posted`;
  const pendingRowKey = linked ? found.rowKey : null;
  return [remove(world, found), put(world, { ...found, rowKey, row, pending: false, pendingRowKey })];
}

function rowOf(world: World, item: ItemDocument, transactionId: string): LogRow {
  const log = logOf(world, item).events;
  const rows = [...rowsAt(log, lengthAt(log, world.now)).values()];
  const row = rows.find(({ rowKey }) => transactionIdOf(item.itemId, rowKey) === transactionId);
  if (!row) throw plaidError('INVALID_FIELD', 'transaction_id: there is no such transaction');
  return row;
}

function newRow(item: ItemDocument, accountKey: string, row: BankRow, pending: boolean): LogRow {
  return {
    accountKey,
    rowKey: `${accountKey}/own-${item.changes.length}`,
    row,
    pending,
    pendingRowKey: null,
  };
}

function put(world: World, row: LogRow): ItemChange {
  return { kind: 'put', at: world.now, ...row };
}

function remove(world: World, { accountKey, rowKey }: LogRow): ItemChange {
  return { kind: 'remove', at: world.now, accountKey, rowKey };
}

function changed(
  row: BankRow,
  { amount, date, name, ...rest }: Facts & { merchant_name?: string | null | undefined },
): BankRow {
  return {
    ...row,
    amount: amount ?? row.amount,
    date: date ?? row.date,
    name: name ?? row.name,
    originalDescription: name ?? row.originalDescription,
    merchantName: rest.merchant_name === undefined ? row.merchantName : rest.merchant_name,
  };
}

function bankRow(asked: {
  amount: number;
  date: BankRow['date'];
  name: string;
  merchant_name?: string | null | undefined;
}): BankRow {
  return {
    amount: asked.amount,
    date: asked.date,
    authorizedDate: asked.date,
    name: asked.name,
    originalDescription: asked.name,
    merchantName: asked.merchant_name ?? null,
    merchantEntityId: null,
    website: null,
    logoUrl: null,
    counterparties: [],
    category: null,
    channel: 'other' as BankRow['channel'],
    location: null,
    paymentMeta: null,
    checkNumber: null,
  };
}
