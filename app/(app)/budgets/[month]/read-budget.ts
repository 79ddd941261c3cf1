import { listAccounts } from '@/db/queries/accounts';
import { listBudgetLimits, listCategoryMonths, listLoadingBanks } from '@/db/queries/budgets';
import { getProfile } from '@/db/queries/users';
import { monthsToLearnFrom, suggestLimits } from '@/lib/budgets/suggest';
import type { UserId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import { getToday } from '@/lib/today';

/** All that a month's budget is made of. */
export async function readBudget(userId: UserId, month: Month) {
  const [profile, today] = await Promise.all([getProfile(userId), getToday(userId)]);
  const learn = monthsToLearnFrom(month, today);
  const [sums, limits, learned, loading, accounts] = await Promise.all([
    listCategoryMonths(userId, month, month),
    listBudgetLimits(userId, month),
    listCategoryMonths(userId, learn.first, learn.last),
    listLoadingBanks(userId),
    listAccounts(userId),
  ]);
  const { currency } = profile;
  const suggestions = suggestLimits(learned, currency);
  return { sums, limits, suggestions, loading, currency, today, hasAccounts: accounts.length > 0 };
}
