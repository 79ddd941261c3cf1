/** How is it spread over kinds of security? */
import { type Money, money } from '@/lib/core/money';
import { groupBy } from '@/lib/core/group-by';

export type Share = { id: string; label: string; value: Money };

/** Plaid's types (INV-6) as people say them; an unknown one is shown by its own word. */
const NAMES: Record<string, string> = {
  equity: 'Stocks',
  etf: 'ETFs',
  'mutual fund': 'Mutual funds',
  'fixed income': 'Bonds',
  derivative: 'Options',
  cryptocurrency: 'Crypto',
  cash: 'Cash',
  loan: 'Loans',
  other: 'Other',
};

export function typeName(type: string): string {
  return NAMES[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}

/** Per kind, in the positions' own order; `rest` is what accounts hold beyond their holdings, and joins cash. */
export function allocationByType(
  positions: readonly { type: string; isCash: boolean; value: number }[],
  rest: Money,
): Share[] {
  const parts = positions.map(({ type, isCash, value }) => ({ kind: isCash ? 'cash' : type, value }));
  if (rest.amount > 0) parts.push({ kind: 'cash', value: rest.amount });
  return [...groupBy(parts, ({ kind }) => kind)].map(([kind, group]) => ({
    id: kind,
    label: kind === 'cash' && rest.amount > 0 ? 'Cash and other' : typeName(kind),
    value: money(
      group.reduce((sum, { value }) => sum + value, 0),
      rest.currency,
    ),
  }));
}
