/** How fresh everything is, for the foot of the navigation. */
import { formatSince } from '@/lib/core/format-day';

/** Plaid looks some times a day; what it has not reached for longer is behind. */
const FRESH_MS = 2 * 86_400_000;

type Facts = { state: string; bankReachedAt: Date | null };

/**
 * "All 2 banks up to date" or "1 of 2 banks up to date", and when the one reached longest ago was reached
 * (ITM-3); a bank that was not reached for two days, or never, is not up to date. Null without a connection.
 */
export function freshnessOf(
  connections: readonly Facts[],
  now: Date,
): { banks: string; since: string | null } | null {
  if (connections.length === 0) return null;
  const working = connections.filter(({ state }) => state === 'healthy' || state === 'repair-soon');
  const fresh = working.filter(({ bankReachedAt }) => isFresh(bankReachedAt, now)).length;
  const reached = connections.flatMap(({ bankReachedAt }) =>
    bankReachedAt ? [bankReachedAt.getTime()] : [],
  );
  const since = reached.length > 0 ? formatSince(new Date(Math.min(...reached)), now) : null;
  const isFirstTime = reached.length === 0 && working.length === connections.length;
  return { banks: isFirstTime ? ARRIVING : bankText(fresh, connections.length), since };
}

function isFresh(bankReachedAt: Date | null, now: Date): boolean {
  return bankReachedAt !== null && now.getTime() - bankReachedAt.getTime() < FRESH_MS;
}

const ARRIVING = 'The first figures are on their way';

function bankText(fresh: number, all: number): string {
  if (fresh < all) return `${fresh} of ${all} banks up to date`;
  return all === 1 ? 'Your bank is up to date' : `All ${all} banks up to date`;
}
