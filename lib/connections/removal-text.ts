/** What goes when a connection is removed, in words. */
import { formatCount } from '@/lib/core/format-number';
import type { Writing } from '@/lib/core/writing';

type Effect = {
  accounts: readonly unknown[];
  transactions: number;
  /** Of these, rows with a category, name, note or tag of the person's own. */
  edited: number;
  /** The oldest day among them, as text; null when there is none. */
  since: string | null;
};

/** "9 accounts and 1,204 transactions since 3 Dec 2024, 12 of them with changes of yours". */
export function removalText({ accounts, transactions, edited, since }: Effect, writing: Writing): string {
  const rows = transactions === 0 ? '' : ` and ${count(transactions, 'transaction', writing)} since ${since}`;
  const own = edited === 0 ? '' : `, ${formatCount(edited, writing)} of them with changes of yours`;
  return `${count(accounts.length, 'account', writing)}${rows}${own}`;
}

function count(number: number, noun: string, writing: Writing): string {
  return `${formatCount(number, writing)} ${noun}${number === 1 ? '' : 's'}`;
}
