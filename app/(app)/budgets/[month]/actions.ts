'use server';

import { refresh } from 'next/cache';
import { saveBudgetLimit } from '@/db/queries/budgets';
import { getProfile } from '@/db/queries/users';
import { userAction } from '@/lib/action';
import { limitChange, limitEnd, readLimit } from '@/lib/budgets/schema';
import { AppError } from '@/lib/core/errors';

/** Sets what may be spent in a category, from this month on. */
export const changeLimit = userAction(limitChange, async (userId, { categoryId, fromMonth, amount }) => {
  const { currency } = await getProfile(userId);
  const limit = readLimit(amount, currency);
  if (limit === null) {
    const sentence = `Write an amount in ${currency}, such as 250 or 89.50.`;
    throw new AppError('invalid-input', sentence, { fields: { amount: sentence } });
  }
  await saveBudgetLimit(userId, { categoryId, currency, fromMonth, amount: limit });
  refresh();
});

/** Ends the limit from this month on; earlier months keep theirs. */
export const endLimit = userAction(limitEnd, async (userId, { categoryId, fromMonth }) => {
  const { currency } = await getProfile(userId);
  await saveBudgetLimit(userId, { categoryId, currency, fromMonth, amount: null });
  refresh();
});
