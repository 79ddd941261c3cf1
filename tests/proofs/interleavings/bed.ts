/** One schedule's world: a person with one connection, the bank behind it, and who works for them. */
import type { Sql } from 'postgres';
import type { ItemId, UserId } from '@/lib/core/id';
import { type RunEnd, syncItem } from '@/lib/sync/sync-item';
import { currentProcess, type Keeper, Process, PROCEED } from '../../simulation/gate';
import { useGatedPlaid } from '../../simulation/gated-plaid';
import type { Overlays } from '../../simulation/overlays';
import type { Bank } from './bank';
import { inLanes } from './lanes';

export type Bed = { userId: UserId; itemId: ItemId; bank: Bank; overlays: Overlays };

/** A process that works for one of many worlds at once. */
export class Actor extends Process {
  readonly bed: Bed;
  /** What it did last, in a word or two. */
  deed = '';

  constructor(name: string, bed: Bed, keeper: Keeper) {
    super(name, keeper);
    this.bed = bed;
  }
}

/** From here on the app's client is answered by the bank of whoever calls. */
export function useBanks(): void {
  useGatedPlaid((call) => {
    const actor = currentProcess();
    if (!(actor instanceof Actor)) throw new Error('Somebody calls Plaid and is nobody of ours.');
    return actor.bed.bank.answer(call);
  });
}

export function run({ userId, itemId }: Bed): Promise<RunEnd> {
  return syncItem(userId, itemId, { until: Date.now() + 600_000 });
}

const MOST_ROUNDS = 5;

/** Runs for all who are wanted, one after the other for each, until nothing is; whoever does not come to rest is left. */
export async function syncUntilRest(sql: Sql, beds: readonly Bed[]): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const rows = await sql.unsafe(
      `select user_id from sync_jobs where want <> done
        and user_id in (select id::uuid from jsonb_array_elements_text($1::jsonb) as ids(id))`,
      [JSON.stringify(beds.map(({ userId }) => userId))],
      { prepare: true },
    );
    const wanted = new Set(rows.map((row) => String(row['user_id'])));
    if (wanted.size === 0) return;
    await inLanes(
      beds.filter(({ userId }) => wanted.has(userId)),
      (bed) => new Actor('afterwards', bed, () => PROCEED).run(() => run(bed)),
    );
  }
}
