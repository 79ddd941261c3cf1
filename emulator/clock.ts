/**
 * The emulator's time, which can be frozen, moved and run. A setting is a straight line: simulated time
 * was `simulated` when real time was `real`, and runs `rate` times as fast (0 stands still). It is kept
 * in the store, so that a restart goes on where it was (EMU-3).
 */
import { type Day, day } from '@/lib/core/day';

export type ClockSetting = { readonly simulated: number; readonly real: number; readonly rate: number };

export const DAY_MS = 86_400_000;

const RUNNING: ClockSetting = { simulated: 0, real: 0, rate: 1 };

export function simulatedTime(real: number, setting: ClockSetting = RUNNING): number {
  return Math.round(setting.simulated + (real - setting.real) * setting.rate);
}

/** How long to wait, in real milliseconds, until a simulated instant; null while the clock stands still. */
export function realDelay(until: number, real: number, setting: ClockSetting = RUNNING): number | null {
  const ahead = until - simulatedTime(real, setting);
  if (ahead <= 0) return 0;
  return setting.rate > 0 ? Math.ceil(ahead / setting.rate) : null;
}

/** The banks are in New York; theirs is winter time all year, so that every day has 24 hours. */
const BANK_OFFSET_MS = -5 * 3_600_000;

/** The banks' calendar day at an instant. */
export function dayOf(instant: number): Day {
  return day(new Date(instant + BANK_OFFSET_MS).toISOString().slice(0, 10));
}

/** The instant at which a day of the banks begins. */
export function startOf(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`) - BANK_OFFSET_MS;
}

/** RFC 3339, as Plaid writes an instant (GEN-11). */
export function timestamp(instant: number): string {
  return new Date(instant).toISOString();
}
