/** One run over one Item: claims it, goes through the products in order, and says how it ended. */
import 'server-only';
import { type Product, saveProduct } from '@/db/queries/sync/items';
import { type Finish, LeaseLost } from '@/db/queries/sync/jobs';
import { type Begun, beginRun, finishRun, type RunReport } from '@/db/queries/sync/runs';
import type { ItemId, UserId } from '@/lib/core/id';
import { log } from '@/lib/log';
import { PlaidFailure } from '@/lib/plaid/errors';
import { open } from '@/lib/secrets';
import { syncAccounts } from './accounts';
import { backOff, LOOK_AGAIN, nextTry } from './back-off';
import { noteSuccess, noteTrouble } from './health';
import { syncIdentity } from './identity';
import { syncInvestments } from './investments';
import { judge } from './judge';
import { syncLiabilities } from './liabilities';
import { syncRecurring } from './recurring';
import { checkTime, noteRequest, OutOfTime, type Run, type StepEnd } from './run';
import { syncTransactions } from './transactions';

/** `busy`: somebody else is at it. `again`: more is to be done. `lost`: another run took over. `gone`: no Item. */
export type RunEnd = 'done' | 'again' | 'busy' | 'lost' | 'gone';

type Step = { product: Product; sync: (run: Run) => Promise<StepEnd> };

const STEPS: readonly Step[] = [
  { product: 'accounts', sync: syncAccounts },
  { product: 'transactions', sync: syncTransactions },
  { product: 'recurring', sync: syncRecurring },
  { product: 'liabilities', sync: syncLiabilities },
  { product: 'investments', sync: syncInvestments },
  { product: 'identity', sync: syncIdentity },
];

/** Stops beginning new calls at `until` (milliseconds); another run then resumes at the next page (L2). */
export async function syncItem(
  userId: UserId,
  itemId: ItemId,
  { until }: { until: number },
): Promise<RunEnd> {
  const begun = await beginRun(userId, itemId);
  if (typeof begun === 'string') return begun;
  try {
    return await goThrough(runOf(begun, until), begun.runId);
  } catch (error) {
    if (error instanceof LeaseLost) return 'lost';
    return breakOff(begun, error);
  }
}

/** A run that cannot go on at all, as when the token's key is missing, waits its turn: no other Item waits for it (L4). */
async function breakOff({ claim, runId }: Begun, error: unknown): Promise<RunEnd> {
  const { itemId, want, attempts } = claim;
  logUnexpected(itemId, 'run', error);
  const retryInSeconds = backOff(attempts);
  await finishRun(claim, runId, {
    report: { outcome: 'failed', problems: { run: 'UNEXPECTED' } },
    finish: { want, isServed: retryInSeconds === null, retryInSeconds, attempts: attempts + 1 },
  });
  return 'again';
}

function runOf({ claim, item, today }: Begun, until: number): Run {
  return {
    claim,
    item,
    accessToken: open(item.accessTokenSealed, `items.access_token:${claim.itemId}`),
    today,
    until,
    facts: null,
    accountTypes: new Set(),
    isHistoryWhole: item.historicalUpdateAt !== null,
    counts: {},
    problems: {},
    requestIds: [],
  };
}

/** How the whole of a run stands while it goes on. */
type Standing = {
  stop: boolean;
  outOfTime: boolean;
  retry: boolean;
  waitSeconds: number | null;
  /** What Plaid asked us to wait, and what we make ourselves wait (S16). */
  retryAfterSeconds: number;
  heldSeconds: number | null;
};

async function goThrough(run: Run, runId: string): Promise<RunEnd> {
  const standing: Standing = {
    stop: false,
    outOfTime: false,
    retry: false,
    waitSeconds: null,
    retryAfterSeconds: 0,
    heldSeconds: null,
  };
  try {
    for (const step of STEPS) {
      if (!standing.stop) await takeStep(run, step, standing);
    }
    if (!standing.stop) await noteSuccess(run);
  } catch (error) {
    if (error instanceof LeaseLost)
      await finishRun(run.claim, runId, { report: report(run, 'superseded'), finish: null });
    throw error;
  }
  const finish = finishOf(run, standing);
  await finishRun(run.claim, runId, { report: report(run, outcomeOf(run, standing)), finish });
  return finish.isServed ? 'done' : 'again';
}

/** The lease was taken or renewed a moment ago, in the last commit of the step before. */
async function takeStep(run: Run, { product, sync }: Step, standing: Standing): Promise<void> {
  try {
    checkTime(run);
    if (!canBegin(run, product)) return;
    const { state, retryInSeconds } = await sync(run);
    await saveProduct(run.claim, { product, state });
    if (retryInSeconds !== undefined) standing.waitSeconds = retryInSeconds;
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    if (error instanceof OutOfTime) Object.assign(standing, { stop: true, outOfTime: true });
    else await takeFailure(run, product, error, standing);
  }
}

async function takeFailure(run: Run, product: Product, error: unknown, standing: Standing): Promise<void> {
  const verdict = judge(product, error);
  const { code: errorCode, product: state } = verdict;
  // What a bank does not offer is no failure of a run; the product's own state says it.
  if (state !== 'not-available') run.problems[product] = errorCode;
  if (error instanceof PlaidFailure && error.requestId) noteRequest(run, error.requestId);
  if (verdict.heldSeconds !== undefined) {
    standing.heldSeconds = Math.max(standing.heldSeconds ?? 0, verdict.heldSeconds);
    // Without the accounts of this moment no other product can tell what to ask for.
    if (product === 'accounts') standing.stop = true;
    return;
  }
  if (error instanceof PlaidFailure && error.retryAfterSeconds !== null) {
    standing.retryAfterSeconds = Math.max(standing.retryAfterSeconds, error.retryAfterSeconds);
  }
  if (errorCode === 'UNEXPECTED') logUnexpected(run.claim.itemId, product, error);
  await saveProduct(run.claim, { product, errorCode, ...(state ? { state } : {}) });
  const isOver = await noteTrouble(run, verdict, error);
  // Without accounts there is nothing that a first run could hang its rows on.
  const isFirst = product === 'accounts' && run.item.initialUpdateAt === null;
  if (verdict.retry) standing.retry = true;
  if (verdict.isOnItsWay) standing.waitSeconds ??= LOOK_AGAIN;
  if (isOver || isFirst) standing.stop = true;
  if (isOver && verdict.item === 'look') standing.retry = false;
}

/**
 * Streams are asked for once all history is there; debts and holdings by what the accounts' answer says of the
 * Item. Where that answer is missing, what is known of them stays (S13).
 */
function canBegin(run: Run, product: Product): boolean {
  if (product === 'recurring') return run.isHistoryWhole;
  if (product === 'identity' && run.item.hasIdentity && !run.counts.accounts?.added) return false;
  return product === 'accounts' || product === 'transactions' || run.facts !== null;
}

/** Whether the wish is served, and else when the next run comes. */
function finishOf(run: Run, standing: Standing): Finish {
  const { want, attempts } = run.claim;
  if (standing.outOfTime) return { want, isServed: false, retryInSeconds: null, attempts };
  const { delay, isTry } = nextTry(standing, attempts);
  const isServed = delay === null;
  return {
    want,
    isServed,
    retryInSeconds: delay,
    attempts: isServed ? 0 : attempts + (isTry ? 1 : 0),
  };
}

function outcomeOf({ problems }: Run, { stop, outOfTime, heldSeconds }: Standing): RunReport['outcome'] {
  if (outOfTime || heldSeconds !== null) return 'partial';
  if (stop) return 'failed';
  return Object.keys(problems).length ? 'partial' : 'done';
}

function report({ counts, problems, requestIds }: Run, outcome: RunReport['outcome']): RunReport {
  return { outcome, counts, problems, requestIds };
}

/** Without the message: a database error's repeats the values it was given (T7). */
function logUnexpected(itemId: ItemId, at: Product | 'run', error: unknown): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const stack = lines.filter((line) => /^\s+at /.test(line)).slice(0, 8);
  const name = error instanceof Error ? error.name : typeof error;
  log.error({ itemId, at, name, cause, stack }, 'a sync failed unexpectedly');
}
