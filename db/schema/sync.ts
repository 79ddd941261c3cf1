import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownerOnly, userId } from './columns';
import type { ItemId } from '@/lib/core/id';
import { items } from './items';

const itemId = () => uuid('item_id').$type<ItemId>().notNull();

/**
 * The work queue: one row per Item. `want` counts requested syncs, `done` those that were served (S9).
 * A run holds the lease with a fence number; a commit whose fence is not the row's writes nothing (S3).
 */
export const syncJobs = pgTable(
  'sync_jobs',
  {
    userId: userId(),
    itemId: itemId(),
    want: integer('want').notNull().default(0),
    done: integer('done').notNull().default(0),
    fence: integer('fence').notNull().default(0),
    leaseUntil: instant('lease_until'),
    notBefore: instant('not_before'),
    attempts: integer('attempts').notNull().default(0),
    trigger: text('trigger').notNull().default('link'),
    lastRunAt: instant('last_run_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.itemId] }),
    foreignKey({ columns: [t.userId, t.itemId], foreignColumns: [items.userId, items.id] }).onDelete(
      'cascade',
    ),
    ownerOnly('sync_jobs'),
  ],
);

/** One page of an update as it came, kept until the whole update is applied in one commit (S1). */
export const syncPages = pgTable(
  'sync_pages',
  {
    userId: userId(),
    itemId: itemId(),
    epoch: integer('epoch').notNull(),
    /** The stored cursor that the update began at; the empty text stands for "from the beginning". */
    startCursor: text('start_cursor').notNull(),
    page: integer('page').notNull(),
    nextCursor: text('next_cursor').notNull(),
    hasMore: boolean('has_more').notNull(),
    body: jsonb('body').$type<unknown>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.itemId, t.epoch, t.startCursor, t.page] }),
    foreignKey({ columns: [t.userId, t.itemId], foreignColumns: [items.userId, items.id] }).onDelete(
      'cascade',
    ),
    ownerOnly('sync_pages'),
  ],
);

export type SyncOutcome = 'running' | 'done' | 'partial' | 'failed' | 'superseded';

/** What a run can bring, told apart as a person would. */
export type Brought =
  | 'accounts'
  | 'transactions'
  | 'streams'
  | 'liabilities'
  | 'holdings'
  | 'investmentTransactions'
  | 'owners';

/** How many rows a sync added, changed and removed; a row that came as it was counts nowhere. */
export type Tally = { added: number; changed: number; removed: number };

export type Counts = Partial<Record<Brought, Tally>>;

/** What a run left behind (S17): trigger, counts per product, cursor hashes, request ids, outcome. No secrets. */
export const syncRuns = pgTable(
  'sync_runs',
  {
    userId: userId(),
    id: id(),
    itemId: itemId(),
    trigger: text('trigger').notNull(),
    fence: integer('fence').notNull(),
    outcome: text('outcome').$type<SyncOutcome>().notNull().default('running'),
    /** How many requests (messages of the bank, clicks, looks of the schedule) it serves at once. */
    served: integer('served').notNull().default(1),
    /** The how-many-th try of the same request it is, from 0. */
    attempt: integer('attempt').notNull().default(0),
    counts: jsonb('counts').$type<Counts>().notNull().default({}),
    problems: jsonb('problems').$type<Record<string, string>>().notNull().default({}),
    requestIds: jsonb('request_ids').$type<string[]>().notNull().default([]),
    /** Short hashes of the cursor that the run began at and of the one that it left, never the cursors. */
    cursorBefore: text('cursor_before'),
    cursorAfter: text('cursor_after'),
    startedAt: instant('started_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    foreignKey({ columns: [t.userId, t.itemId], foreignColumns: [items.userId, items.id] }).onDelete(
      'cascade',
    ),
    index('sync_runs_latest').on(t.userId, t.itemId, t.startedAt),
    ownerOnly('sync_runs'),
  ],
);
