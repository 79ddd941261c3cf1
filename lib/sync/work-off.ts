import 'server-only';
import { drainJobs, workUntil } from './drain-jobs';
import { drainWebhooks } from './drain-webhooks';
import { isTimeUp } from './stop';

let running: Promise<void> | undefined;
let isWanted = false;

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
  try {
    while (isWanted) {
      isWanted = false;
      const until = workUntil();
      while ((await drainWebhooks(until)) > 0) if (isTimeUp(until)) break;
      await drainJobs({ until });
    }
  } finally {
    running = undefined;
  }
}
