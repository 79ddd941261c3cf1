/**
 * Whether an account's balance is what its rows say, and if not, since when and by how much (decision 9).
 * Balance less rows is what the account held before the first row: it must be the same every day.
 */
import { type Day, daysBetween } from '@/lib/core/day';
import { groupBy } from '@/lib/core/group-by';

/** One reported balance with the sums of the rows that were known in the same moment; minor units, our sign. */
export type KnownDay = { day: Day; balance: number; booked: number; pending: number };

/** `amount` is the movement that is missing among the rows, our sign: a lost purchase of 12.40 is −12.40. */
export type Unexplained = { since: Day; amount: number };

type Opening = { day: Day; amount: number };
type Held = { since: Day; reports: number };

/** Shorter, and it may be a balance that a bank did not renew over a long weekend. */
const HELD_DAYS = 4;
const HELD_REPORTS = 3;

/**
 * Null when all is explained or nothing is proven yet. Most banks leave pending rows out of the balance, some
 * count them: that is taken for the reason where it explains no less well. In doubt nothing is said.
 */
export function findUnexplained(days: readonly KnownDay[]): Unexplained | null {
  const booked = days.map(({ day, balance, booked }) => ({ day, amount: balance - booked }));
  const found = prove(booked);
  if (!found) return null;
  const withPending = booked.map(({ day, amount }, index) => ({
    day,
    amount: amount - (days[index]?.pending ?? 0),
  }));
  return countMoves(withPending) <= countMoves(booked) ? prove(withPending) : found;
}

/** A wrong reading of a bank moves with every pending row that comes and goes. */
function countMoves(openings: readonly Opening[]): number {
  return openings.filter(({ amount }, index) => index > 0 && amount !== openings[index - 1]?.amount).length;
}

/** Another opening than the proven one counts once it has held for some days; the proven one clears it at once. */
function prove(openings: readonly Opening[]): Unexplained | null {
  const others = new Map<number, Held>();
  let proven: number | null = null;
  let since: Day | null = null;
  let amount = 0;
  for (const opening of openings) {
    if (opening.amount === proven) {
      others.clear();
      since = null;
      continue;
    }
    const held = others.get(opening.amount) ?? { since: opening.day, reports: 0 };
    held.reports += 1;
    others.set(opening.amount, held);
    if (held.reports < HELD_REPORTS || daysBetween(held.since, opening.day) < HELD_DAYS) continue;
    if (proven === null) {
      proven = opening.amount;
      others.clear();
    } else {
      since ??= held.since;
      amount = opening.amount - proven;
    }
  }
  return since && { since, amount };
}

/** How many days back a proof looks: what nobody can mend is let go of after half a year. */
export const PROOF_DAYS = 180;

export type KnownAccountDay = KnownDay & { accountId: string; name: string; currency: string };

export type UnexplainedAccount<T extends KnownAccountDay> = Unexplained & {
  account: T;
  /** The last reported day before it began; null where there is none. */
  lastFitting: Day | null;
};

/** One for each account whose balance is not explained, in the order of the days given, which are oldest first. */
export function unexplainedAccounts<T extends KnownAccountDay>(days: readonly T[]): UnexplainedAccount<T>[] {
  return [...groupBy(days, ({ accountId }) => accountId).values()].flatMap((of) => {
    const [account, found] = [of[0], findUnexplained(of)];
    if (!account || !found) return [];
    return [{ ...found, account, lastFitting: of.findLast(({ day }) => day < found.since)?.day ?? null }];
  });
}
