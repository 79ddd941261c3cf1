/** The engine as a process of its own (`npm run worker`), for hosts that keep one running. */
import 'server-only';
import { ping } from '@/db/queries/system';
import { log } from '@/lib/log';
import { drainJobs, workUntil } from './drain-jobs';
import { drainWebhooks } from './drain-webhooks';
import { isStopping, pause, stopSoon } from './stop';
import { sweep } from './sweep';

const LOOK_MS = 500;
const SWEEP_MS = 15_000;
const TROUBLE_MS = 1_000;
/** Below the ten seconds that most supervisors wait before they kill. */
const PATIENCE_MS = 8_000;

/**
 * Works until the process is asked to end (SIGTERM, SIGINT), then finishes the page at hand, gives the lease
 * back and returns. Safe beside other workers and the app's own heartbeat: whoever holds an Item's lease works
 * on it. A database that is away is waited for.
 */
export async function runWorker(): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => endSoon(signal));
  let sweptAt = Number.NEGATIVE_INFINITY;
  let isReady = false;
  let isInTrouble = false;
  while (!isStopping()) {
    try {
      if (!isReady) await ping();
      if (!isReady || isInTrouble) log.info({ pid: process.pid }, 'the worker is ready');
      isReady = true;
      isInTrouble = false;
      if (performance.now() - sweptAt >= SWEEP_MS) {
        await sweep({ until: workUntil() });
        sweptAt = performance.now();
      } else {
        await look();
      }
      await pause(LOOK_MS);
    } catch (error) {
      if (!isInTrouble) log.error({ name: nameOf(error) }, 'the worker cannot go on and tries again');
      isInTrouble = true;
      await pause(TROUBLE_MS);
    }
  }
  log.info({ pid: process.pid }, 'the worker has stopped');
}

async function look(): Promise<void> {
  const until = workUntil();
  await drainWebhooks(until);
  await drainJobs({ until });
}

function endSoon(signal: NodeJS.Signals): void {
  if (isStopping()) return;
  log.info({ signal }, 'the worker finishes the page at hand and stops');
  stopSoon();
  setTimeout(() => {
    log.warn('the page at hand takes too long; the next worker goes on with it when the lease is over');
    process.exit(1);
  }, PATIENCE_MS).unref();
}

/** Without its message, which may repeat values of a query (T7). */
function nameOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.name : typeof error;
}
