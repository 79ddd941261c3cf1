import { dayOf } from '@/emulator/clock';
import type { Day } from '@/lib/core/day';

/** The day that it is at the emulator's banks, which for five hours of each day is not the day in UTC. */
export function bankToday(): Day {
  return dayOf(Date.now());
}
