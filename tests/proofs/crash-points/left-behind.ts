/** What a process leaves where it stops: all that who comes after it can know of it. */
import { createHash } from 'node:crypto';
import type { Bank } from '../moment';
import { linesOf } from '../state';

const INSTANT = /\b\d{13}\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/**
 * The same text for two ends where all that follows must be the same: every row of every table, and all that the
 * bank remembers, but for names that chance gave. Of instants it counts which they are if they were there at `begin`
 * (milliseconds since 1970), and otherwise only whether they are past.
 */
export async function leftBehind({ store }: Bank, begin: number): Promise<string> {
  const now = Date.now();
  const era = (instant: number) => (instant < begin ? instant : instant <= now ? 'past' : 'ahead');
  const rows = await linesOf(
    () => true,
    ({ column, isInstant }, value) => {
      if (typeof value !== 'string') return value;
      if (column.endsWith('_sealed')) return value.split('.')[0];
      return isInstant ? era(Date.parse(value)) : value;
    },
  );
  const bank = JSON.stringify(store.snapshot()).replace(INSTANT, (at) =>
    String(era(/^\d+$/.test(at) ? Number(at) : Date.parse(at))),
  );
  return createHash('sha256').update(rows.join('\n')).update(bank).digest('hex');
}
