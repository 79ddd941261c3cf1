/** How accounts are grouped and named: by what they do for a person, in the order people think of them. */
import { groupBy } from '@/lib/core/group-by';
import { type Money, money, totals } from '@/lib/core/money';

export type AccountKind = 'cash' | 'cards' | 'investments' | 'loans' | 'other';

type Typed = { type: string; subtype: string | null };
type Counted = Typed & { balance: number | null; currency: string };

export type AccountGroup<T extends Typed> = {
  kind: AccountKind;
  name: string;
  accounts: T[];
  totals: Money[];
};

const NAMES: Record<AccountKind, string> = {
  cash: 'Cash',
  cards: 'Cards',
  investments: 'Investments',
  loans: 'Loans',
  other: 'Other',
};

const KIND_OF_TYPE: Record<string, AccountKind> = {
  depository: 'cash',
  credit: 'cards',
  investment: 'investments',
  loan: 'loans',
};

/** By the bank's type; a type we do not know is "other" (ACC-3). */
export function kindOf({ type }: { type: string }): AccountKind {
  return KIND_OF_TYPE[type] ?? 'other';
}

/** The groups that hold an account, in fixed order, each with its total per currency. */
export function groupAccounts<T extends Counted>(accounts: readonly T[]): AccountGroup<T>[] {
  const byKind = groupBy(accounts, kindOf);
  return (Object.keys(NAMES) as AccountKind[]).flatMap((kind) => {
    const members = byKind.get(kind);
    if (!members) return [];
    return [{ kind, name: NAMES[kind], accounts: members, totals: sumBalances(members) }];
  });
}

/** One total per currency; an account whose balance the bank does not say adds nothing. */
export function sumBalances(accounts: readonly Counted[]): Money[] {
  return totals(
    accounts.flatMap(({ balance, currency }) => (balance === null ? [] : [money(balance, currency)])),
  );
}

/** "Checking", "401k", "Credit card"; the kind where the bank gives no subtype. */
export function subtypeName({ type, subtype }: Typed): string {
  const words = subtype ?? NAMES[kindOf({ type })].replace(/s$/, '');
  return ABBREVIATED.has(words) ? words.toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1);
}

const ABBREVIATED = new Set([
  'cd',
  'hsa',
  'ira',
  'ebt',
  'isa',
  'tfsa',
  'rrsp',
  'resp',
  'lira',
  'utma',
  'ugma',
]);
