import 'server-only';

/** Seconds before the first look at what is still on its way; later looks are further apart. */
export const LOOK_AGAIN = 2;
const FIRST_RETRY = 20;
const LONGEST_RETRY = 3600;
const MAX_RETRIES = 10;
const LONGEST_WAIT = 900;
const LONGER_EACH_TIME = 1.4;
const MAX_WAITS = 18;
const HELD_SPREAD = 3;

/** Seconds before the next try after a passing failure, with jitter; null: leave it to the schedule. */
export function backOff(attempts: number): number | null {
  if (attempts >= MAX_RETRIES) return null;
  const whole = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** attempts);
  return whole / 2 + Math.random() * (whole / 2);
}

/**
 * Seconds before the next look at data that is still on its way, longer each time: seven looks in the first
 * minute, of the fifteen that Plaid allows (section 25). Usually a webhook comes first; null when nothing is awaited, or when it has been long enough for the schedule to take over.
 */
function waitFor(first: number | null, attempts: number): number | null {
  if (first === null || attempts >= MAX_WAITS) return null;
  return Math.min(LONGEST_WAIT, first * LONGER_EACH_TIME ** attempts);
}

type Wishes = {
  retry: boolean;
  waitSeconds: number | null;
  retryAfterSeconds: number;
  heldSeconds: number | null;
};

/**
 * When a run comes back, in seconds, null for not by itself; and whether that counts as a try. Waiting for our own
 * budget does not, and is spread a little, so that not all Items come back with the first second of a minute.
 */
export function nextTry(wishes: Wishes, attempts: number): { delay: number | null; isTry: boolean } {
  const { retry, waitSeconds, retryAfterSeconds, heldSeconds } = wishes;
  const again = retry ? backOff(attempts) : waitFor(waitSeconds, attempts);
  const asked = again === null ? null : Math.min(LONGEST_RETRY, Math.max(again, retryAfterSeconds));
  const held = heldSeconds === null ? null : heldSeconds + Math.random() * HELD_SPREAD;
  if (held === null || (asked !== null && asked < held)) return { delay: asked, isTry: true };
  return { delay: held, isTry: false };
}
