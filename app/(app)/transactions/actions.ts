'use server';

import { refresh } from 'next/cache';
import { updateTransaction } from '@/db/queries/transactions';
import { userAction } from '@/lib/action';
import { categoryChange, noteChange } from '@/lib/transactions/schema';

/** The person's own category for a row; the empty one gives the choice back to the bank. */
export const changeCategory = userAction(categoryChange, async (userId, { transactionId, categoryId }) => {
  await updateTransaction(userId, transactionId, { userCategoryId: categoryId });
  refresh();
});

export const changeNote = userAction(noteChange, async (userId, { transactionId, note }) => {
  await updateTransaction(userId, transactionId, { note });
  refresh();
  return 'Saved.';
});
