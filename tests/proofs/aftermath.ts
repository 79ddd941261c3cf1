/** What comes after trouble: time passes, another process goes on, and the end of it is looked at. */
import { asSystem } from '@/db/client';
import { env } from '@/lib/env';
import { sweep } from '@/lib/sync/sweep';
import { sql } from 'drizzle-orm';
import { drift, pull } from '../support/engine';
import type { Bank } from './moment';
import { wholeState } from './state';

/** Long enough for every lease, every wait and the day's look; then the schedule comes round, twice. */
export async function timePasses(until = Date.now() + 60_000): Promise<void> {
  await asSystem(async (tx) => {
    await tx.execute(sql`update link_intents set created_at = created_at - interval '5 minutes'`);
    await tx.execute(sql`
      update sync_jobs set lease_until = null, last_run_at = last_run_at - interval '2 days'`);
  });
  for (let round = 0; round < 2; round++) {
    await asSystem(async (tx) => {
      await tx.execute(sql`update sync_jobs set not_before = null`);
      await tx.execute(sql`
        update items set looked_at = looked_at - interval '2 days',
          token_rotation_at = token_rotation_at - interval '5 minutes'`);
    });
    await sweep({ until });
  }
}

/** The same for errands alone: no run is begun. */
export function timePassesWithoutRuns(): Promise<void> {
  return timePasses(0);
}

/** What is stored, and which Items are alive at Plaid. */
export async function endState({ emulator }: Bank): Promise<string[]> {
  const listed = JSON.stringify(await pull(emulator, '/items/list'));
  const alive = [...listed.matchAll(/"item_id":"([^"]+)"/g)].map(([, id]) => `alive at Plaid: ${id}`);
  return [...(await wholeState()), ...alive.sort()];
}

/**
 * What must be nowhere once all work is done: half of something, a webhook that nobody worked off, a token sealed by
 * an older key, or read models that say otherwise than rows.
 */
export async function looseEnds({ areRunsMade = true } = {}): Promise<string[]> {
  const firstKey = env().ENCRYPTION_KEYS[0]?.id ?? '';
  const [row] = await asSystem((tx) =>
    tx.execute<Record<string, number>>(sql`
      select (select count(*)::int from sync_jobs where want > done and ${areRunsMade}) as jobs,
        (select count(*)::int from sync_jobs where lease_until > now()) as leases,
        (select count(*)::int from sync_runs where outcome = 'running') as runs,
        (select count(*)::int from link_intents where state = 'started') as intents,
        (select count(*)::int from webhooks where handled_at is null) as webhooks,
        (select count(*)::int from items where split_part(access_token_sealed, '.', 1) <> ${firstKey}) as old_seals,
        (select count(*)::int from sync_pages where ${areRunsMade}) as pages`),
  );
  const loose = Object.entries(row ?? {}).filter(([, count]) => count > 0);
  const drifting = (await drift()).map((of) => `read models drift: ${JSON.stringify(of)}`);
  return [...loose.map(([what, count]) => `${count} ${what} left open`), ...drifting.slice(0, 3)];
}
