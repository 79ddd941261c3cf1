import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AccountId, ItemId } from '@/lib/core/id';
import { calendarDay, createdAt, currency, id, instant, minorAmount, ownerOnly, userId } from './columns';
import { items } from './items';

export type AccountType = 'depository' | 'credit' | 'loan' | 'investment' | 'other';

/**
 * One account. `balance` is our sign: what it adds to net worth, so a card that owes 500 has −500; it is
 * `current`, or `available` where the bank gives no current balance (ACC-7), null where it gives neither.
 * Bank columns are overwritten by every sync, the person's (`displayName`, `isHidden`) never.
 */
export const accounts = pgTable(
  'accounts',
  {
    userId: userId(),
    id: id().$type<AccountId>(),
    itemId: uuid('item_id').$type<ItemId>().notNull(),
    plaidAccountId: text('plaid_account_id').notNull(),
    persistentAccountId: text('persistent_account_id'),
    bankName: text('bank_name').notNull(),
    officialName: text('official_name'),
    displayName: text('display_name'),
    name: text('name').generatedAlwaysAs(sql`coalesce(display_name, bank_name)`).notNull(),
    mask: text('mask'),
    type: text('type').$type<AccountType>().notNull(),
    subtype: text('subtype'),
    currency: currency(),
    balance: minorAmount('balance'),
    /** Money that can be spent or withdrawn now, as the bank says; never flipped. */
    available: minorAmount('available'),
    creditLimit: minorAmount('credit_limit'),
    balanceAt: instant('balance_at'),
    ownerNames: text('owner_names').array().notNull().default(sql`'{}'::text[]`),
    isHidden: boolean('is_hidden').notNull().default(false),
    /** Set when the bank no longer serves the account: history stays, today's totals leave it out (ACC-10). */
    closedAt: instant('closed_at'),
    /**
     * When it was seen that the person took the account back: left it out at the bank, or had it revoked there. No
     * list and no total has it from then on, and its rows wait for the person's word (UPD-6).
     */
    withdrawnAt: instant('withdrawn_at'),
    /** Ids that it had at Plaid before a relink or a churn (ACC-9). */
    formerPlaidAccountIds: text('former_plaid_account_ids').array().notNull().default(sql`'{}'::text[]`),
    /** When a webhook said that access to this account was withdrawn; believed once the bank serves it no more (ITM-8). */
    revokedAt: instant('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    foreignKey({ columns: [t.userId, t.itemId], foreignColumns: [items.userId, items.id] }).onDelete(
      'cascade',
    ),
    uniqueIndex('accounts_plaid_account').on(t.userId, t.plaidAccountId),
    index('accounts_by_item').on(t.userId, t.itemId),
    ownerOnly('accounts'),
  ],
);

/**
 * Balance of an account at the end of a day. `isEstimated` marks days replayed backwards from
 * transactions; the others were reported by the bank on that day (ACC-11).
 */
export const accountBalances = pgTable(
  'account_balances',
  {
    userId: userId(),
    accountId: uuid('account_id').$type<AccountId>().notNull(),
    day: calendarDay('day').notNull(),
    balance: minorAmount('balance').notNull(),
    currency: currency(),
    isEstimated: boolean('is_estimated').notNull(),
    /**
     * What we knew when the bank reported this balance: the sums of all booked and of all pending rows. Null
     * where rows and balance were not read together, and before all history is there (decision 9).
     */
    booked: minorAmount('booked'),
    pending: minorAmount('pending'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.accountId, t.day] }),
    foreignKey({ columns: [t.userId, t.accountId], foreignColumns: [accounts.userId, accounts.id] }).onDelete(
      'cascade',
    ),
    index('account_balances_by_day').on(t.userId, t.day),
    ownerOnly('account_balances'),
  ],
);
