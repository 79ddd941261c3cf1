import 'server-only';
import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import { asUser } from '../client';
import { budgetLimits, itemProducts, items, monthlyTotals } from '../schema';
import { visibleAccountIds } from './visible';

export type BudgetLimit = { categoryId: string; currency: string; amount: number; fromMonth: Month };

/** The limits in force in a month: for each category the latest that began by then, unless it ended it. */
export async function listBudgetLimits(userId: UserId, month: Month): Promise<BudgetLimit[]> {
  const rows = await asUser(userId, (tx) =>
    tx
      .selectDistinctOn([budgetLimits.categoryId, budgetLimits.currency], {
        categoryId: budgetLimits.categoryId,
        currency: budgetLimits.currency,
        amount: budgetLimits.amount,
        fromMonth: budgetLimits.fromMonth,
      })
      .from(budgetLimits)
      .where(and(eq(budgetLimits.userId, userId), lte(budgetLimits.fromMonth, month)))
      .orderBy(asc(budgetLimits.categoryId), asc(budgetLimits.currency), desc(budgetLimits.fromMonth)),
  );
  return rows.flatMap(({ amount, ...limit }) => (amount === null ? [] : [{ ...limit, amount }]));
}

/** Sets what may be spent in a category from a month on; `amount` null ends the limit from that month on. */
export async function saveBudgetLimit(
  userId: UserId,
  limit: { categoryId: string; currency: string; fromMonth: Month; amount: number | null },
): Promise<void> {
  await asUser(userId, (tx) =>
    tx
      .insert(budgetLimits)
      .values({ userId, ...limit })
      .onConflictDoUpdate({
        target: [budgetLimits.userId, budgetLimits.categoryId, budgetLimits.currency, budgetLimits.fromMonth],
        set: { amount: limit.amount },
      }),
  );
}

/** Sets all of them at once, but for those that were ever set for the same category and month. */
export async function addBudgetLimits(
  userId: UserId,
  limits: readonly { categoryId: string; currency: string; fromMonth: Month; amount: number }[],
): Promise<void> {
  await asUser(userId, (tx) =>
    tx
      .insert(budgetLimits)
      .values(limits.map((limit) => ({ userId, ...limit })))
      .onConflictDoNothing(),
  );
}

export type CategoryMonth = {
  month: Month;
  categoryId: string;
  currency: string;
  amount: number;
  count: number;
};

/** What each category came to in each month, over all visible accounts; a purchase is negative. */
export async function listCategoryMonths(
  userId: UserId,
  first: Month,
  last: Month,
): Promise<CategoryMonth[]> {
  const { month, categoryId, currency, amount, count } = monthlyTotals;
  return asUser(userId, (tx) =>
    tx
      .select({
        month,
        categoryId,
        currency,
        amount: sql<number>`sum(${amount})`.mapWith(Number),
        count: sql<number>`sum(${count})`.mapWith(Number),
      })
      .from(monthlyTotals)
      .where(
        and(
          eq(monthlyTotals.userId, userId),
          gte(month, first),
          lte(month, last),
          inArray(monthlyTotals.accountId, visibleAccountIds(tx, userId)),
        ),
      )
      .groupBy(month, categoryId, currency),
  );
}

/** Banks whose full history has not arrived yet, by name: figures of earlier months may still change. */
export async function listLoadingBanks(userId: UserId): Promise<string[]> {
  const rows = await asUser(userId, (tx) =>
    tx
      .select({ name: items.institutionName })
      .from(items)
      .innerJoin(
        itemProducts,
        and(
          eq(itemProducts.userId, items.userId),
          eq(itemProducts.itemId, items.id),
          eq(itemProducts.product, 'transactions'),
          ne(itemProducts.state, 'not-available'),
        ),
      )
      .where(and(eq(items.userId, userId), ne(items.state, 'ending'), isNull(items.historicalUpdateAt)))
      .orderBy(asc(items.institutionName)),
  );
  return rows.map(({ name }) => name);
}
