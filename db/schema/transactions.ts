import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AccountId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import { calendarDay, createdAt, currency, id, instant, minorAmount, ownerOnly, userId } from './columns';
import { accounts } from './accounts';

/** The bank's further words on a row; shown on the row's own panel, never computed with. */
export type BankDetails = {
  counterparties?: { name: string; type: string; website: string | null; confidence: string | null }[];
  location?: Record<string, string | number | null>;
  payment?: Record<string, string | null>;
  checkNumber?: string | null;
  accountOwner?: string | null;
  /** The bank's own decimal text, where it was finer than the currency's minor unit. */
  amountText?: string;
};

/**
 * One movement of money. `amount` is our sign: a purchase is negative. Bank columns follow the bank,
 * `user…` columns follow the person and survive every sync; generated columns settle which one counts.
 * A row that the bank removed keeps its id and edits for 30 days as a tombstone (`removedAt`, S6).
 */
export const transactions = pgTable(
  'transactions',
  {
    userId: userId(),
    id: id(),
    accountId: uuid('account_id').$type<AccountId>().notNull(),
    plaidTransactionId: text('plaid_transaction_id').notNull(),
    /** The pending row that this posted one replaces, by Plaid's id (TXN-18). */
    pendingPlaidTransactionId: text('pending_plaid_transaction_id'),
    amount: minorAmount('amount').notNull(),
    currency: currency(),
    postedDay: calendarDay('posted_day').notNull(),
    authorizedDay: calendarDay('authorized_day'),
    /** The day we show and budget by: when the person paid, else when the bank booked it (FLD-3). */
    day: calendarDay('day').generatedAlwaysAs(sql`coalesce(authorized_day, posted_day)`).notNull(),
    isPending: boolean('is_pending').notNull(),
    bankName: text('bank_name').notNull(),
    originalDescription: text('original_description'),
    merchantName: text('merchant_name'),
    counterpartyName: text('counterparty_name'),
    userMerchantName: text('user_merchant_name'),
    /** FLD-4, the person first. */
    name: text('name')
      .generatedAlwaysAs(sql`coalesce(user_merchant_name, merchant_name, counterparty_name, bank_name)`)
      .notNull(),
    merchantEntityId: text('merchant_entity_id'),
    logoUrl: text('logo_url'),
    website: text('website'),
    paymentChannel: text('payment_channel').notNull(),
    plaidCategoryPrimary: text('plaid_category_primary'),
    plaidCategoryDetailed: text('plaid_category_detailed'),
    plaidCategoryConfidence: text('plaid_category_confidence'),
    plaidCategoryVersion: text('plaid_category_version'),
    bankCategoryId: text('bank_category_id').notNull(),
    ruleCategoryId: text('rule_category_id'),
    userCategoryId: text('user_category_id'),
    categoryId: text('category_id')
      .generatedAlwaysAs(sql`coalesce(user_category_id, rule_category_id, bank_category_id)`)
      .notNull(),
    note: text('note'),
    tags: text('tags').array().notNull().default(sql`'{}'::text[]`),
    details: jsonb('details').$type<BankDetails>().notNull().default({}),
    searchText: text('search_text')
      .generatedAlwaysAs(
        sql`lower(coalesce(user_merchant_name, '') || ' ' || coalesce(merchant_name, '') || ' ' || bank_name || ' ' || coalesce(original_description, '') || ' ' || coalesce(note, ''))`,
      )
      .notNull(),
    /**
     * From a connection or an account id that is no more, and not served under another yet: sync does not touch
     * it, until it is found again or the bank's own history reaches back to it.
     */
    isKept: boolean('is_kept').notNull().default(false),
    removedAt: instant('removed_at'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    foreignKey({ columns: [t.userId, t.accountId], foreignColumns: [accounts.userId, accounts.id] }).onDelete(
      'cascade',
    ),
    uniqueIndex('transactions_plaid_transaction').on(t.userId, t.plaidTransactionId),
    index('transactions_newest').on(t.userId, t.day, t.id).where(sql`removed_at is null`),
    index('transactions_by_account').on(t.userId, t.accountId, t.day, t.id).where(sql`removed_at is null`),
    index('transactions_by_category').on(t.userId, t.categoryId, t.day, t.id).where(sql`removed_at is null`),
    index('transactions_tombstones').on(t.userId, t.removedAt).where(sql`removed_at is not null`),
    index('transactions_kept').on(t.userId, t.accountId, t.postedDay).where(sql`is_kept`),
    ownerOnly('transactions'),
  ],
);

/**
 * Read model: sums of live rows by month of `day`, account and category. Written in the same transaction
 * as the rows and always equal to their raw sums (S14).
 */
export const monthlyTotals = pgTable(
  'monthly_totals',
  {
    userId: userId(),
    month: text('month').$type<Month>().notNull(),
    accountId: uuid('account_id').$type<AccountId>().notNull(),
    categoryId: text('category_id').notNull(),
    currency: currency(),
    amount: minorAmount('amount').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.month, t.accountId, t.categoryId, t.currency] }),
    foreignKey({ columns: [t.userId, t.accountId], foreignColumns: [accounts.userId, accounts.id] }).onDelete(
      'cascade',
    ),
    ownerOnly('monthly_totals'),
  ],
);
