/**
 * The only way to the database: two doors, both of them a transaction. The driver has a fault that shows
 * outside transactions only (a query that fails in mid-result leaves holes in the next one), so no statement
 * ever runs there.
 */
import 'server-only';
import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { UserId } from '@/lib/core/id';
import { env } from '@/lib/env';
import { outliveLoss } from './lost-connections';
import * as schema from './schema';

type Database = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

// Kept on the global object, so that a hot reload does not open a new pool each time.
const kept = globalThis as typeof globalThis & { evenkeelDatabase?: Database };

/**
 * How long one statement may take: `short` for what somebody waits for, `long` for commits that write all of an
 * Item. Said within the transaction, since a pooler hands the next one to another session.
 */
export type Patience = 'short' | 'long';

/** Runs as one person: row-level security shows and takes rows of that person only. */
export function asUser<T>(
  userId: UserId,
  work: (tx: Tx) => Promise<T>,
  patience: Patience = 'short',
): Promise<T> {
  return database().transaction(async (tx) => {
    await tx.execute(
      sql`select set_config('app.user_id', ${userId}, true), set_config('role', 'evenkeel_person', true), ${limits(patience)}`,
    );
    return work(tx);
  });
}

/** Runs as the owner of the tables, past row-level security. For the short list in `queries/system`. */
export function asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select ${limits('short')}`);
    return work(tx);
  });
}

/** A lock is waited for less than a statement; a process that is paused in mid-work does not hold its rows for ever. */
function limits(patience: Patience) {
  return sql`set_config('statement_timeout', ${patience === 'short' ? '30s' : '5min'}, true),
    set_config('lock_timeout', '20s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`;
}

function database(): Database {
  kept.evenkeelDatabase ??= openPool();
  return kept.evenkeelDatabase;
}

/** Until one of its connections breaks; those that are left go on with what they have, and close when idle. */
function openPool(): Database {
  const pool: Database = drizzle(
    outliveLoss(connect(), () => {
      if (kept.evenkeelDatabase === pool) delete kept.evenkeelDatabase;
    }),
    { schema },
  );
  return pool;
}

function connect() {
  return postgres(env().DATABASE_URL, {
    max: env().VERCEL ? 5 : 10,
    idle_timeout: 20,
    connect_timeout: 10,
    // A pooler in transaction mode hands each transaction to another session, which has no prepared statements.
    prepare: false,
    onnotice: () => undefined,
  });
}
