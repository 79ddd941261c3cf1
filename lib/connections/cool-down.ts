/** How soon a person may ask the bank again: banks and Plaid limit how often they are asked (section 25). */

const COOL_DOWN_SECONDS = 60;

/** Seconds until the next "refresh now"; 0 when it may be pressed. */
export function secondsUntilRefresh(lastRunAt: Date | null, now: Date): number {
  if (lastRunAt === null) return 0;
  const since = (now.getTime() - lastRunAt.getTime()) / 1000;
  return Math.max(0, Math.ceil(COOL_DOWN_SECONDS - since));
}
