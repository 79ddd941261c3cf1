import { boolean, foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { AccountId } from '@/lib/core/id';
import type { Decimal } from '@/lib/core/money';
import { accounts } from './accounts';
import { calendarDay, currency, exactDecimal, minorAmount, ownerOnly, userId } from './columns';

/** One APR bucket of a card (LIA-2). Percentages are exact decimals: "16.99" means 16.99 % a year. */
export type Apr = {
  type: string;
  percentage: Decimal;
  balanceSubject: number | null;
  interestCharge: number | null;
};

/** What only one kind of loan has (LIA-3, LIA-4); shown as facts, not computed with. */
export type LiabilityDetails = Record<string, string | number | boolean | null>;

/**
 * Terms of a debt. The balance owed is the account's (LIA-9). Amounts here are what is owed or was paid,
 * as positive minor units; null means that the bank did not say, and for `nextDueDay` that nothing is due (LIA-7).
 */
export const liabilities = pgTable(
  'liabilities',
  {
    userId: userId(),
    accountId: uuid('account_id').$type<AccountId>().notNull(),
    kind: text('kind').$type<'credit' | 'mortgage' | 'student' | 'loan' | 'line-of-credit'>().notNull(),
    currency: currency(),
    aprs: jsonb('aprs').$type<Apr[]>().notNull().default([]),
    interestRate: exactDecimal('interest_rate'),
    interestRateType: text('interest_rate_type'),
    isOverdue: boolean('is_overdue'),
    minimumPayment: minorAmount('minimum_payment'),
    nextDueDay: calendarDay('next_due_day'),
    lastPaymentAmount: minorAmount('last_payment_amount'),
    lastPaymentDay: calendarDay('last_payment_day'),
    statementBalance: minorAmount('statement_balance'),
    statementDay: calendarDay('statement_day'),
    pastDueAmount: minorAmount('past_due_amount'),
    originationDay: calendarDay('origination_day'),
    originationPrincipal: minorAmount('origination_principal'),
    outstandingInterest: minorAmount('outstanding_interest'),
    payoffDay: calendarDay('payoff_day'),
    ytdInterest: minorAmount('ytd_interest'),
    ytdPrincipal: minorAmount('ytd_principal'),
    escrowBalance: minorAmount('escrow_balance'),
    details: jsonb('details').$type<LiabilityDetails>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.accountId] }),
    foreignKey({ columns: [t.userId, t.accountId], foreignColumns: [accounts.userId, accounts.id] }).onDelete(
      'cascade',
    ),
    ownerOnly('liabilities'),
  ],
);
