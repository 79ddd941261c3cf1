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

/** An empty name gives the word back to the bank. */
export const nameChange = z.strictObject({
  transactionId,
  name: z
    .string()
    .trim()
    .max(100, 'A name has at most 100 letters.')
    .transform((text) => (text === '' ? null : text)),
});

export const noteChange = z.strictObject({
  transactionId,
  note: z
    .string()
    .trim()
    .max(500, 'A note has at most 500 letters.')
    .transform((text) => (text === '' ? null : text)),
});
