/** A transaction as a download gives it: one set of fields, as CSV cells and as JSON. */
import { categoryOf } from '@/lib/categories/taxonomy';
import type { Day } from '@/lib/core/day';
import { money, toDecimal } from '@/lib/core/money';
import { type Cell, number, text } from '@/lib/csv/write';

type Row = {
  id: string;
  postedDay: Day;
  authorizedDay: Day | null;
  accountName: string;
  bankName: string;
  merchantName: string | null;
  categoryId: string;
  amount: number;
  currency: string;
  isPending: boolean;
  note: string | null;
  tags: readonly string[];
};

/** `name` is the bank's own description, `merchant` who it was; `amount` is negative for a purchase. */
export type Exported = {
  id: string;
  date: Day;
  authorized_date: Day | null;
  account: string;
  name: string;
  merchant: string | null;
  category: string;
  amount: string;
  currency: string;
  pending: boolean;
  note: string | null;
  tags: readonly string[];
};

export function exported(row: Row): Exported {
  return {
    id: row.id,
    date: row.postedDay,
    authorized_date: row.authorizedDay,
    account: row.accountName,
    name: row.bankName,
    merchant: row.merchantName,
    category: categoryOf(row.categoryId).name,
    amount: toDecimal(money(row.amount, row.currency)),
    currency: row.currency,
    pending: row.isPending,
    note: row.note,
    tags: row.tags,
  };
}

/** Fixed: programs read these names in this order. More may follow to the right. */
export const CSV_HEAD: readonly Cell[] = [
  'id',
  'date',
  'authorized_date',
  'account',
  'name',
  'merchant',
  'category',
  'amount',
  'currency',
  'pending',
  'note',
  'tags',
].map(text);

export function csvCells(row: Exported): Cell[] {
  return [
    text(row.id),
    text(row.date),
    text(row.authorized_date),
    text(row.account),
    text(row.name),
    text(row.merchant),
    text(row.category),
    number(row.amount),
    text(row.currency),
    text(String(row.pending)),
    text(row.note),
    text(row.tags.join('; ')),
  ];
}
