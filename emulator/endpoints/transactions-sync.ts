import { type AccountBase, type TransactionsSyncResponse, TransactionsUpdateStatus } from 'plaid';
import { z } from 'zod';
import { isTransactional } from '../accounts/account-kinds';
import { accountOnTheWire, servedAccounts } from '../accounts/accounts';
import type { ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { accountIdOf, transactionIdOf } from '../ids';
import { readiness } from '../items/first-load';
import { startTransactions } from '../items/item-products';
import { findHealthyItem, updateItem } from '../items/items';
import type { LoginAccount } from '../login';
import { accessToken, type Body, endpoint, PartlyWritten, type WrittenMembers } from '../request';
import { lengthAt } from '../transactions/change-log';
import type { KeptLog } from '../transactions/logs';
import type { NetChange } from '../transactions/net-changes';
import type { PageRows } from '../transactions/pages';
import { readCursor, type SyncCursor, writeCursor } from '../transactions/sync-cursor';
import {
  rowAccountOf,
  transactionOnTheWire,
  type TransactionOptions,
  transactionOptions,
} from '../transactions/transactions';
import { logOf, type World } from '../world';

const schema = z.strictObject({
  access_token: accessToken,
  cursor: z.string().max(256).nullish(),
  count: z.int().min(1).max(500).nullish(),
  options: z
    .strictObject({
      include_original_description: z.boolean().nullish(),
      include_personal_finance_category: z.boolean().nullish(),
      include_logo_and_counterparty_beta: z.boolean().nullish(),
      personal_finance_category_version: z.enum(['v1', 'v2']).nullish(),
      days_requested: z.int().min(1).max(730).nullish(),
      account_id: z.string().nullish(),
    })
    .nullish(),
});

type Run = { readonly from: number; readonly to: number; readonly offset: number };

/** What the pages of one run have in common. */
type Reading = {
  readonly item: ItemDocument;
  readonly log: KeptLog;
  readonly accounts: readonly LoginAccount[];
  readonly changes: readonly NetChange[];
  readonly count: number;
  readonly options: TransactionOptions;
};

/** `/transactions/sync`: a read of the Item's change log, page by page (TXN-1 … TXN-9). */
export const transactionsSync = endpoint(
  schema,
  async (
    world,
    { access_token, cursor, count: asked, options },
  ): Promise<PartlyWritten | Body<TransactionsSyncResponse>> => {
    const item = await started(world, await findHealthyItem(world, access_token), options?.days_requested);
    const account = options?.account_id ? onlyAccount(world, item, options.account_id) : undefined;
    const status = statusOf(item, world.now);
    if (status === TransactionsUpdateStatus.NotReady) return nothingYet();
    const stream = account ? `${item.itemId}/${account.key}` : item.itemId;
    const log = logOf(world, item, account?.key);
    const run = runOf(stream, cursor ?? '', lengthAt(log.events, world.now));
    const accounts = account ? [account] : servedAccounts(world, item).filter(isTransactional);
    const count = asked ?? 100;
    const keys = accounts.map(({ key }) => key);
    const changes = log.changesBetween(run.from, run.to, keys);
    const reading = { item, log, accounts, changes, count, options: transactionOptions(world, options) };
    const rows = pageOf(world, reading, run);
    const following = { ...run, offset: run.offset + count };
    const hasMore = following.offset < changes.length;
    if (hasMore) readAhead(world, reading, following);
    const next: SyncCursor = hasMore ? following : { from: run.to, to: null, offset: 0 };
    const fresh: Omit<Body<TransactionsSyncResponse>, keyof PageRows> = {
      accounts: accountsWithRows(world, item, log, accounts),
      has_more: hasMore,
      next_cursor: writeCursor(stream, next),
      transactions_update_status: status,
    };
    return new PartlyWritten(fresh, rows);
  },
);

/** The first call starts the extraction (TXN-10) and opens the way for SYNC_UPDATES_AVAILABLE (TXN-9). */
async function started(
  world: World,
  item: ItemDocument,
  daysRequested: number | null | undefined,
): Promise<ItemDocument> {
  if (item.syncCalled) return item;
  const { itemId } = await startTransactions(world, item, daysRequested);
  return updateItem(world, itemId, (current) => ({ ...current, syncCalled: true }));
}

function onlyAccount(world: World, item: ItemDocument, accountId: string): LoginAccount | undefined {
  return servedAccounts(world, item, [accountId])[0];
}

function statusOf(item: ItemDocument, now: number): TransactionsUpdateStatus {
  const { initial, historical } = readiness(item, now);
  if (historical) return TransactionsUpdateStatus.HistoricalUpdateComplete;
  return initial ? TransactionsUpdateStatus.InitialUpdateComplete : TransactionsUpdateStatus.NotReady;
}

/** Before any data is there: an answer all the same, with an empty cursor (TXN-7). */
function nothingYet(): Body<TransactionsSyncResponse> {
  return {
    accounts: [],
    added: [],
    modified: [],
    removed: [],
    has_more: false,
    next_cursor: '',
    transactions_update_status: TransactionsUpdateStatus.NotReady,
  };
}

/** Where this call reads; a log that grew under a reader makes it start again (TXN-12). */
function runOf(stream: string, cursor: string, length: number): Run {
  if (cursor === '') return { from: 0, to: length, offset: 0 };
  if (cursor === 'now') return { from: length, to: length, offset: 0 };
  const read = readCursor(stream, cursor);
  if (!read || read.from > length)
    throw plaidError('INVALID_FIELD', 'cursor not associated with access_token');
  if (read.to === null) return { from: read.from, to: length, offset: 0 };
  if (read.to !== length) throw plaidError('TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION');
  return { from: read.from, to: read.to, offset: read.offset };
}

function pageOf({ logs }: World, reading: Reading, run: Run): WrittenMembers {
  const { log, count, options } = reading;
  const key = JSON.stringify([log.version, run, count, options]);
  return logs.pages.of(key, () => rowsOf(reading, run.offset));
}

/** Whoever reads a page asks for the next one; it is written while the reader is busy with this one. */
function readAhead(world: World, reading: Reading, run: Run): void {
  setImmediate(() => {
    try {
      pageOf(world, reading, run);
    } catch {
      // The call that asks for this page meets the same error, and answers with it.
    }
  });
}

function rowsOf({ item, accounts, changes, count, options }: Reading, offset: number): PageRows {
  const byKey = new Map(accounts.map((account) => [account.key, rowAccountOf(item, account)]));
  const page: PageRows = { added: [], modified: [], removed: [] };
  for (const change of changes.slice(offset, offset + count)) {
    if (change.kind === 'removed') {
      const account_id = accountIdOf(item.itemId, change.accountKey);
      page.removed.push({ transaction_id: transactionIdOf(item.itemId, change.rowKey), account_id });
      continue;
    }
    const account = byKey.get(change.row.accountKey);
    if (account) page[change.kind].push(transactionOnTheWire(item.itemId, account, change.row, options));
  }
  return page;
}

/** Only accounts that have transactions (TXN-2). */
function accountsWithRows(
  world: World,
  item: ItemDocument,
  log: KeptLog,
  accounts: readonly LoginAccount[],
): AccountBase[] {
  return accounts
    .filter(({ key }) => log.accountKeys.has(key))
    .map((account) => accountOnTheWire(world, item, account));
}
