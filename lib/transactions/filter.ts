/** Which transactions a person asks for, as the address says it: `?q=&account=&category=&month=`. */
import { z } from 'zod';
import { isCategoryId } from '@/lib/categories/taxonomy';
import type { AccountId } from '@/lib/core/id';
import { isMonth, type Month } from '@/lib/core/month';

export type TransactionFilter = {
  /** Every word must be in the merchant, the bank's text or the note. */
  text: string | null;
  accountId: AccountId | null;
  categoryId: string | null;
  month: Month | null;
};

/** Anything but one value under a name counts as not given: a repeated name has no single meaning. */
export type SearchParams = Record<string, string | string[] | undefined>;

export const NO_FILTER: TransactionFilter = { text: null, accountId: null, categoryId: null, month: null };

const LONGEST_TEXT = 100;

const text = z.string().trim().max(LONGEST_TEXT, `A search has at most ${LONGEST_TEXT} letters.`);
const account = z.custom<AccountId>(
  (value) => z.uuid().safeParse(value).success,
  'There is no such account, so all accounts are shown.',
);
const category = z.string().refine(isCategoryId, 'There is no such category, so all categories are shown.');
const monthText = z.custom<Month>(
  (value) => typeof value === 'string' && isMonth(value),
  'That is not a month, so all months are shown.',
);

/**
 * Reads the address. What cannot be used is left out of `filter` and named in `problems` by its field, so
 * that a page can say so and a download can refuse.
 */
export function readFilter(params: SearchParams): {
  filter: TransactionFilter;
  problems: Record<string, string>;
} {
  const problems: Record<string, string> = {};
  const read = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const value = params[name];
    if (value === undefined || value === '') return null;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    problems[name] = Array.isArray(value) ? 'Give it once.' : (parsed.error.issues[0]?.message ?? '');
    return null;
  };
  const filter = {
    text: read('q', text) || null,
    accountId: read('account', account),
    categoryId: read('category', category),
    month: read('month', monthText),
  };
  return { filter, problems };
}

/** The same filter as an address again, without what is not asked for: "category=groceries&month=2026-03". */
export function filterQuery(filter: Partial<TransactionFilter>): string {
  const query = new URLSearchParams();
  if (filter.text) query.set('q', filter.text);
  if (filter.accountId) query.set('account', filter.accountId);
  if (filter.categoryId) query.set('category', filter.categoryId);
  if (filter.month) query.set('month', filter.month);
  return query.toString();
}

export function isFiltered(filter: TransactionFilter): boolean {
  return filterQuery(filter) !== '';
}
