import { cache } from 'react';
import { findFirstBalanceDay, listBalancesOn, listStandings } from '@/db/queries/balances';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { addDays, type Day } from '@/lib/core/day';
import { firstDayOf, monthOf } from '@/lib/core/month';
import { breakdowns, type Breakdown } from '@/lib/net-worth/breakdown';
import { movement } from '@/lib/net-worth/change';
import { endingWith, heldBack, historyByCurrency } from '@/lib/net-worth/history';
import { daysOf, type Range, spanOf } from '@/lib/net-worth/range';
import { getToday } from '@/lib/today';

/** Where everything stands today, by currency; the sections of a page share one read. */
export const readWorth = cache(async () => {
  const userId = await requireUserId();
  const [accounts, profile, today, firstKnown] = await Promise.all([
    listStandings(userId),
    getProfile(userId),
    getToday(userId),
    findFirstBalanceDay(userId),
  ]);
  return { userId, accounts, today, firstKnown, byCurrency: breakdowns(accounts, profile.currency) };
});

/** How the accounts of a currency moved this month, or since the first known day if that is later. */
export async function readMovement(currency: string) {
  const { userId, accounts, today, firstKnown } = await readWorth();
  if (firstKnown === null || firstKnown >= today) return null;
  const before = addDays(firstDayOf(monthOf(today)), -1);
  const day = before < firstKnown ? firstKnown : before;
  const then = await listBalancesOn(userId, { first: day, last: day, step: 1 });
  return movement(then, accounts, currency);
}

/** The history of each currency over a range, its last day as everything stands now. */
export async function readHistories(range: Range) {
  const { userId, today, firstKnown, byCurrency } = await readWorth();
  const span = spanOf(range, today, firstKnown ?? today);
  const days = daysOf(span);
  const balances = await listBalancesOn(userId, span);
  const histories = historyByCurrency(heldBack(balances, days, firstKnown ?? today), days);
  return byCurrency.map((breakdown) => ({
    breakdown,
    history: endingWith(histories.get(breakdown.currency) ?? [emptyDay(today)], kindTotals(breakdown)),
  }));
}

function kindTotals({ groups }: Breakdown<Parameters<typeof breakdowns>[0][number]>) {
  return Object.fromEntries(groups.map(({ kind, total }) => [kind, total.amount]));
}

function emptyDay(day: Day) {
  return { day, byKind: {}, total: null, isEstimated: false };
}
