import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, ownerOnly, userId } from './columns';
import { transactions } from './transactions';

/** What a history is kept of; `source` says whose opinion changed, the bank's, a rule's or the person's. */
export type ChangedField =
  | 'name'
  | 'amount'
  | 'currency'
  | 'day'
  | 'posted-day'
  | 'status'
  | 'category'
  | 'text'
  | 'channel'
  | 'note'
  | 'tags';

export type ChangeSource = 'bank' | 'rule' | 'person';

/**
 * What a field of a transaction was before. Written in the commit that changes the row, for rows that existed
 * already and really changed; goes with its row. Values are text: money in minor units, days as days, a status as
 * `pending` or `posted`.
 */
export const transactionChanges = pgTable(
  'transaction_changes',
  {
    userId: userId(),
    id: id(),
    transactionId: uuid('transaction_id').notNull(),
    field: text('field').$type<ChangedField>().notNull(),
    source: text('source').$type<ChangeSource>().notNull(),
    before: text('before'),
    after: text('after'),
    /** The clock of the statement, not of the commit: one commit may change a field twice. */
    at: instant('at').notNull().default(sql`clock_timestamp()`),
    /** The sync that brought it, for as long as its log is kept; null for the person's own. */
    runId: uuid('run_id'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    foreignKey({
      columns: [t.userId, t.transactionId],
      foreignColumns: [transactions.userId, transactions.id],
    }).onDelete('cascade'),
    index('transaction_changes_latest').on(t.userId, t.transactionId, t.at),
    ownerOnly('transaction_changes'),
  ],
);
