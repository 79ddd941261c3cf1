/**
 * What the person's edits should be on every row (S5): an edit stays with its row, and goes with a pending one
 * to the posted row that names it. Follows the log of the small model, and the order of commits.
 */
import type { Field, Overlay } from './observe';
import { FIELDS } from './observe';
import type { Row, UpstreamItem } from './upstream-item';

/** Where history tells which of two words is the later one; of tags the posted row's own stay. */
const DATED: readonly Field[] = ['category', 'note', 'merchant'];

/** What was removed is kept for 30 days; a day more or less is the schedule's. */
const KEPT_MS = 29 * 86_400_000;

type Edit = { value: string; commit: number };
/** When a row came or went: the number of the commit, and the time. */
type Moment = { commit: number; at: number };

export class Overlays {
  private readonly edits = new Map<string, Edit[]>();
  private readonly appeared = new Map<string, Moment>();
  private readonly gone = new Map<string, Moment>();
  private commit = 0;

  /** The person's edit, once it is committed. */
  edited(id: string, field: Field, value: string): void {
    const key = `${id} ${field}`;
    this.edits.set(key, [...(this.edits.get(key) ?? []), { value, commit: (this.commit += 1) }]);
  }

  /** The stored cursor has moved on, at this time where time passes: rows came and went with it. */
  moved(item: UpstreamItem, from: number, to: number, at = 0): void {
    const moment = { commit: (this.commit += 1), at };
    const [before, after] = [item.rowsAt(from), item.rowsAt(to)];
    for (const id of after.keys()) if (!this.appeared.has(id)) this.appeared.set(id, moment);
    for (const id of before.keys()) if (!after.has(id)) this.gone.set(id, moment);
  }

  /** What is wrong with the overlays of an Item whose cursor stands for `length`; null when all is well. */
  check(item: UpstreamItem, length: number, found: readonly Overlay[]): string | null {
    const rows = item.rowsAt(length);
    const live = new Map(found.filter(({ isLive }) => isLive).map((of) => [of.id, of.fields]));
    for (const row of rows.values()) {
      for (const field of FIELDS) {
        const value = live.get(row.id)?.[field] ?? null;
        const allowed = this.allowed(row, field);
        if (!allowed.includes(value)) {
          return `${field} of ${row.id} is ${value}, and should be ${allowed.join(' or ')}`;
        }
      }
    }
    return null;
  }

  /** Rows that were removed and carried edits: the rows that must be there as tombstones. */
  isEdited(id: string): boolean {
    return FIELDS.some((field) => this.edits.has(`${id} ${field}`));
  }

  private allowed(row: Row, field: Field): (string | null)[] {
    const own = this.edits.get(`${row.id} ${field}`)?.at(-1);
    const former = row.pendingId === null ? [] : (this.edits.get(`${row.pendingId} ${field}`) ?? []);
    const appeared = this.appeared.get(row.id) ?? { commit: 0, at: 0 };
    const gone = row.pendingId === null ? undefined : this.gone.get(row.pendingId);
    const since = appeared.commit;
    const inherited = former.findLast(({ commit }) => commit < since);
    const later = former.findLast(({ commit }) => commit > Math.max(since, own?.commit ?? 0));
    const present = own ?? inherited;
    // Of a pending row that went long before its successor came nobody knows any more (S6).
    const isForgotten = !own && gone !== undefined && appeared.at - gone.at > KEPT_MS;
    if (isForgotten) return [present?.value ?? null, null];
    if (!later) return [present?.value ?? null];
    // Both rows were there at once and the pending one was edited last: what it says counts once it has gone.
    if (!gone) return [present?.value ?? null];
    return DATED.includes(field) || !present ? [later.value] : [present.value];
  }
}
