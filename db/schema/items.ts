import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { ItemId } from '@/lib/core/id';
import { createdAt, id, instant, ownerOnly, personRole, userId } from './columns';
import { users } from './users';

/** What Plaid says of a bank. Shared by all people, so it holds nothing of anyone. */
export const institutions = pgTable(
  'institutions',
  {
    plaidInstitutionId: text('plaid_institution_id').primaryKey(),
    name: text('name').notNull(),
    url: text('url'),
    primaryColor: text('primary_color'),
    /** Base64 PNG, 152 × 152, checked before it was stored. */
    logo: text('logo'),
    isOauth: boolean('is_oauth').notNull().default(false),
    fetchedAt: instant('fetched_at').notNull().defaultNow(),
  },
  () => [pgPolicy('institutions_read', { for: 'select', to: personRole, using: sql`true` })],
);

/**
 * The five states of ITM-11. `ending` is hidden from every page while removal at Plaid is retried (S11);
 * the row goes when Plaid has confirmed.
 */
export type ItemState =
  | 'healthy'
  | 'needs-repair'
  | 'repair-soon'
  | 'institution-trouble'
  | 'revoked'
  | 'ending';

/** One bank login at Plaid. The access token is sealed with this row's id as associated data (T8). */
export const items = pgTable(
  'items',
  {
    userId: userId().references(() => users.id, { onDelete: 'cascade' }),
    id: id().$type<ItemId>(),
    plaidItemId: text('plaid_item_id').notNull(),
    accessTokenSealed: text('access_token_sealed').notNull(),
    plaidInstitutionId: text('plaid_institution_id'),
    institutionName: text('institution_name').notNull(),
    state: text('state').$type<ItemState>().notNull().default('healthy'),
    errorType: text('error_type'),
    errorCode: text('error_code'),
    /** When the evidence behind `state` was seen; older evidence never overwrites newer (S12). */
    stateAt: instant('state_at').notNull().defaultNow(),
    hasNewAccounts: boolean('has_new_accounts').notNull().default(false),
    /** When the evidence behind `hasNewAccounts` was seen; older evidence, as of a webhook told twice, changes nothing. */
    newAccountsAt: instant('new_accounts_at'),
    consentExpiresAt: instant('consent_expires_at'),
    /** When the bank is going to end this connection, as its warning said (`PENDING_DISCONNECT`, ITM-8). */
    disconnectsAt: instant('disconnects_at'),
    /** Plaid's own last successful look at the bank, per `/item/get` (ITM-3). */
    bankReachedAt: instant('bank_reached_at'),
    needsPresence: boolean('needs_presence').notNull().default(false),
    /** The connection whose place this one is to take; until that is settled, nothing of this one counts (DUP-1). */
    replacesItemId: uuid('replaces_item_id').$type<ItemId>(),
    /** Why the bank ends it, in Plaid's word (`INSTITUTION_MIGRATION`, …); null where it does not. */
    disconnectReason: text('disconnect_reason'),
    /** Where Plaid sends this Item's webhooks, as it said last; null for nowhere (ITM-7). */
    webhookUrl: text('webhook_url'),
    webhookAcknowledgedAt: instant('webhook_acknowledged_at'),
    /** How much history a webhook said to be there (TXN-25): a hint, what was read is in the columns below. */
    announcedHistory: text('announced_history').$type<'initial' | 'complete'>(),
    /** Holdings were typed in at Plaid by the person, as where a bank is not supported (INV-16). */
    isInvestmentsFallback: boolean('is_investments_fallback').notNull().default(false),
    /** When `/item/get` was last asked because the evidence was old or in contradiction. */
    lookedAt: instant('looked_at'),
    /** Set before Plaid is asked for a new access token, cleared in the commit that stores it (TOK-5). */
    tokenRotationAt: instant('token_rotation_at'),
    /** Stored cursor of `/transactions/sync`; null before the first complete update. Never the empty string (TXN-7). */
    transactionsCursor: text('transactions_cursor'),
    /** Raised by a rebuild from the empty cursor (S2). */
    epoch: integer('epoch').notNull().default(1),
    /** The update in progress reads from the empty cursor and will sweep what it did not see (S2). */
    isRebuilding: boolean('is_rebuilding').notNull().default(false),
    initialUpdateAt: instant('initial_update_at'),
    historicalUpdateAt: instant('historical_update_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    uniqueIndex('items_plaid_item').on(t.userId, t.plaidItemId),
    index('items_by_plaid_item').on(t.plaidItemId),
    ownerOnly('items'),
  ],
);

export type Product = 'accounts' | 'transactions' | 'recurring' | 'liabilities' | 'investments' | 'identity';
export type ProductState = 'waiting' | 'ready' | 'not-available' | 'failed';

/** Each product fails, waits or is not available alone (S13); this is what the progress page shows. */
export const itemProducts = pgTable(
  'item_products',
  {
    userId: userId(),
    itemId: uuid('item_id').$type<ItemId>().notNull(),
    product: text('product').$type<Product>().notNull(),
    state: text('state').$type<ProductState>().notNull().default('waiting'),
    errorCode: text('error_code'),
    attemptedAt: instant('attempted_at'),
    succeededAt: instant('succeeded_at'),
    /** Plaid's own last successful look at the bank for this product, where `/item/get` tells it (ITM-3). */
    bankReachedAt: instant('bank_reached_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.itemId, t.product] }),
    foreignKey({ columns: [t.userId, t.itemId], foreignColumns: [items.userId, items.id] }).onDelete(
      'cascade',
    ),
    ownerOnly('item_products'),
  ],
);

export type LinkIntentState = 'started' | 'exchanged' | 'refused' | 'failed';

/**
 * The intent to link, committed before the exchange (S10). One public token is one row, so a double
 * submit finds the first one (TOK-4). The token is kept as a hash and, until exchanged, sealed.
 */
export const linkIntents = pgTable(
  'link_intents',
  {
    userId: userId().references(() => users.id, { onDelete: 'cascade' }),
    id: id(),
    publicTokenHash: text('public_token_hash').notNull(),
    publicTokenSealed: text('public_token_sealed'),
    linkSessionId: text('link_session_id'),
    plaidInstitutionId: text('plaid_institution_id'),
    state: text('state').$type<LinkIntentState>().notNull().default('started'),
    itemId: uuid('item_id').$type<ItemId>(),
    /** The connection whose place the new one is to take, where the person said so. */
    replacesItemId: uuid('replaces_item_id').$type<ItemId>(),
    requestId: text('request_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    uniqueIndex('link_intents_token').on(t.userId, t.publicTokenHash),
    ownerOnly('link_intents'),
  ],
);

/** What came along, as it was told to the person. Rows and edits are known at once only where history was whole. */
export type ReplacementSummary = {
  accounts: { name: string; mask: string | null; isServed: boolean }[];
  /** Rows that went on as rows of the new connection, and edits on them; null where history was still to come. */
  rows: number | null;
  edits: number | null;
};

/** That a connection took another's place; kept so that the person can read what became of their history. */
export const itemReplacements = pgTable(
  'item_replacements',
  {
    userId: userId(),
    id: id(),
    itemId: uuid('item_id').$type<ItemId>().notNull(),
    formerName: text('former_name').notNull(),
    /** Nobody was asked: the bank had ended the former one itself, and told its accounts for certain (DUP-4). */
    isAutomatic: boolean('is_automatic').notNull(),
    summary: jsonb('summary').$type<ReplacementSummary>().notNull(),
    createdAt: createdAt(),
    readAt: instant('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    foreignKey({ columns: [t.userId, t.itemId], foreignColumns: [items.userId, items.id] }).onDelete(
      'cascade',
    ),
    index('item_replacements_by_item').on(t.userId, t.itemId),
    ownerOnly('item_replacements'),
  ],
);
