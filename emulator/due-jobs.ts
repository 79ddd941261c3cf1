/** Jobs whose time has come: each is claimed, so that one process does it, and then done. */
import { addDays } from '@/lib/core/day';
import { startOf } from './clock';
import { settleReport } from './consumer-report/check-report';
import type { JobDocument } from './documents';
import { EmulatedError } from './errors/errors';
import { errorCodeOf } from './items/items';
import { endItem } from './items/trouble';
import { makeEdition } from './reports/asset-reports';
import { refreshStatements } from './statements/refresh';
import { announceDay, announceHistorical, announceInitial } from './webhooks/updates';
import { announceExtraction } from './webhooks/wealth-updates';
import type { World } from './world';

/** Does the work that has become due; each piece is claimed first. */
export async function runDueJobs(world: World): Promise<void> {
  for (const job of await world.store.list('jobs', { until: world.now, limit: 100 })) {
    if (await claim(world, job)) await runUnlessRemoved(world, job);
  }
}

/** An Item that is removed in the middle of its own work does not keep the others from theirs. */
async function runUnlessRemoved(world: World, job: JobDocument): Promise<void> {
  try {
    await run(world, job);
  } catch (error) {
    const isRemoved = error instanceof EmulatedError && error.body.error_code === 'ITEM_NOT_FOUND';
    if (!isRemoved) throw error;
    await forget(world, job);
  }
}

/** A job that repeats is moved to its next day; one that does not is gone. Only one process gets true. */
async function claim(world: World, job: JobDocument): Promise<boolean> {
  let mine = false;
  await world.store.update('jobs', job.id, (current) => {
    mine = current !== undefined && current.at <= world.now;
    if (!mine || !current) return current;
    return job.kind === 'day' ? { ...current, at: startOf(addDays(world.today, 1)) } : undefined;
  });
  return mine;
}

async function run(world: World, job: JobDocument): Promise<void> {
  if (job.kind === 'check-report') {
    await settleReport(world, job.itemId);
    return;
  }
  if (job.kind === 'statements') return refreshStatements(world, job);
  if (job.kind === 'asset-report') return makeEdition(world, job.reportToken, job.edition);
  const item = await world.store.find('items', job.itemId);
  if (!item) return forget(world, job);
  if (job.kind === 'end') return endItem(world, item);
  // Nothing is told about data that nobody can read; a repair makes up for it (UPD-4).
  if (errorCodeOf(item, world.now) !== null) return;
  if (job.kind === 'initial') await announceInitial(world, item);
  if (job.kind === 'historical') await announceHistorical(world, item);
  if (job.kind === 'investments') await announceExtraction(world, item);
  if (job.kind === 'day') await announceDay(world, item);
}

async function forget(world: World, { id }: JobDocument): Promise<void> {
  await world.store.update('jobs', id, () => undefined);
}
