/** What an Item tells by webhook when its data grows: the first load in two steps, then day by day. */
import { addDays } from '@/lib/core/day';
import { hasStreams, isTransactional } from '../accounts/account-kinds';
import { accountIdOf, transactionIdOf } from '../ids';
import { startOf } from '../clock';
import { servedAccounts } from '../accounts/accounts';
import { lengthAt } from '../transactions/change-log';
import type { ItemDocument, JobDocument } from '../documents';
import { settleReport } from '../consumer-report/check-report';
import { announceIncome } from '../income/income-updates';
import { errorCodeOf, updateItem } from '../items/items';
import type { LoginAccount } from '../login';
import { makeEdition } from '../reports/asset-reports';
import { refreshStatements } from '../statements/refresh';
import { endItem } from '../items/trouble';
import { TRANSACTIONS } from '../vocabulary';
import { announceExtraction, announceWealth, announceWealthChanges } from './wealth-updates';
import { queueWebhook } from './webhooks';
import { logOf, type World } from '../world';

/** Does the work that has become due; each piece is claimed first. */
export async function runDueJobs(world: World): Promise<void> {
  for (const job of await world.store.list('jobs', { until: world.now, limit: 100 })) {
    if (await claim(world, job)) await run(world, job);
  }
}

/** How far the first load is (TXN-8, TXN-25). */
export function readiness(item: ItemDocument, now: number): { initial: boolean; historical: boolean } {
  const served = item.shares.filter(({ until }) => until === null);
  return {
    initial: served.every(({ initialAt }) => initialAt <= now),
    historical: served.every(({ historicalAt }) => historicalAt <= now),
  };
}

/** Tells about rows that came since the last telling, if there are any (TXN-24). */
export async function announceRows(world: World, item: ItemDocument): Promise<void> {
  if (!item.products.includes(TRANSACTIONS)) return;
  const log = logOf(world, item);
  const length = lengthAt(log.events, world.now);
  if (length <= item.announced) return;
  const changes = log.changesBetween(
    item.announced,
    length,
    servedAccounts(world, item).map(({ key }) => key),
  );
  const removed = changes.flatMap((change) =>
    change.kind === 'removed' ? [transactionIdOf(item.itemId, change.rowKey)] : [],
  );
  await updateItem(world, item.itemId, (current) => ({ ...current, announced: length }));
  await announceSync(world, item);
  const added = changes.filter(({ kind }) => kind === 'added').length;
  await tellTransactions(world, item, 'DEFAULT_UPDATE', { error: null, new_transactions: added });
  if (removed.length > 0) {
    await tellTransactions(world, item, 'TRANSACTIONS_REMOVED', {
      error: null,
      removed_transactions: removed,
    });
  }
  await announceStreams(world, item);
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

async function announceInitial(world: World, item: ItemDocument): Promise<void> {
  if (!item.products.includes(TRANSACTIONS)) return;
  const length = lengthAt(logOf(world, item).events, Math.min(world.now, initialAt(item)));
  await updateItem(world, item.itemId, (current) => ({ ...current, announced: length }));
  await announceSync(world, item);
  await tellTransactions(world, item, 'INITIAL_UPDATE', { error: null, new_transactions: length });
}

async function announceHistorical(world: World, item: ItemDocument): Promise<void> {
  if (item.products.includes(TRANSACTIONS)) {
    const length = lengthAt(logOf(world, item).events, world.now);
    const fresh = Math.max(0, length - item.announced);
    await updateItem(world, item.itemId, (current) => ({ ...current, announced: length }));
    await announceSync(world, item);
    await tellTransactions(world, item, 'HISTORICAL_UPDATE', { error: null, new_transactions: fresh });
    await announceStreams(world, item);
  }
  await announceWealth(world, item);
}

async function announceDay(world: World, item: ItemDocument): Promise<void> {
  await announceIncome(world, item);
  if (item.products.includes(TRANSACTIONS)) await announceRows(world, item);
  await announceWealthChanges(world, item);
}

async function announceSync(world: World, item: ItemDocument): Promise<void> {
  if (!item.syncCalled) return;
  const { initial, historical } = readiness(item, world.now);
  await tellTransactions(world, item, 'SYNC_UPDATES_AVAILABLE', {
    initial_update_complete: initial,
    historical_update_complete: historical,
  });
}

async function announceStreams(world: World, item: ItemDocument): Promise<void> {
  const ids = accountsOf(world, item, hasStreams).map(({ key }) => accountIdOf(item.itemId, key));
  if (ids.length > 0)
    await tellTransactions(world, item, 'RECURRING_TRANSACTIONS_UPDATE', { account_ids: ids });
}

async function tellTransactions(
  world: World,
  item: ItemDocument,
  code: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (accountsOf(world, item, isTransactional).length === 0) return;
  await queueWebhook(world, item, 'TRANSACTIONS', code, fields);
}

function accountsOf(
  world: World,
  item: ItemDocument,
  kind: (account: LoginAccount) => boolean,
): LoginAccount[] {
  return servedAccounts(world, item).filter(kind);
}

function initialAt(item: ItemDocument): number {
  return Math.max(...item.shares.map((share) => share.initialAt));
}
