import 'server-only';
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, min, ne, or, sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import type { AccountId, UserId } from '@/lib/core/id';
import { asUser } from '../client';
import { type AccountType, accountBalances, accounts, transactions } from '../schema';
import { visibleAccountIds } from './visible';

export type BalanceOn = {
  day: Day;
  accountId: AccountId;
  type: AccountType;
  balance: number;
  currency: string;
  isEstimated: boolean;
  /** Worked out from what moved, rather than reported and perhaps held. */
  isReplayed: boolean;
};

/**
 * Each visible account's last known balance as of every `step`-th day, counted back from `last` to `first`,
 * oldest first. Nothing before an account's first known day, nor from the day it was closed on (ACC-10);
 * `isEstimated` when the balance was replayed from transactions or held from an earlier day.
 */
export async function listBalancesOn(
  userId: UserId,
  { first, last, step }: { first: Day; last: Day; step: number },
): Promise<BalanceOn[]> {
  const { day, balance, currency, isEstimated } = accountBalances;
  return asUser(userId, (tx) => {
    // `offset 0` keeps the cast out of the comparison with `day`: under row-level security, only a comparison
    // of plain columns may use the index.
    const days = tx.$with('days').as(
      tx.select({ on: sql<Day>`on_day`.as('on_day') }).from(sql`(
        select d::date as on_day
        from generate_series(${last}::date, ${first}::date, make_interval(days => ${-step}::int)) d
        offset 0) series`),
    );
    const known = tx
      .select({ day, balance, currency, isEstimated })
      .from(accountBalances)
      .where(
        and(
          eq(accountBalances.userId, userId),
          eq(accountBalances.accountId, accounts.id),
          sql`${day} <= ${days.on}`,
        ),
      )
      .orderBy(sql`${day} desc`)
      .limit(1)
      .as('known');
    return tx
      .with(days)
      .select({
        day: sql<Day>`${days.on}::text`,
        accountId: accounts.id,
        type: accounts.type,
        balance: known.balance,
        currency: known.currency,
        isReplayed: known.isEstimated,
        isEstimated: sql<boolean>`${known.isEstimated} or ${known.day} < ${days.on}`,
      })
      .from(days)
      .innerJoin(
        accounts,
        sql`${accounts.closedAt} is null or ${days.on} < (${accounts.closedAt} at time zone 'UTC')::date`,
      )
      .innerJoinLateral(known, sql`true`)
      .where(and(eq(accounts.userId, userId), inArray(accounts.id, visibleAccountIds(tx, userId))))
      .orderBy(days.on);
  });
}

/** The first day on which any visible account's balance is known; null when none is. */
export async function findFirstBalanceDay(userId: UserId): Promise<Day | null> {
  const [row] = await asUser(userId, (tx) =>
    tx
      .select({ day: min(accountBalances.day) })
      .from(accountBalances)
      .where(
        and(
          eq(accountBalances.userId, userId),
          inArray(accountBalances.accountId, visibleAccountIds(tx, userId)),
        ),
      ),
  );
  return row?.day ?? null;
}

/** What every visible, open account is worth now; `balance` null where the bank says none. */
export async function listStandings(userId: UserId) {
  return asUser(userId, (tx) =>
    tx
      .select({
        id: accounts.id,
        name: accounts.name,
        mask: accounts.mask,
        type: accounts.type,
        subtype: accounts.subtype,
        balance: accounts.balance,
        currency: accounts.currency,
        balanceAt: accounts.balanceAt,
      })
      .from(accounts)
      .where(
        and(
          eq(accounts.userId, userId),
          isNull(accounts.closedAt),
          inArray(accounts.id, visibleAccountIds(tx, userId)),
        ),
      )
      .orderBy(accounts.name, accounts.id),
  );
}

/**
 * Reported balances from `first` on beside what the rows added up to in the same moment, oldest first, of
 * visible, open accounts: all of them, or the one that is named. For `findUnexplained`.
 */
export async function listKnownDays(userId: UserId, first: Day, accountId?: AccountId) {
  return asUser(userId, (tx) =>
    tx
      .select({
        accountId: accounts.id,
        itemId: accounts.itemId,
        name: accounts.name,
        currency: accounts.currency,
        day: accountBalances.day,
        balance: accountBalances.balance,
        booked: sql<number>`${accountBalances.booked}`.mapWith(Number),
        pending: sql<number>`coalesce(${accountBalances.pending}, 0)`.mapWith(Number),
      })
      .from(accountBalances)
      .innerJoin(
        accounts,
        and(eq(accounts.userId, accountBalances.userId), eq(accounts.id, accountBalances.accountId)),
      )
      .where(
        and(
          eq(accountBalances.userId, userId),
          gte(accountBalances.day, first),
          isNotNull(accountBalances.booked),
          eq(accountBalances.currency, accounts.currency),
          isNull(accounts.closedAt),
          inArray(accounts.id, visibleAccountIds(tx, userId)),
          accountId ? eq(accounts.id, accountId) : undefined,
        ),
      )
      .orderBy(asc(accounts.name), asc(accounts.id), asc(accountBalances.day)),
  );
}

const SUSPECTS = 40;

/**
 * Rows of an account about `since` that may explain a missing movement of `amount`, newest first: removed ones
 * of that amount too, booked ones that would undo it, and those of another currency.
 */
export async function listSuspects(
  userId: UserId,
  accountId: AccountId,
  { since, amount, currency }: { since: Day; amount: number; currency: string },
) {
  const { id, name, day, postedDay, isPending, removedAt } = transactions;
  return asUser(userId, (tx) =>
    tx
      .select({
        id,
        name,
        day,
        postedDay,
        amount: transactions.amount,
        currency: transactions.currency,
        isPending,
        isRemoved: sql<boolean>`${removedAt} is not null`,
      })
      .from(transactions)
      .where(
        and(
          eq(transactions.userId, userId),
          eq(transactions.accountId, accountId),
          gte(postedDay, sql`${since}::date - 14`),
          lte(postedDay, sql`${since}::date + 1`),
          or(
            and(isNotNull(removedAt), eq(transactions.amount, amount)),
            and(
              isNull(removedAt),
              or(
                inArray(transactions.amount, [amount, -amount]),
                eq(sql`-2 * ${transactions.amount}`, amount),
                ne(transactions.currency, currency),
              ),
            ),
          ),
        ),
      )
      .orderBy(desc(postedDay), desc(id))
      .limit(SUSPECTS),
  );
}
