/** What a person may say about a limit. */
import { z } from 'zod';
import { categoryOf, isCategoryId } from '@/lib/categories/taxonomy';
import { fromDecimal, MoneyError } from '@/lib/core/money';
import { isMonth, type Month } from '@/lib/core/month';

const categoryId = z
  .string()
  .refine(
    (id) => isCategoryId(id) && categoryOf(id).kind === 'spending',
    'There is no limit for this category.',
  );

const fromMonth = z.custom<Month>(
  (value) => typeof value === 'string' && isMonth(value),
  'That is not a month.',
);

export const limitChange = z.strictObject({
  categoryId,
  fromMonth,
  amount: z.string().trim().min(1, 'Say how much, such as 250.').max(20, 'That is too long for an amount.'),
});

export const limitEnd = z.strictObject({ categoryId, fromMonth });

/**
 * Minor units of an amount as a person types it: "640", "1,240.50", "$640". Null when it cannot be read
 * exactly: a limit is never rounded behind someone's back.
 */
export function readLimit(text: string, currency: string): number | null {
  const plain = text.replace(/[\s$€£¥]/g, '').replace(/,(?=\d{3}(\D|$))/g, '');
  if (!/^\d{1,12}(\.\d+)?$/.test(plain)) return null;
  try {
    const { amount, exact } = fromDecimal(plain, currency);
    return exact ? amount : null;
  } catch (error) {
    if (error instanceof MoneyError) return null;
    throw error;
  }
}
