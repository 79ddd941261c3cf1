import 'server-only';
import { and, asc, desc, eq, exists, inArray, isNull, or } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import { asUser } from '../client';
import { accounts, holdings, investmentTransactions, securities } from '../schema';
import { visibleAccountIds } from './visible';

export type HoldingRow = Awaited<ReturnType<typeof listHoldings>>[number];

/** Every holding of the visible, open accounts with its security, the largest value first. */
export async function listHoldings(userId: UserId) {
  return asUser(userId, (tx) =>
    tx
      .select({
        accountId: holdings.accountId,
        accountName: accounts.name,
        securityId: holdings.securityId,
        quantity: holdings.quantity,
        price: holdings.price,
        priceDay: holdings.priceDay,
        value: holdings.value,
        costBasis: holdings.costBasis,
        currency: holdings.currency,
        name: securities.name,
        ticker: securities.ticker,
        type: securities.type,
        isCashEquivalent: securities.isCashEquivalent,
      })
      .from(holdings)
      .innerJoin(accounts, and(eq(accounts.userId, holdings.userId), eq(accounts.id, holdings.accountId)))
      .innerJoin(
        securities,
        and(eq(securities.userId, holdings.userId), eq(securities.id, holdings.securityId)),
      )
      .where(
        and(
          eq(holdings.userId, userId),
          isNull(accounts.closedAt),
          inArray(holdings.accountId, visibleAccountIds(tx, userId)),
        ),
      )
      .orderBy(desc(holdings.value), asc(holdings.securityId), asc(holdings.accountId)),
  );
}

/** Visible, open accounts that invest: those of the type, and any other that has holdings (ACC-4). */
export async function listInvestmentAccounts(userId: UserId) {
  return asUser(userId, (tx) => {
    const held = tx
      .select({ id: holdings.accountId })
      .from(holdings)
      .where(and(eq(holdings.userId, userId), eq(holdings.accountId, accounts.id)));
    return tx
      .select({
        id: accounts.id,
        name: accounts.name,
        mask: accounts.mask,
        subtype: accounts.subtype,
        balance: accounts.balance,
        currency: accounts.currency,
      })
      .from(accounts)
      .where(
        and(
          eq(accounts.userId, userId),
          isNull(accounts.closedAt),
          or(eq(accounts.type, 'investment'), exists(held)),
          inArray(accounts.id, visibleAccountIds(tx, userId)),
        ),
      )
      .orderBy(asc(accounts.name), asc(accounts.id));
  });
}

export type InvestmentTransactionRow = Awaited<ReturnType<typeof listInvestmentTransactions>>[number];

/** The newest trades, dividends and fees; `amount` is ours: cash that enters the account is positive. */
export async function listInvestmentTransactions(userId: UserId, limit: number) {
  const rows = investmentTransactions;
  return asUser(userId, (tx) =>
    tx
      .select({
        id: rows.id,
        accountName: accounts.name,
        day: rows.day,
        name: rows.name,
        type: rows.type,
        subtype: rows.subtype,
        quantity: rows.quantity,
        price: rows.price,
        amount: rows.amount,
        fees: rows.fees,
        currency: rows.currency,
        securityName: securities.name,
        ticker: securities.ticker,
        securityType: securities.type,
      })
      .from(rows)
      .innerJoin(accounts, and(eq(accounts.userId, rows.userId), eq(accounts.id, rows.accountId)))
      .leftJoin(securities, and(eq(securities.userId, rows.userId), eq(securities.id, rows.securityId)))
      .where(and(eq(rows.userId, userId), inArray(rows.accountId, visibleAccountIds(tx, userId))))
      .orderBy(desc(rows.day), desc(rows.id))
      .limit(limit),
  );
}
