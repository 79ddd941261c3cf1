/** What happened between two positions of a change log, as one reader sees it who skipped the middle. */
import type { ChangeLog, LogRow } from './change-log';

export type NetChange =
  | { readonly kind: 'added' | 'modified'; readonly row: LogRow }
  | { readonly kind: 'removed'; readonly accountKey: string; readonly rowKey: string };

/**
 * Absent at `from` and there at `to` is added, there at both is modified, gone is removed, and what came
 * and went in between is nothing; in order of the last change (TXN-3).
 */
export function netChanges(log: ChangeLog, from: number, to: number): NetChange[] {
  const stoodBefore = new Map<string, boolean>();
  const lastEvent = new Map<string, number>();
  for (let index = from; index < to; index += 1) {
    const event = log[index];
    if (!event) break;
    if (!stoodBefore.has(event.rowKey)) stoodBefore.set(event.rowKey, standsAt(log, event.before));
    lastEvent.delete(event.rowKey);
    lastEvent.set(event.rowKey, index);
  }
  return [...lastEvent].flatMap(([rowKey, index]): NetChange[] => {
    const event = log[index];
    const stood = stoodBefore.get(rowKey) ?? false;
    if (event?.row) return [{ kind: stood ? 'modified' : 'added', row: event.row }];
    return event && stood ? [{ kind: 'removed', accountKey: event.accountKey, rowKey }] : [];
  });
}

function standsAt(log: ChangeLog, position: number): boolean {
  return position >= 0 && log[position]?.row != null;
}
