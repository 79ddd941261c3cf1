/** What a person may change about a transaction. */
import { z } from 'zod';
import { isCategoryId } from '@/lib/categories/taxonomy';

const transactionId = z.uuid('There is no such transaction.');

/** An empty category gives the choice back to the bank. */
export const categoryChange = z.strictObject({
  transactionId,
  categoryId: z
    .string()
    .refine((id) => id === '' || isCategoryId(id), 'Choose a category from the list.')
    .transform((id) => (id === '' ? null : id)),
});

export const noteChange = z.strictObject({
  transactionId,
  note: z
    .string()
    .trim()
    .max(500, 'A note has at most 500 letters.')
    .transform((text) => (text === '' ? null : text)),
});
