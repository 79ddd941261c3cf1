/** Shares of a whole: the largest few by name, the rest together. */
import type { Money } from '@/lib/core/money';

export type Part = { id: string; label: string; value: Money };
export type Slice = Part & { ratio: number; isOther: boolean };

/** Largest first, at most `limit` named and the rest as one; parts at or below zero have no share and are left out. */
export function slicesOf(parts: readonly Part[], limit = 5, otherLabel = 'Everything else'): Slice[] {
  const positive = parts.filter(({ value }) => value.amount > 0);
  const total = positive.reduce((sum, { value }) => sum + value.amount, 0);
  const sorted = positive
    .toSorted((a, b) => b.value.amount - a.value.amount)
    .map((part) => ({ ...part, ratio: part.value.amount / total, isOther: false }));
  // One left over is named rather than called "everything else".
  if (sorted.length <= limit + 1) return sorted;
  const rest = sorted.slice(limit);
  const amount = rest.reduce((sum, { value }) => sum + value.amount, 0);
  const currency = rest[0]?.value.currency ?? '';
  return [
    ...sorted.slice(0, limit),
    { id: 'other', label: otherLabel, value: { amount, currency }, ratio: amount / total, isOther: true },
  ];
}

/** The colour variable of the n-th series or slice. */
export function dataColor(index: number, isOther = false): string {
  return isOther ? 'var(--color-data-other)' : `var(--color-data-${(index % 8) + 1})`;
}
