/** One schedule's world: a person with one connection, the bank behind it, and who works for them. */
import { and, eq } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import { syncJobs } from '@/db/schema';
import type { ItemId, UserId } from '@/lib/core/id';
import { type RunEnd, syncItem } from '@/lib/sync/sync-item';
import { currentProcess, type Keeper, Process, PROCEED } from '../../simulation/gate';
import { useGatedPlaid } from '../../simulation/gated-plaid';
import type { Overlays } from '../../simulation/overlays';
import type { Bank } from './bank';

export type Bed = { userId: UserId; itemId: ItemId; bank: Bank; overlays: Overlays };

/** A process that works for one of many worlds at once. */
export class Actor extends Process {
  readonly bed: Bed;

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

const MOST_RUNS = 5;

/** Runs one after the other until nothing is wanted any more; what is wrong when that does not come about. */
export async function syncAlone(bed: Bed): Promise<string | null> {
  const ends: string[] = [];
  for (let runs = 0; runs < MOST_RUNS; runs++) {
    const [job] = await asSystem((tx) =>
      tx
        .select({ want: syncJobs.want, done: syncJobs.done })
        .from(syncJobs)
        .where(and(eq(syncJobs.userId, bed.userId), eq(syncJobs.itemId, bed.itemId))),
    );
    if (!job || job.want === job.done) return null;
    const end = await new Actor('afterwards', bed, () => PROCEED).run(() => run(bed));
    ends.push(end.end === 'done' ? end.value : end.end);
  }
  return `it does not come to rest: ${ends.join(', ')}`;
}
