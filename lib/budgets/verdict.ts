/** The month in one figure and one sentence. */
import { type Money, money } from '@/lib/core/money';
import type { BudgetMonth } from './progress';
import { type Pace, perDay } from './pace';

export type Verdict = {
  /** The leading figure, never negative, and the words that say what it is. */
  figure: Money;
  words: string;
  isOver: boolean;
  /** What can be spent each day that is left. */
  daily: { amount: Money; days: number } | null;
  /** "Utilities and groceries are over their limits.", worst first; null when none is. */
  over: string | null;
};

/** Null while there is no limit: then there is nothing to be judged by. */
export function verdictOf({ groups, limited }: BudgetMonth, pace: Pace): Verdict | null {
  if (limited === null) return null;
  const { left } = limited;
  const isOver = left.amount < 0;
  const daily = pace.when === 'past' ? null : perDay(left, pace);
  const over = groups
    .flatMap(({ lines }) => lines)
    .filter((line) => line.left !== null && line.left.amount < 0)
    .sort((a, b) => (a.left?.amount ?? 0) - (b.left?.amount ?? 0));
  return {
    figure: money(Math.abs(left.amount), left.currency),
    words: wordsFor(pace, isOver),
    isOver,
    daily: daily && { amount: daily, days: pace.daysLeft },
    over: overSentence(over.map(({ category }) => category.name)),
  };
}

function wordsFor({ when }: Pace, isOver: boolean): string {
  if (isOver) return when === 'past' ? 'over the limits of the month' : 'over this month’s limits';
  if (when === 'past') return 'were left of the month’s limits';
  return when === 'now' ? 'left to spend this month' : 'to spend in this month';
}

function overSentence(names: readonly string[]): string | null {
  const [first, ...others] = names;
  if (first === undefined) return null;
  if (others.length === 0) return `${first} is over its limit.`;
  const shown = others.length > 2 ? [others[0] ?? '', `${others.length - 1} more`] : others;
  const listed = new Intl.ListFormat('en', { type: 'conjunction' }).format([
    first,
    ...shown.map((name) => name.toLowerCase()),
  ]);
  return `${listed} are over their limits.`;
}
