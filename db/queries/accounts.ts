import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import { notFound } from '@/lib/core/errors';
import type { AccountId, UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../client';
import { accountBalances, accounts, institutions, items } from '../schema';
import { isCounted, joinItem } from './visible';

const accountColumns = {
  id: accounts.id,
  itemId: accounts.itemId,
  name: accounts.name,
  bankName: accounts.bankName,
  officialName: accounts.officialName,
  displayName: accounts.displayName,
  mask: accounts.mask,
  type: accounts.type,
  subtype: accounts.subtype,
  currency: accounts.currency,
  balance: accounts.balance,
  available: accounts.available,
  creditLimit: accounts.creditLimit,
  balanceAt: accounts.balanceAt,
  isHidden: accounts.isHidden,
  closedAt: accounts.closedAt,
  ownerNames: accounts.ownerNames,
  institutionName: items.institutionName,
  institutionLogo: institutions.logo,
  itemState: items.state,
  bankReachedAt: items.bankReachedAt,
};

export type AccountRow = Awaited<ReturnType<typeof listAccounts>>[number];

/**
 * Every account of a connection that is not being removed, hidden and closed ones too (`isHidden`,
 * `closedAt`), by name. `balance` is what it adds to net worth; null where the bank says none.
 */
export async function listAccounts(userId: UserId) {
  return asUser(userId, (tx) =>
    readAccounts(tx)
      .where(and(eq(accounts.userId, userId), isCounted))
      .orderBy(asc(accounts.name), asc(accounts.id)),
  );
}

/** One account as `listAccounts` gives it; null when it is not the person's. */
export async function findAccount(userId: UserId, accountId: AccountId): Promise<AccountRow | null> {
  const [row] = await asUser(userId, (tx) =>
    readAccounts(tx).where(and(eq(accounts.userId, userId), eq(accounts.id, accountId), isCounted)),
  );
  return row ?? null;
}

function readAccounts(tx: Tx) {
  return tx
    .select(accountColumns)
    .from(accounts)
    .innerJoin(items, joinItem)
    .leftJoin(institutions, eq(institutions.plaidInstitutionId, items.plaidInstitutionId))
    .$dynamic();
}

export type BalanceDay = { day: Day; balance: number; currency: string; isEstimated: boolean };

/** The account's balance at the end of each known day, oldest first; a missing day is a gap (ACC-11). */
export async function listAccountBalances(userId: UserId, accountId: AccountId): Promise<BalanceDay[]> {
  const { day, balance, currency, isEstimated } = accountBalances;
  return asUser(userId, (tx) =>
    tx
      .select({ day, balance, currency, isEstimated })
      .from(accountBalances)
      .where(and(eq(accountBalances.userId, userId), eq(accountBalances.accountId, accountId)))
      .orderBy(asc(day)),
  );
}

export type AccountChange = { displayName?: string | null; isHidden?: boolean };

/** Changes the person's own columns; `displayName` null gives the bank's name back. Throws not-found. */
export async function updateAccount(
  userId: UserId,
  accountId: AccountId,
  change: AccountChange,
): Promise<void> {
  const [row] = await asUser(userId, (tx) =>
    tx
      .update(accounts)
      .set(change)
      .where(and(eq(accounts.userId, userId), eq(accounts.id, accountId)))
      .returning({ id: accounts.id }),
  );
  if (!row) throw notFound('account');
}
