import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Month } from '@/lib/core/month';
import { currency, minorAmount, ownerOnly, userId } from './columns';
import { users } from './users';

/**
 * A limit for a category from a month on, until a later row says otherwise; `amount` null ends it.
 * Positive minor units: what may be spent in a month.
 */
export const budgetLimits = pgTable(
  'budget_limits',
  {
    userId: userId().references(() => users.id, { onDelete: 'cascade' }),
    categoryId: text('category_id').notNull(),
    currency: currency(),
    fromMonth: text('from_month').$type<Month>().notNull(),
    amount: minorAmount('amount'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.categoryId, t.currency, t.fromMonth] }),
    ownerOnly('budget_limits'),
  ],
);
