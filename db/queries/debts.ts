import 'server-only';
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import { asUser } from '../client';
import { accounts, items, liabilities } from '../schema';
import { joinItem, visibleAccountIds } from './visible';

export type DebtRow = Awaited<ReturnType<typeof listDebts>>[number];

/**
 * Every visible, open card and loan by name. `balance` is ours (a debt is negative); `terms` are the bank's,
 * with amounts as owed or paid (positive), null where the bank gives the balance only.
 */
export async function listDebts(userId: UserId) {
  const rows = await asUser(userId, (tx) =>
    tx
      .select({
        accountId: accounts.id,
        name: accounts.name,
        mask: accounts.mask,
        type: accounts.type,
        subtype: accounts.subtype,
        balance: accounts.balance,
        available: accounts.available,
        creditLimit: accounts.creditLimit,
        currency: accounts.currency,
        institutionName: items.institutionName,
        terms: {
          kind: liabilities.kind,
          aprs: liabilities.aprs,
          interestRate: liabilities.interestRate,
          interestRateType: liabilities.interestRateType,
          isOverdue: liabilities.isOverdue,
          minimumPayment: liabilities.minimumPayment,
          nextDueDay: liabilities.nextDueDay,
          lastPaymentAmount: liabilities.lastPaymentAmount,
          lastPaymentDay: liabilities.lastPaymentDay,
          statementBalance: liabilities.statementBalance,
          statementDay: liabilities.statementDay,
          pastDueAmount: liabilities.pastDueAmount,
          originationDay: liabilities.originationDay,
          originationPrincipal: liabilities.originationPrincipal,
          outstandingInterest: liabilities.outstandingInterest,
          payoffDay: liabilities.payoffDay,
          ytdInterest: liabilities.ytdInterest,
          ytdPrincipal: liabilities.ytdPrincipal,
          escrowBalance: liabilities.escrowBalance,
          details: liabilities.details,
        },
      })
      .from(accounts)
      .innerJoin(items, joinItem)
      .leftJoin(
        liabilities,
        and(eq(liabilities.userId, accounts.userId), eq(liabilities.accountId, accounts.id)),
      )
      .where(
        and(
          eq(accounts.userId, userId),
          isNull(accounts.closedAt),
          or(eq(accounts.type, 'credit'), eq(accounts.type, 'loan')),
          inArray(accounts.id, visibleAccountIds(tx, userId)),
        ),
      )
      .orderBy(asc(accounts.name), asc(accounts.id)),
  );
  return rows;
}
