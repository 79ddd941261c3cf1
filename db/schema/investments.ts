import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AccountId } from '@/lib/core/id';
import { accounts } from './accounts';
import { calendarDay, currency, exactDecimal, id, minorAmount, ownerOnly, userId } from './columns';
import { users } from './users';

/** A security as Plaid describes it; kept per person, never deleted while a row names it (INV-7). */
export const securities = pgTable(
  'securities',
  {
    userId: userId().references(() => users.id, { onDelete: 'cascade' }),
    id: id(),
    plaidSecurityId: text('plaid_security_id').notNull(),
    name: text('name'),
    ticker: text('ticker'),
    /** Plaid's type (INV-6); unknown ones are kept as they came. */
    type: text('type').notNull(),
    subtype: text('subtype'),
    sector: text('sector'),
    isCashEquivalent: boolean('is_cash_equivalent').notNull().default(false),
    closePrice: exactDecimal('close_price'),
    closePriceDay: calendarDay('close_price_day'),
    currency: text('currency'),
    details: jsonb('details').$type<Record<string, string | null>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    uniqueIndex('securities_plaid_security').on(t.userId, t.plaidSecurityId),
    ownerOnly('securities'),
  ],
);

/** A position: `value` is the institution's figure; `costBasis` is the total cost, null when unknown (INV-3, INV-4). */
export const holdings = pgTable(
  'holdings',
  {
    userId: userId(),
    accountId: uuid('account_id').$type<AccountId>().notNull(),
    securityId: uuid('security_id').notNull(),
    quantity: exactDecimal('quantity').notNull(),
    price: exactDecimal('price').notNull(),
    priceDay: calendarDay('price_day'),
    value: minorAmount('value').notNull(),
    costBasis: minorAmount('cost_basis'),
    currency: currency(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.accountId, t.securityId] }),
    foreignKey({ columns: [t.userId, t.accountId], foreignColumns: [accounts.userId, accounts.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.userId, t.securityId], foreignColumns: [securities.userId, securities.id] }),
    ownerOnly('holdings'),
  ],
);

/** What was held at the end of a day, as the bank reported it on that day; a day that is missing is a gap (ACC-11). */
export const holdingDays = pgTable(
  'holding_days',
  {
    userId: userId(),
    accountId: uuid('account_id').$type<AccountId>().notNull(),
    securityId: uuid('security_id').notNull(),
    day: calendarDay('day').notNull(),
    quantity: exactDecimal('quantity').notNull(),
    value: minorAmount('value').notNull(),
    costBasis: minorAmount('cost_basis'),
    currency: currency(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.accountId, t.securityId, t.day] }),
    foreignKey({ columns: [t.userId, t.accountId], foreignColumns: [accounts.userId, accounts.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.userId, t.securityId], foreignColumns: [securities.userId, securities.id] }),
    ownerOnly('holding_days'),
  ],
);

/** `amount` is our sign: cash that enters the account is positive (INV-10 flipped once). */
export const investmentTransactions = pgTable(
  'investment_transactions',
  {
    userId: userId(),
    id: id(),
    accountId: uuid('account_id').$type<AccountId>().notNull(),
    securityId: uuid('security_id'),
    plaidInvestmentTransactionId: text('plaid_investment_transaction_id').notNull(),
    day: calendarDay('day').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    subtype: text('subtype'),
    quantity: exactDecimal('quantity').notNull(),
    price: exactDecimal('price').notNull(),
    amount: minorAmount('amount').notNull(),
    fees: minorAmount('fees'),
    currency: currency(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    foreignKey({ columns: [t.userId, t.accountId], foreignColumns: [accounts.userId, accounts.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.userId, t.securityId], foreignColumns: [securities.userId, securities.id] }),
    uniqueIndex('investment_transactions_plaid').on(t.userId, t.plaidInvestmentTransactionId),
    index('investment_transactions_newest').on(t.userId, t.accountId, t.day),
    ownerOnly('investment_transactions'),
  ],
);
