/**
 * Sources of income in the rows of an account: all posted income of one kind from one payer, how often it
 * comes, and whether it still does. The rhythm is the one that `/transactions/recurring/get` finds. Pure.
 */
import type { Day } from '@/lib/core/day';
import { bookedRows } from '../consumer-report/account-figures';
import { sumOf } from '../consumer-report/figures';
import type { AccountHistory } from '../consumer-report/history';
import { detectStreams, type Stream } from '../recurring/detect';
import type { LogRow } from '../transactions/change-log';
import { type IncomeKind, incomeKind } from './income-category';

export type PayFrequency = 'WEEKLY' | 'BIWEEKLY' | 'SEMI_MONTHLY' | 'MONTHLY' | 'UNKNOWN';

export type IncomeSource = {
  readonly history: AccountHistory;
  readonly kind: IncomeKind;
  /** The name of the payer, or the bank's line. */
  readonly description: string;
  readonly payer: string | null;
  /** Ascending by date; never empty. */
  readonly rows: readonly LogRow[];
  readonly first: Day;
  readonly last: Day;
  readonly frequency: PayFrequency;
  /** Unknown where nothing repeats. */
  readonly status: 'ACTIVE' | 'INACTIVE' | 'UNKNOWN';
  readonly nextDay: Day | null;
  /** Positive, in major units. */
  readonly total: number;
};

/** Income comes to bank accounts; the largest source first. */
export function incomeSources(history: AccountHistory): IncomeSource[] {
  if (history.account.type !== 'depository') return [];
  return [...grouped(bookedRows(history)).values()]
    .flatMap((group) => sourceOf(history, group) ?? [])
    .sort((a, b) => b.total - a.total || (a.description < b.description ? -1 : 1));
}

function grouped(rows: readonly LogRow[]): Map<string, LogRow[]> {
  const groups = new Map<string, LogRow[]>();
  for (const row of rows) {
    const kind = incomeKind(row.row);
    if (kind === null) continue;
    const key = `${kind} ${payerWords(row)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function sourceOf(history: AccountHistory, rows: readonly LogRow[]): IncomeSource | null {
  const [first] = rows;
  const last = rows.at(-1);
  const kind = first && incomeKind(first.row);
  if (!first || !last || !kind) return null;
  const stream = streamIn(history, rows);
  const payer = last.row.counterparties[0]?.name ?? last.row.merchantName;
  return {
    history,
    kind,
    description: last.row.merchantName ?? last.row.name,
    payer,
    rows,
    first: first.row.date,
    last: last.row.date,
    frequency: frequencyOf(stream),
    status: stream ? (stream.isActive ? 'ACTIVE' : 'INACTIVE') : 'UNKNOWN',
    nextDay: stream?.nextDay ?? null,
    total: Math.abs(sumOf(rows.map(({ row }) => row.amount))),
  };
}

function streamIn({ account, end }: AccountHistory, rows: readonly LogRow[]): Stream | undefined {
  const named = rows.map(({ rowKey, row }) => ({
    id: rowKey,
    accountKey: account.key,
    date: row.date,
    amount: row.amount,
    name: row.name,
    merchantName: row.merchantName,
    category: row.category?.detailed ?? null,
  }));
  return detectStreams(named, end)[0];
}

function frequencyOf(stream: Stream | undefined): PayFrequency {
  return !stream || stream.cadence === 'ANNUALLY' ? 'UNKNOWN' : stream.cadence;
}

/** The line without its changing numbers. */
function payerWords({ row }: LogRow): string {
  return (row.merchantName ?? row.name)
    .toLowerCase()
    .replaceAll(/[\d#*/]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
