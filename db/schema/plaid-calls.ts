/** What all processes share about asking Plaid. Only `asSystem` sees these tables; they hold nothing of anyone. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/**
 * Calls in one minute of the database's clock, per endpoint and per endpoint and Item (S16, section 25). The table
 * is unlogged: a crash of the server forgets a minute's counts, which is all that they are good for.
 */
export const plaidCalls = pgTable('plaid_calls', {
  key: text('key').primaryKey(),
  minute: instant('minute').notNull(),
  count: integer('count').notNull(),
}).enableRLS();

/** Calls that are not made for a while, for Plaid refuses our keys or the way we ask; `endpoint` `*` is all of them. */
export const plaidCircuits = pgTable('plaid_circuits', {
  endpoint: text('endpoint').primaryKey(),
  code: text('code').notNull(),
  requestId: text('request_id'),
  openedAt: instant('opened_at').notNull().defaultNow(),
  openUntil: instant('open_until').notNull(),
}).enableRLS();
