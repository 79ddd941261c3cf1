/**
 * Where a month stands: spent and left per category, in one currency. Spending is minus the sum of a
 * category's rows, so that a refund nets within it (FLD-14); transfers, card payments and investing are not
 * spending, and income stands apart (FLD-13).
 */
import { CATEGORIES, type Category, type CategoryKind, categoryOf } from '@/lib/categories/taxonomy';
import { groupBy } from '@/lib/core/group-by';
import { type Money, money, negate } from '@/lib/core/money';

type CategorySum = { categoryId: string; currency: string; amount: number };
type Limit = { categoryId: string; currency: string; amount: number };

export type BudgetLine = {
  category: Category;
  /** Positive when money went out; negative when more came back than went out. */
  spent: Money;
  limit: Money | null;
  /** `limit` less `spent`; negative when over. */
  left: Money | null;
};

/** `limit` is null unless every line has one: spending without a limit is not measured by the others'. */
export type BudgetGroup = { name: string; lines: BudgetLine[]; spent: Money; limit: Money | null };

export type BudgetMonth = {
  /** Groups with a limit or spending, in the order of the taxonomy. */
  groups: BudgetGroup[];
  income: { category: Category; amount: Money }[];
  /** Sums over the categories that have a limit. */
  limited: { limit: Money; spent: Money; left: Money } | null;
  /** Spending in categories without a limit. */
  unlimited: Money;
  /** Spending in other currencies: a total never mixes them, so they stand apart. */
  elsewhere: { category: Category; spent: Money }[];
};

/** `sums` are a month's sums by category in our sign; `limits` those in force. */
export function budgetMonth(
  sums: readonly CategorySum[],
  limits: readonly Limit[],
  currency: string,
): BudgetMonth {
  const home = sums.filter((sum) => sum.currency === currency);
  const lines = budgetLines(
    home,
    limits.filter((limit) => limit.currency === currency),
    currency,
  );
  const withLimit = lines.filter(({ limit }) => limit !== null);
  return {
    groups: groupsOf(lines, currency),
    income: ofKind(home, 'income').map(({ categoryId, amount }) => ({
      category: categoryOf(categoryId),
      amount: money(amount, currency),
    })),
    limited: withLimit.length === 0 ? null : limitedSums(withLimit, currency),
    unlimited: sumOf(
      lines.filter(({ limit }) => limit === null).map(({ spent }) => spent),
      currency,
    ),
    elsewhere: ofKind(sums, 'spending')
      .filter((sum) => sum.currency !== currency && sum.amount !== 0)
      .map((sum) => ({
        category: categoryOf(sum.categoryId),
        spent: negate(money(sum.amount, sum.currency)),
      })),
  };
}

function budgetLines(sums: readonly CategorySum[], limits: readonly Limit[], currency: string): BudgetLine[] {
  const limitById = new Map(limits.map((limit) => [limit.categoryId, limit.amount]));
  const spentById = new Map(ofKind(sums, 'spending').map(({ categoryId, amount }) => [categoryId, -amount]));
  const ids = new Set([...CATEGORIES.map(({ id }) => id), ...limitById.keys(), ...spentById.keys()]);
  return [...ids]
    .filter((id) => limitById.has(id) || (spentById.get(id) ?? 0) !== 0)
    .map((id) => lineOf(id, spentById.get(id) ?? 0, limitById.get(id), currency));
}

function lineOf(id: string, spent: number, limit: number | undefined, currency: string): BudgetLine {
  return {
    category: categoryOf(id),
    spent: money(spent, currency),
    limit: limit === undefined ? null : money(limit, currency),
    left: limit === undefined ? null : money(limit - spent, currency),
  };
}

function groupsOf(lines: readonly BudgetLine[], currency: string): BudgetGroup[] {
  return [...groupBy(lines, ({ category }) => category.group)].map(([name, members]) => {
    const limits = members.flatMap(({ limit }) => limit ?? []);
    return {
      name,
      lines: members,
      spent: sumOf(
        members.map(({ spent }) => spent),
        currency,
      ),
      limit: limits.length < members.length ? null : sumOf(limits, currency),
    };
  });
}

function limitedSums(lines: readonly BudgetLine[], currency: string) {
  const limit = sumOf(
    lines.flatMap(({ limit }) => limit ?? []),
    currency,
  );
  const spent = sumOf(
    lines.map(({ spent }) => spent),
    currency,
  );
  return { limit, spent, left: money(limit.amount - spent.amount, currency) };
}

function ofKind(sums: readonly CategorySum[], kind: CategoryKind): CategorySum[] {
  return sums.filter(({ categoryId }) => categoryOf(categoryId).kind === kind);
}

function sumOf(values: readonly Money[], currency: string): Money {
  return money(
    values.reduce((sum, { amount }) => sum + amount, 0),
    currency,
  );
}
