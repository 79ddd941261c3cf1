/** The rows of an Item that stand at this moment, newest first: what the readers before sync page through. */
import type { ItemDocument } from '../documents';
import { logOf, type World } from '../world';
import { type ChangeLog, lengthAt, type LogRow, rowsAt } from './change-log';

type Standing = { readonly length: number; readonly rows: readonly LogRow[] };

/** The last answer per log, since the pages of one reader ask for the same. */
const kept = new WeakMap<ChangeLog, Standing>();

export function standingRows(world: World, item: ItemDocument): readonly LogRow[] {
  const { events } = logOf(world, item);
  const length = lengthAt(events, world.now);
  const known = kept.get(events);
  if (known?.length === length) return known.rows;
  const rows = [...rowsAt(events, length).values()].reverse();
  rows.sort((a, b) => (a.row.date < b.row.date ? 1 : a.row.date > b.row.date ? -1 : 0));
  kept.set(events, { length, rows });
  return rows;
}
