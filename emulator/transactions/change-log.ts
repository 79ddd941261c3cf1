/**
 * The change log of one Item: everything that ever happened to its transactions, in order of time. It is
 * derived from what its bank knows (`Login`) and from the Item's own changes, and only ever grows with
 * the clock; a cursor of `/transactions/sync` is a position in it (TXN-4 … TXN-6).
 */
import { addDays, type Day } from '@/lib/core/day';
import { isTransactional } from '../accounts/account-kinds';
import { dayOf, startOf } from '../clock';
import type { AccountShare, ItemChange, ItemDocument } from '../documents';
import type { BankRow, Login, Movement } from '../login';

const INITIAL_DAYS = 30;
const DEFAULT_DAYS = 90;

export type LogRow = {
  readonly accountKey: string;
  readonly rowKey: string;
  readonly pending: boolean;
  readonly pendingRowKey: string | null;
  readonly row: BankRow;
};

type LogEvent = {
  readonly at: number;
  readonly accountKey: string;
  readonly rowKey: string;
  /** The row as it is from now on; null when it is gone. */
  readonly row: LogRow | null;
  /** Position of the event before this one on the same row; -1 for the first. */
  readonly before: number;
};

export type ChangeLog = readonly LogEvent[];

type Draft = Omit<LogEvent, 'before'> & { readonly sort: string };

/** The whole log, past and future; what has happened by now is its first `lengthAt(log, now)` events. */
export function buildLog(login: Login, item: ItemDocument): ChangeLog {
  const horizon = horizonOf(item);
  const drafts: Draft[] = [];
  for (const share of item.shares) {
    const account = login.accounts.find(({ key }) => key === share.accountKey);
    if (!account || !isTransactional(account)) continue;
    for (const movement of account.movements) {
      if (horizon !== null && movement.posted.date < horizon) continue;
      addMovement(drafts, share, movement);
    }
  }
  drafts.sort((a, b) => a.at - b.at || (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  return numbered(merged(drafts, item.changes));
}

/** The part of a log that belongs to one account: a stream of its own (TXN-4). */
export function logOfAccount(log: ChangeLog, accountKey: string): ChangeLog {
  return numbered(log.filter((event) => event.accountKey === accountKey));
}

/** How many events have happened by an instant. */
export function lengthAt(log: ChangeLog, now: number): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((log[middle]?.at ?? Infinity) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows that stand after the first `length` events, by row key. */
export function rowsAt(log: ChangeLog, length: number): Map<string, LogRow> {
  const rows = new Map<string, LogRow>();
  for (const event of log.slice(0, length)) {
    if (event.row) rows.set(event.rowKey, event.row);
    else rows.delete(event.rowKey);
  }
  return rows;
}

function rowKeyOf(accountKey: string, movementKey: string, phase: 'pending' | 'posted'): string {
  return `${accountKey}/${movementKey}/${phase}`;
}

/** Custom users bring the history they name; anyone else is cut at the days that were asked for (LT-11). */
function horizonOf(item: ItemDocument): Day | null {
  if (item.username === 'user_custom') return null;
  return addDays(item.linkedOn, -(item.daysRequested ?? DEFAULT_DAYS));
}

function addMovement(drafts: Draft[], share: AccountShare, movement: Movement): void {
  const { accountKey } = share;
  const sharedOn = dayOf(share.since);
  const postedKey = rowKeyOf(accountKey, movement.key, 'posted');
  const pendingKey = rowKeyOf(accountKey, movement.key, 'pending');
  const steps = stepsOf(movement).filter(({ on }) => on > sharedOn);
  const start = stateOn(movement, sharedOn);
  const push = (at: number, rowKey: string, row: LogRow | null, sort: string) => {
    if (share.until === null || at < share.until) drafts.push({ at, accountKey, rowKey, row, sort });
  };
  const rowOf = (phase: 'pending' | 'posted', row: BankRow): LogRow => ({
    accountKey,
    rowKey: phase === 'pending' ? pendingKey : postedKey,
    pending: phase === 'pending',
    pendingRowKey: phase === 'posted' && movement.pending?.linked ? pendingKey : null,
    row,
  });
  if (start) {
    const isRecent = start.row.date >= addDays(sharedOn, -INITIAL_DAYS);
    const loaded = rowOf(start.phase, start.row);
    push(isRecent ? share.initialAt : share.historicalAt, loaded.rowKey, loaded, start.row.date);
  }
  for (const step of steps) {
    const at = Math.max(startOf(step.on), share.historicalAt);
    const rowKey = step.phase === 'pending' ? pendingKey : postedKey;
    push(at, rowKey, step.row && rowOf(step.phase, step.row), `~${step.on}`);
  }
}

type Step = { readonly on: Day; readonly phase: 'pending' | 'posted'; readonly row: BankRow | null };

/** A movement's life as steps, in order (TXN-18, TXN-20, TXN-21). */
function stepsOf(movement: Movement): Step[] {
  const { appearsOn, posted, pending, correction, removedOn } = movement;
  const steps: Step[] = [];
  if (pending) {
    steps.push({ on: appearsOn, phase: 'pending', row: pending.row });
    if (!pending.vanishes) steps.push({ on: pending.endsOn, phase: 'posted', row: posted });
    steps.push({ on: pending.endsOn, phase: 'pending', row: null });
    if (pending.vanishes) return steps;
  } else {
    steps.push({ on: appearsOn, phase: 'posted', row: posted });
  }
  if (correction) steps.push({ on: correction.on, phase: 'posted', row: correction.row });
  if (removedOn) steps.push({ on: removedOn, phase: 'posted', row: null });
  return steps;
}

/** What stands on a day: the pending row, the posted one, or nothing. */
function stateOn(movement: Movement, on: Day): { phase: 'pending' | 'posted'; row: BankRow } | null {
  const state = { pending: null as BankRow | null, posted: null as BankRow | null };
  for (const step of stepsOf(movement)) {
    if (step.on <= on) state[step.phase] = step.row;
  }
  if (state.posted) return { phase: 'posted', row: state.posted };
  return state.pending && { phase: 'pending', row: state.pending };
}

/** The Item's own changes go after everything that had happened when they were made. */
function merged(drafts: readonly Draft[], changes: readonly ItemChange[]): Omit<LogEvent, 'before'>[] {
  if (changes.length === 0) return [...drafts];
  const own = changes.map(draftOfChange);
  const result: Omit<LogEvent, 'before'>[] = [];
  let next = 0;
  for (const change of own) {
    while (next < drafts.length) {
      const draft = drafts[next];
      if (!draft || draft.at > change.at) break;
      result.push(draft);
      next += 1;
    }
    result.push(change);
  }
  return [...result, ...drafts.slice(next)];
}

function draftOfChange(change: ItemChange): Omit<LogEvent, 'before'> {
  const { at, accountKey, rowKey } = change;
  if (change.kind === 'remove') return { at, accountKey, rowKey, row: null };
  const { row, pending, pendingRowKey } = change;
  return { at, accountKey, rowKey, row: { accountKey, rowKey, row, pending, pendingRowKey } };
}

function numbered(events: readonly Omit<LogEvent, 'before'>[]): ChangeLog {
  const last = new Map<string, number>();
  return events.map(({ at, accountKey, rowKey, row }, index) => {
    const before = last.get(rowKey) ?? -1;
    last.set(rowKey, index);
    return { at, accountKey, rowKey, row, before };
  });
}
