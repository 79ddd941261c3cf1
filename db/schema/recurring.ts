import { sql } from 'drizzle-orm';
import { boolean, foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AccountId } from '@/lib/core/id';
import { accounts } from './accounts';
import { calendarDay, currency, id, minorAmount, ownerOnly, userId } from './columns';

/** Plaid's guess at a repeating payment (REC-2). Amounts are our sign: a bill is negative. */
export const recurringStreams = pgTable(
  'recurring_streams',
  {
    userId: userId(),
    id: id(),
    accountId: uuid('account_id').$type<AccountId>().notNull(),
    plaidStreamId: text('plaid_stream_id').notNull(),
    direction: text('direction').$type<'inflow' | 'outflow'>().notNull(),
    description: text('description').notNull(),
    merchantName: text('merchant_name'),
    /** Plaid's word in lower case with hyphens; unknown values are kept as they came (GEN-7). */
    frequency: text('frequency').notNull(),
    status: text('status').notNull(),
    isActive: boolean('is_active').notNull(),
    firstDay: calendarDay('first_day').notNull(),
    lastDay: calendarDay('last_day').notNull(),
    predictedNextDay: calendarDay('predicted_next_day'),
    averageAmount: minorAmount('average_amount').notNull(),
    lastAmount: minorAmount('last_amount').notNull(),
    currency: currency(),
    categoryId: text('category_id').notNull(),
    plaidTransactionIds: text('plaid_transaction_ids').array().notNull().default(sql`'{}'::text[]`),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    foreignKey({ columns: [t.userId, t.accountId], foreignColumns: [accounts.userId, accounts.id] }).onDelete(
      'cascade',
    ),
    uniqueIndex('recurring_streams_plaid_stream').on(t.userId, t.plaidStreamId),
    ownerOnly('recurring_streams'),
  ],
);
