/** When will there be something new, and who looks? The bank is Plaid's to ask, Plaid is ours (TXN-27). */

type Facts = {
  state: string;
  needsPresence: boolean;
  isRunning: boolean;
  /** A job that is wanted and not served yet, and when it is tried again at the earliest. */
  want: number | null;
  done: number | null;
  notBefore: Date | null;
  lastRunAt: Date | null;
  bankReachedAt: Date | null;
};

export type NextRefresh =
  | { kind: 'running' | 'soon' | 'after-repair' | 'when-asked' | 'never' | 'unknown' }
  /** A job waits for its turn: on its way, or after a failure. */
  | { kind: 'retry'; at: Date }
  /** Plaid's own next look at the bank, and ours at Plaid at the latest. */
  | { kind: 'scheduled'; bankAt: Date; oursAt: Date };

const HOUR = 3_600_000;
const BANK_HOURS = 6;
const OUR_HOURS = 24;

export function nextRefresh(facts: Facts, now: Date): NextRefresh {
  if (facts.state === 'revoked') return { kind: 'never' };
  if (facts.isRunning) return { kind: 'running' };
  if (facts.state === 'needs-repair') return { kind: 'after-repair' };
  if ((facts.want ?? 0) > (facts.done ?? 0)) {
    const { notBefore } = facts;
    return notBefore !== null && notBefore > now ? { kind: 'retry', at: notBefore } : { kind: 'soon' };
  }
  if (facts.needsPresence) return { kind: 'when-asked' };
  if (facts.lastRunAt === null || facts.bankReachedAt === null) return { kind: 'unknown' };
  return {
    kind: 'scheduled',
    bankAt: after(facts.bankReachedAt, BANK_HOURS, now),
    oursAt: after(facts.lastRunAt, OUR_HOURS, now),
  };
}

/** The next of a regular look that is still to come. */
function after(last: Date, hours: number, now: Date): Date {
  const late = Math.max(0, now.getTime() - last.getTime());
  return new Date(last.getTime() + (Math.floor(late / (hours * HOUR)) + 1) * hours * HOUR);
}
