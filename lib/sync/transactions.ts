/**
 * Transactions: pages are staged as they come, then one commit applies the whole update and moves the cursor
 * (S1, TXN-11). A run that stops anywhere is taken up at the next page by another one.
 */
import 'server-only';
import { startRebuild } from '@/db/queries/sync/items';
import { dropPages, findLastPage, savePage, type Update } from '@/db/queries/sync/pages';
import { applyTransactions, type Page } from '@/db/queries/sync/transactions';
import { categoryForPlaid } from '@/lib/categories/taxonomy';
import { matchRows } from '@/lib/connections/match-rows';
import { log } from '@/lib/log';
import { PlaidFailure } from '@/lib/plaid/errors';
import {
  type History,
  mapPage,
  type PulledPage,
  pullTransactionsPage,
  type RawPage,
} from '@/lib/plaid/transactions';
import { LOOK_AGAIN } from './back-off';
import { checkTime, noteRequest, type Run, type StepEnd } from './run';

const MAX_RESTARTS = 3;

export async function syncTransactions(run: Run): Promise<StepEnd> {
  let reading = { isRebuild: run.item.isRebuilding, epoch: run.item.epoch };
  for (let restart = 0; ; restart++) {
    try {
      return await readAndApply(run, reading);
    } catch (error) {
      const next = restart < MAX_RESTARTS ? await recover(run, reading, error) : null;
      if (!next) throw error;
      reading = next;
    }
  }
}

type Reading = { isRebuild: boolean; epoch: number };

/** How to begin anew after a failure, or null when a new beginning does not mend it. */
async function recover(run: Run, reading: Reading, error: unknown): Promise<Reading | null> {
  if (!(error instanceof PlaidFailure)) return null;
  if (error.kind === 'paging') {
    // TXN-12: what was collected is void; start again at the stored cursor.
    await dropPages(run.claim);
    return reading;
  }
  if (error.code !== 'INVALID_FIELD') return null;
  // A cursor from the middle of an update makes no promise to last (TXN-5); the stored one should have.
  const update = updateOf(run, reading);
  const wasMidway = (await findLastPage(run.claim, update)) !== null;
  await dropPages(run.claim);
  if (wasMidway) return reading;
  if (update.startCursor === '') return null;
  await startRebuild(run.claim);
  return { isRebuild: true, epoch: reading.epoch + 1 };
}

function updateOf({ item }: Run, { isRebuild, epoch }: Reading): Update {
  return { epoch, startCursor: isRebuild ? '' : (item.transactionsCursor ?? '') };
}

async function readAndApply(run: Run, reading: Reading): Promise<StepEnd> {
  const update = updateOf(run, reading);
  const last = await stageAll(run, update);
  // TXN-7: the empty cursor is "not ready yet", and no progress.
  if (!last) return { state: 'waiting', retryInSeconds: LOOK_AGAIN };
  checkTime(run);
  const history = historyAt(last.history, run);
  run.counts.transactions = await applyTransactions(run.claim, {
    update,
    isRebuild: reading.isRebuild,
    cursor: last.nextCursor,
    history,
    today: run.today,
    hasBalances: run.facts !== null,
    at: run.claim.at,
    toPage,
    matchRows,
  });
  run.isHistoryWhole = history === 'complete';
  if (history === 'none') return { state: 'waiting', retryInSeconds: LOOK_AGAIN };
  if (history !== 'complete') return { state: 'ready', retryInSeconds: LOOK_AGAIN };
  // S9: the wish that this run serves may be newer than what another run has read.
  return last.isFound ? { state: 'ready', retryInSeconds: 0 } : { state: 'ready' };
}

/** `isFound`: another run had read all of it, and this one asked for nothing. */
type Staged = { nextCursor: string; history: History; isFound: boolean };

/** Reads from the last staged page to the end; the next page is fetched while this one is stored. */
async function stageAll(run: Run, update: Update): Promise<Staged | null> {
  const resumed = await findLastPage(run.claim, update);
  if (resumed && !resumed.hasMore) {
    return { nextCursor: resumed.nextCursor, history: 'unknown', isFound: true };
  }
  let page = await pull(run, resumed?.nextCursor ?? update.startCursor);
  for (let number = resumed ? resumed.page + 1 : 0; ; number++) {
    const { nextCursor, hasMore, history } = page;
    if (nextCursor === '') {
      await dropPages(run.claim);
      return null;
    }
    const following = hasMore ? pull(run, nextCursor) : null;
    // Until it is awaited below, its failure must not count as unhandled.
    following?.catch(() => undefined);
    await savePage(run.claim, update, { page: number, nextCursor, hasMore }, page.raw);
    if (!following) return { nextCursor, history, isFound: false };
    page = await following;
  }
}

async function pull(run: Run, cursor: string): Promise<PulledPage> {
  checkTime(run);
  const page = await pullTransactionsPage(run.accessToken, cursor === '' ? null : cursor);
  noteRequest(run, page.requestId);
  return page;
}

/** An answer that does not say counts as the first part; a later one will say more (GEN-7). */
function historyAt(history: History, { item }: Run): 'initial' | 'complete' | 'none' {
  if (history === 'complete' || item.historicalUpdateAt) return 'complete';
  return history === 'not-ready' ? 'none' : 'initial';
}

function toPage(body: unknown): Page {
  // The stage holds what `pullTransactionsPage` gave it; nothing else writes there.
  const { upserts, removedIds, accounts, unreadable } = mapPage(body as RawPage);
  if (unreadable > 0) log.error({ unreadable }, 'rows of a bank that cannot be read were left out');
  const loans = new Set(
    accounts.filter(({ type }) => type === 'loan').map(({ plaidAccountId }) => plaidAccountId),
  );
  const categorised = upserts.map((row) => {
    const isLoan = loans.has(row.plaidAccountId);
    return {
      ...row,
      bankCategoryId: categoryForPlaid(row.plaidCategoryPrimary, row.plaidCategoryDetailed, isLoan),
    };
  });
  return { upserts: categorised, removedIds, accounts };
}
