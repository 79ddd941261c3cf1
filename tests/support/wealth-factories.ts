/** Rows of what one owns, owes and repeats, for tests; each whole by default. */
import { randomUUID } from 'node:crypto';
import { asSystem } from '@/db/client';
import {
  accountBalances,
  holdingDays,
  holdings,
  investmentTransactions,
  liabilities,
  recurringStreams,
  securities,
} from '@/db/schema';
import { day } from '@/lib/core/day';
import type { AccountId, UserId } from '@/lib/core/id';
import { decimal } from '@/lib/core/money';

type New<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;
type Of = { userId: UserId; accountId: AccountId };

export async function aBalance(of: Of, date: string, balance: number, isEstimated = false): Promise<void> {
  const values = { ...of, day: day(date), balance, currency: 'USD', isEstimated };
  await asSystem((tx) => tx.insert(accountBalances).values(values));
}

export async function aStream(of: Of, given: New<typeof recurringStreams> = {}): Promise<void> {
  const values = {
    ...of,
    plaidStreamId: randomUUID(),
    direction: 'outflow' as const,
    description: 'HARBOR POWER 0123',
    merchantName: 'Harbor Power',
    frequency: 'monthly',
    status: 'mature',
    isActive: true,
    firstDay: day('2026-01-12'),
    lastDay: day('2026-03-12'),
    averageAmount: -100_00,
    lastAmount: -100_00,
    currency: 'USD',
    categoryId: 'utilities',
    ...given,
  };
  await asSystem((tx) => tx.insert(recurringStreams).values(values));
}

export async function aLiability(of: Of, given: New<typeof liabilities> = {}): Promise<void> {
  const values = { ...of, kind: 'credit' as const, currency: 'USD', ...given };
  await asSystem((tx) => tx.insert(liabilities).values(values));
}

export async function aSecurity(userId: UserId, given: New<typeof securities> = {}): Promise<string> {
  const values = {
    userId,
    plaidSecurityId: randomUUID(),
    name: 'Apple Inc.',
    ticker: 'AAPL',
    type: 'equity',
    ...given,
  };
  const [row] = await asSystem((tx) => tx.insert(securities).values(values).returning({ id: securities.id }));
  if (row === undefined) throw new Error('The database made no security.');
  return row.id;
}

export async function aHolding(
  of: Of & { securityId: string },
  given: New<typeof holdings> = {},
): Promise<void> {
  const values = {
    ...of,
    quantity: decimal('10'),
    price: decimal('20'),
    value: 200_00,
    costBasis: 150_00,
    currency: 'USD',
    ...given,
  };
  await asSystem((tx) => tx.insert(holdings).values(values));
}

export async function aHoldingDay(of: Of & { securityId: string }, on: string): Promise<void> {
  const { userId, accountId, securityId } = of;
  const held = { quantity: decimal('10'), value: 200_00, currency: 'USD' };
  const values = { userId, accountId, securityId, day: day(on), ...held };
  await asSystem((tx) => tx.insert(holdingDays).values(values));
}

export async function anInvestmentTransaction(
  of: Of,
  given: New<typeof investmentTransactions> = {},
): Promise<void> {
  const values = {
    ...of,
    plaidInvestmentTransactionId: randomUUID(),
    day: day('2026-03-10'),
    name: 'Buy Apple',
    type: 'buy',
    subtype: 'buy',
    quantity: decimal('1'),
    price: decimal('20'),
    amount: -20_00,
    currency: 'USD',
    ...given,
  };
  await asSystem((tx) => tx.insert(investmentTransactions).values(values));
}
