/** A process that was asked to end: it begins nothing more, and what it holds is given back. */
import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';

const asked = new AbortController();

/** From here on every run of this process stops at its next page, as if its time were up (L2). */
export function stopSoon(): void {
  asked.abort();
}

export function isStopping(): boolean {
  return asked.signal.aborted;
}

/** Whether work that may last until then (wall-clock milliseconds) should begin nothing more. */
export function isTimeUp(until: number): boolean {
  return isStopping() || Date.now() >= until;
}

/** Waits, or less when the process is asked to end. */
export async function pause(milliseconds: number): Promise<void> {
  await sleep(milliseconds, undefined, { signal: asked.signal }).catch(() => undefined);
}
