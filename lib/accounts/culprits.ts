/** What may be behind an unexplained part of a balance: the rows that would explain it, likeliest first. */
import { addDays, type Day, daysBetween } from '@/lib/core/day';
import type { Unexplained } from './proof';

export type Suspect = {
  id: string;
  name: string;
  /** The day of the list that it is on. */
  day: Day;
  postedDay: Day;
  amount: number;
  currency: string;
  isPending: boolean;
  isRemoved: boolean;
};

export type Culprit =
  | { kind: 'removed' | 'twins' | 'pending' | 'reversed' | 'extra' | 'other-currency'; rows: Suspect[] }
  | { kind: 'unreported'; from: Day; to: Day };

const SHOWN = 3;

/** `lastFitting`: the last reported day before it began, where there is one; days between were not reported. */
export function findCulprits(
  { since, amount }: Unexplained,
  rows: readonly Suspect[],
  { currency, lastFitting }: { currency: string; lastFitting: Day | null },
): Culprit[] {
  const own = rows.filter((row) => row.currency === currency);
  const live = own.filter(({ isRemoved }) => !isRemoved);
  const booked = live.filter(({ isPending }) => !isPending);
  const undone = booked.filter((row) => row.amount === -amount);
  const twins = undone.filter((row) => undone.some((other) => isTwin(row, other)));
  const named: Culprit[] = [
    { kind: 'removed', rows: own.filter((row) => row.isRemoved && row.amount === amount) },
    { kind: 'twins', rows: twins },
    { kind: 'pending', rows: live.filter((row) => row.isPending && row.amount === amount) },
    { kind: 'reversed', rows: booked.filter((row) => -2 * row.amount === amount) },
    { kind: 'extra', rows: undone.filter((row) => !twins.includes(row)) },
    { kind: 'other-currency', rows: rows.filter((row) => row.currency !== currency && !row.isRemoved) },
  ];
  const found = named.filter((culprit) => 'rows' in culprit && culprit.rows.length > 0);
  if (lastFitting !== null && daysBetween(lastFitting, since) > 1) {
    found.push({ kind: 'unreported', from: addDays(lastFitting, 1), to: addDays(since, -1) });
  }
  return found.slice(0, SHOWN);
}

function isTwin(row: Suspect, other: Suspect): boolean {
  return row.id !== other.id && row.postedDay === other.postedDay;
}
