/** The conditions behind the list of transactions and its download. */
import 'server-only';
import { and, eq, gte, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { AccountId, UserId } from '@/lib/core/id';
import { firstDayOf, lastDayOf, type Month } from '@/lib/core/month';
import { accounts, transactions } from '../schema';
import { isCounted } from './visible';

export type TransactionFilter = {
  /** Words that must all be in the merchant, the bank's text or the note, in any order. */
  text: string | null;
  accountId: AccountId | null;
  categoryId: string | null;
  month: Month | null;
};

/**
 * The person's live rows that the filter asks for, in a query that joins `accounts` and `items`. Rows of a
 * hidden account are there when that account is asked for by name, or when `hidden` says so.
 */
export function matching(userId: UserId, filter: TransactionFilter, hidden: 'in' | 'out' = 'out') {
  const { text, accountId, categoryId, month } = filter;
  return and(
    eq(transactions.userId, userId),
    isNull(transactions.removedAt),
    isCounted,
    hidden === 'out' && !accountId ? eq(accounts.isHidden, false) : undefined,
    accountId ? eq(transactions.accountId, accountId) : undefined,
    categoryId ? eq(transactions.categoryId, categoryId) : undefined,
    month ? gte(transactions.day, firstDayOf(month)) : undefined,
    month ? lte(transactions.day, lastDayOf(month)) : undefined,
    ...wordsOf(text).map(contains),
  );
}

/** A row's own account: the join beside `joinItem` that `matching` needs. */
export const joinAccount = and(
  eq(accounts.userId, transactions.userId),
  eq(accounts.id, transactions.accountId),
);

function wordsOf(text: string | null): string[] {
  return (text ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
}

function contains(word: string): SQL {
  return sql`${transactions.searchText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`;
}
