/** The emulator's people, lived from any day and any seed, with what the bank rows say told independently. */
import fc from 'fast-check';
import { type Household, liveHousehold, loginAt } from '@/emulator/generate/household';
import { PERSONAS } from '@/emulator/generate/open-login';
import type { LoginAccount, Movement } from '@/emulator/login';
import type { Persona } from '@/emulator/personas/persona';
import { addDays, type Day, day, daysBetween } from '@/lib/core/day';

export type Lived = {
  readonly persona: Persona;
  readonly linkedOn: Day;
  readonly household: Household;
  readonly accounts: readonly LoginAccount[];
};

export const NAMES = Object.keys(PERSONAS);

export const linkDays = fc.integer({ min: 0, max: 1400 }).map((days) => addDays(day('2024-01-01'), days));

const kept = new Map<string, Lived>();

/** Lived once in a file, however often it is asked for. */
export function lived(name: string, linkedOn: Day, seed?: string): Lived {
  const key = JSON.stringify([name, linkedOn, seed]);
  const life = kept.get(key) ?? live(name, linkedOn, seed);
  kept.set(key, life);
  return life;
}

function live(name: string, linkedOn: Day, seed?: string): Lived {
  const known = PERSONAS[name];
  if (!known) throw new Error(`Nobody is called "${name}".`);
  const persona = seed === undefined ? known : { ...known, seed };
  const household = liveHousehold(persona, linkedOn);
  const banks = [...new Set(persona.accounts.map(({ institution }) => institution))];
  const accounts = banks.flatMap((bank) => loginAt(household, bank, name).accounts);
  return { persona, linkedOn, household, accounts };
}

export function accountOf({ accounts }: Lived, key: string): LoginAccount {
  const account = accounts.find((candidate) => candidate.key === key);
  if (!account) throw new Error(`No account "${key}".`);
  return account;
}

/** The days from two years before the link to a year after it, every so many of them. */
export function daysAround(linkedOn: Day, every = 1): Day[] {
  const [from, to] = [addDays(linkedOn, -730), addDays(linkedOn, 360)];
  return Array.from({ length: Math.floor(daysBetween(from, to) / every) + 1 }, (_, index) =>
    addDays(from, index * every),
  );
}

/** What is booked on each day, in cents, told row by row without the code under test. */
export function bookedByDay(movements: readonly Movement[]): Map<Day, number> {
  const booked = new Map<Day, number>();
  const plus = (on: Day, amount: number) => booked.set(on, (booked.get(on) ?? 0) + Math.round(amount * 100));
  for (const { appearsOn, posted, pending, correction, removedOn } of movements) {
    if (pending?.vanishes) continue;
    plus(pending?.endsOn ?? appearsOn, posted.amount);
    if (correction) plus(correction.on, correction.row.amount - posted.amount);
    if (removedOn) plus(removedOn, -(correction ?? { row: posted }).row.amount);
  }
  return booked;
}

export function cents(amount: number | null): number {
  return Math.round((amount ?? Number.NaN) * 100);
}

export function isBank({ type }: LoginAccount): boolean {
  return type !== 'investment';
}
