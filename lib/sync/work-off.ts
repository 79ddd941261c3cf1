import 'server-only';
import { findDueJob } from '@/db/queries/system';
import { drainJobs, workUntil } from './drain-jobs';
import { drainWebhooks } from './drain-webhooks';
import { isTimeUp, pause } from './stop';

/** Between two looks at the inbox while webhooks come in: those that arrive meanwhile are one piece of work. */
const GATHER_MS = 250;
/** A storm has passed by then (see `raiseWant`); what is due later is left to the schedule. */
const WAIT_SECONDS = 12.5;

let running: Promise<void> | undefined;
let isWanted = false;

/**
 * Asks for one more look at the inbox. True when nobody in this process is at it, so that the caller has to
 * call `workOff`: a request that waited for a work of others would be kept as long as a storm lasts.
 */
export function wantWork(): boolean {
  isWanted = true;
  return running === undefined;
}

/**
 * Works off the inbox and what it led to. A storm of webhooks is one stream of work in this process: a call
 * while it runs only makes sure that it looks once more (R11).
 */
export function workOff(): Promise<void> {
  isWanted = true;
  running ??= untilNothingIsWanted();
  return running;
}

async function untilNothingIsWanted(): Promise<void> {
  const until = workUntil();
  try {
    while (isWanted && !isTimeUp(until)) {
      isWanted = false;
      if ((await drainWebhooks(until)) > 0) isWanted = true;
      await drainJobs({ until });
      await pause(isWanted ? GATHER_MS : await untilNextJob());
    }
  } finally {
    running = undefined;
  }
}

/** Milliseconds to wait for a job that will be due soon, which is then wanted; 0 when there is none. */
async function untilNextJob(): Promise<number> {
  const next = await findDueJob();
  const seconds = next && 'inSeconds' in next ? next.inSeconds : 0;
  if (!next || seconds > WAIT_SECONDS) return 0;
  isWanted = true;
  return Math.max(GATHER_MS, Math.min(seconds * 1000, 500));
}
