/** Which streams are income, which are bills, which only move money between own accounts, and which are over? */
import type { Day } from '@/lib/core/day';
import { type Money, money, totals } from '@/lib/core/money';
import { monthlyAmount } from './monthly-amount';
import { nextDay, type Rhythm } from './next-day';

export type Stream = Rhythm & {
  id: string;
  direction: 'inflow' | 'outflow';
  status: string;
  isActive: boolean;
  averageAmount: number;
  lastAmount: number;
  currency: string;
  /** Kind of the stream's category: a card payment is a transfer, since the purchases were counted (FLD-13). */
  kind: 'income' | 'spending' | 'transfer';
};

export type Expected<S extends Stream> = S & { nextDay: Day | null; monthly: number | null };

export type Arranged<S extends Stream> = {
  income: Expected<S>[];
  bills: Expected<S>[];
  transfers: Expected<S>[];
  ended: Expected<S>[];
};

/** Active groups by next day, those without one last; ended ones by their last day, newest first. */
export function arrange<S extends Stream>(streams: readonly S[], today: Day): Arranged<S> {
  const groups: Arranged<S> = { income: [], bills: [], transfers: [], ended: [] };
  for (const stream of streams) {
    const over = isOver(stream);
    groups[over ? 'ended' : groupOf(stream)].push({
      ...stream,
      nextDay: over ? null : nextDay(stream, today),
      monthly: monthlyAmount(stream.lastAmount, stream.frequency),
    });
  }
  for (const group of [groups.income, groups.bills, groups.transfers]) group.sort(byNextDay);
  groups.ended.sort((a, b) => b.lastDay.localeCompare(a.lastDay));
  return groups;
}

/** What the streams come to in a month, per currency; those without a rhythm are left out. */
export function monthlyTotals(streams: readonly { monthly: number | null; currency: string }[]): Money[] {
  return totals(
    streams.flatMap(({ monthly, currency }) => (monthly === null ? [] : [money(monthly, currency)])),
  );
}

/** Ended at the bank's word, or early and then not seen again (REC-3). */
export function isOver(stream: { isActive: boolean; status: string }): boolean {
  return !stream.isActive || stream.status === 'tombstoned';
}

function groupOf({ kind, direction }: Stream): 'income' | 'bills' | 'transfers' {
  if (kind === 'transfer') return 'transfers';
  return direction === 'inflow' ? 'income' : 'bills';
}

function byNextDay(a: Expected<Stream>, b: Expected<Stream>): number {
  const order = (a.nextDay ?? '9999').localeCompare(b.nextDay ?? '9999');
  return order || Math.abs(b.lastAmount) - Math.abs(a.lastAmount);
}
