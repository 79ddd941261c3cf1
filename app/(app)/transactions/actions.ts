'use server';

import { refresh } from 'next/cache';
import { updateTransaction } from '@/db/queries/transactions';
import { userAction } from '@/lib/action';
import { categoryChange, nameChange, noteChange } from '@/lib/transactions/schema';

/** The person's own category for a row; the empty one gives the choice back to the bank. */
export const changeCategory = userAction(categoryChange, async (userId, { transactionId, categoryId }) => {
  await updateTransaction(userId, transactionId, { userCategoryId: categoryId });
  refresh();
});

/** The person's own name for a row, which no sync ever changes. */
export const changeName = userAction(nameChange, async (userId, { transactionId, name }) => {
  await updateTransaction(userId, transactionId, { userMerchantName: name });
  refresh();
});

export const changeNote = userAction(noteChange, async (userId, { transactionId, note }) => {
  await updateTransaction(userId, transactionId, { note });
  refresh();
  return 'Saved.';
});
