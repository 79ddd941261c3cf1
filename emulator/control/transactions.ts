/** Rows: add, change, post and remove them on one Item, as its bank would (TXN-17). */
import { TransactionPaymentChannelEnum } from 'plaid';
import { z } from 'zod';
import type { ItemChange, ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { transactionIdOf } from '../ids';
import { changed, newRow, post, put, remove, type RowFacts, rowsNow } from '../items/item-changes';
import { updateItem } from '../items/items';
import type { BankRow } from '../login';
import { calendarDay } from '../request';
import type { LogRow } from '../transactions/change-log';
import { announceRows } from '../webhooks/updates';
import type { World } from '../world';
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
      return append(world, item_id, (item) => [put(world, newRow(item, accountKey, row, { pending }))]);
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
    async (world, { item_id, transaction_id, ...facts }) =>
      append(world, item_id, (item) => posted(world, rowOf(world, item, transaction_id), facts)),
  ),
};

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

function posted(world: World, found: LogRow, facts: RowFacts & { linked: boolean }): ItemChange[] {
  if (!found.pending) throw plaidError('INVALID_FIELD', 'transaction_id: the transaction is posted already');
  return post(world, found, facts);
}

function rowOf(world: World, item: ItemDocument, transactionId: string): LogRow {
  const rows = rowsNow(world, item);
  const row = rows.find(({ rowKey }) => transactionIdOf(item.itemId, rowKey) === transactionId);
  if (!row) throw plaidError('INVALID_FIELD', 'transaction_id: there is no such transaction');
  return row;
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
    channel: TransactionPaymentChannelEnum.Other,
    location: null,
    paymentMeta: null,
    checkNumber: null,
  };
}
