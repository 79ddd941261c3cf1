/** What an Item tells by webhook when its data grows: the first load in two steps, then day by day. */
import { hasStreams, isTransactional } from '../accounts/account-kinds';
import { servedAccounts } from '../accounts/accounts';
import type { ItemDocument } from '../documents';
import { accountIdOf, transactionIdOf } from '../ids';
import { announceIncome } from '../income/income-updates';
import { readiness } from '../items/first-load';
import { updateItem } from '../items/items';
import type { LoginAccount } from '../login';
import { lengthAt } from '../transactions/change-log';
import { TRANSACTIONS } from '../vocabulary';
import { logOf, type World } from '../world';
import { announceWealth, announceWealthChanges } from './wealth-updates';
import { queueWebhook } from './webhooks';

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

/** The last thirty days are there (TXN-8). */
export async function announceInitial(world: World, item: ItemDocument): Promise<void> {
  if (!item.products.includes(TRANSACTIONS)) return;
  const length = lengthAt(logOf(world, item).events, Math.min(world.now, initialAt(item)));
  await updateItem(world, item.itemId, (current) => ({ ...current, announced: length }));
  await announceSync(world, item);
  await tellTransactions(world, item, 'INITIAL_UPDATE', { error: null, new_transactions: length });
}

/** All of the history is there: rows, streams, and what is owned and owed (TXN-8, TXN-25). */
export async function announceHistorical(world: World, item: ItemDocument): Promise<void> {
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

/** A day has begun, and what it brought is told. */
export async function announceDay(world: World, item: ItemDocument): Promise<void> {
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
