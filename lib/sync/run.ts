import 'server-only';
import type { SyncItem } from '@/db/queries/sync/items';
import type { Claim } from '@/db/queries/sync/jobs';
import type { Counts } from '@/db/queries/sync/runs';
import type { Day } from '@/lib/core/day';
import type { ItemFacts } from '@/lib/plaid/items';
import './budget';
import { isTimeUp } from './stop';

/** What one run knows and gathers; handed from step to step. */
export type Run = {
  readonly claim: Claim;
  readonly item: SyncItem;
  readonly accessToken: string;
  /** The calendar day where the person is. */
  readonly today: Day;
  /** Wall-clock milliseconds after which no further call is begun (L2). */
  readonly until: number;
  /** What `/accounts/get` said of the Item in this run. */
  facts: ItemFacts | null;
  /** Types of the accounts that are served. */
  accountTypes: ReadonlySet<string>;
  /** The bank has told all of its history. */
  isHistoryWhole: boolean;
  readonly counts: Counts;
  readonly problems: Record<string, string>;
  readonly requestIds: string[];
};

/** What a step came to when nothing went wrong. `retryInSeconds`: more is on its way. */
export type StepEnd = { state: 'ready' | 'waiting' | 'not-available'; retryInSeconds?: number };

/** A run that reached its limit stops here and goes on at the next page in another one (L2). */
export class OutOfTime extends Error {
  override name = 'OutOfTime';
}

/** Keeps a request's id for support; a run of many pages keeps the last fifty. */
export function noteRequest({ requestIds }: Run, requestId: string): void {
  requestIds.push(requestId);
  if (requestIds.length > 50) requestIds.shift();
}

export function checkTime({ until }: Run): void {
  if (isTimeUp(until)) throw new OutOfTime('The time of this run is up.');
}
