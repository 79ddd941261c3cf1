import 'server-only';
import { findDueJob } from '@/db/queries/system';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { isTimeUp, pause } from './stop';
import { syncItem } from './sync-item';

const WAIT_MS = 25_000;

/** How long work may go on after a response: a function has its limit, a server of one's own does not. */
export function workUntil(): number {
  return Date.now() + (env().VERCEL ? 50_000 : 10 * 60_000);
}

/**
 * Runs every job that is wanted and due, one after the other, until `until`. With `wait`, stays a little for
 * jobs that will be due soon, as after a first link, when a bank's data is seconds away. Answers how many ran.
 */
export async function drainJobs({ until, wait = false }: { until: number; wait?: boolean }): Promise<number> {
  const waitUntil = wait ? Math.min(until, Date.now() + WAIT_MS) : 0;
  let ran = 0;
  while (!isTimeUp(until)) {
    const next = await findDueJob();
    if (!next) break;
    if ('inSeconds' in next) {
      const ms = Math.max(50, next.inSeconds * 1000);
      if (Date.now() + ms > waitUntil) break;
      await pause(Math.min(ms, 1000));
      continue;
    }
    const end = await syncItem(next.due.userId, next.due.itemId, { until });
    log.info({ itemId: next.due.itemId, end }, 'sync run');
    if (end === 'busy') await pause(20);
    else ran += 1;
  }
  return ran;
}
