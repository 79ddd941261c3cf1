import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/**
 * Verified webhooks as they came (WHK-3). Keyed by the hash of body and `iat`, so an exact replay adds
 * nothing (WHK-4). One whose Item is unknown stays as an orphan (S10). Only `asSystem` sees this table.
 */
export const webhooks = pgTable(
  'webhooks',
  {
    id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
    key: text('key').notNull().unique(),
    type: text('type').notNull(),
    code: text('code').notNull(),
    plaidItemId: text('plaid_item_id'),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    handledAt: instant('handled_at'),
    outcome: text('outcome'),
    attempts: integer('attempts').notNull().default(0),
  },
  (t) => [index('webhooks_unhandled').on(t.receivedAt).where(sql`handled_at is null`)],
).enableRLS();

/** Attempts per key and window, shared by all instances (T15). Only `asSystem` sees this table. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  windowStartedAt: instant('window_started_at').notNull().defaultNow(),
  count: integer('count').notNull().default(1),
}).enableRLS();
