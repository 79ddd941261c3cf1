import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { asSystem, asUser } from '@/db/client';
import { listBalancesOn } from '@/db/queries/balances';
import { replayBalances } from '@/db/queries/sync/balances';
import { accountBalances, type accounts } from '@/db/schema';
import { day } from '@/lib/core/day';
import { decimal } from '@/lib/core/money';
import { anAccount, aPerson, aTransaction } from '../../support/factories';
import { aBalance, aLiability, anInvestmentTransaction, aSecurity } from '../../support/wealth-factories';

const TODAY = day('2026-03-20');

/** One account of the given kind, with its balance of 20 March 2026 as the bank reported it. */
async function standing(balance: number, given: Partial<typeof accounts.$inferInsert>) {
  const ann = await aPerson();
  const of = { userId: ann.userId, accountId: await anAccount(ann, { balance, ...given }) };
  await aBalance(of, TODAY, balance);
  const replay = (today = TODAY) =>
    asUser(ann.userId, (tx) => replayBalances(tx, { ...ann, fence: 0 }, today));
  const on = async (date: string) => {
    const [row] = await asSystem((tx) =>
      tx
        .select({ balance: accountBalances.balance, isEstimated: accountBalances.isEstimated })
        .from(accountBalances)
        .where(and(eq(accountBalances.accountId, of.accountId), eq(accountBalances.day, day(date)))),
    );
    return row?.balance;
  };
  const all = () =>
    asSystem((tx) =>
      tx
        .select()
        .from(accountBalances)
        .where(eq(accountBalances.accountId, of.accountId))
        .orderBy(accountBalances.day),
    );
  return { ...ann, of, replay, on, all };
}

const loan = { type: 'loan' as const, subtype: 'mortgage' };
const brokerage = { type: 'investment' as const, subtype: 'brokerage' };

describe('a loan without transactions', () => {
  // 1,500 of principal by 5 March, in three payments: 500 a month.
  const terms = {
    kind: 'mortgage' as const,
    lastPaymentDay: day('2026-03-05'),
    ytdPrincipal: 1_500_00,
    originationDay: day('2015-06-01'),
    originationPrincipal: 300_000_00,
  };

  test('is stepped back month by month by its own principal, for two years', async () => {
    const { of, replay, on, all } = await standing(-200_000_00, loan);
    await aLiability(of, terms);
    await replay();
    expect(await on('2026-03-05')).toBe(-200_000_00);
    expect(await on('2026-03-04')).toBe(-200_500_00);
    expect(await on('2026-02-05')).toBe(-200_500_00);
    expect(await on('2026-02-04')).toBe(-201_000_00);
    expect(await on('2025-03-04')).toBe(-206_500_00);
    const rows = await all();
    expect(rows[0]).toMatchObject({ day: '2024-03-20', balance: -212_000_00, isEstimated: true });
    expect(rows).toHaveLength(731);
  });

  test('was never more than was borrowed, nor before it was', async () => {
    const { of, replay, on, all } = await standing(-9_000_00, loan);
    const young = { originationDay: day('2025-11-20'), originationPrincipal: 10_000_00 };
    await aLiability(of, { ...terms, ...young });
    await replay();
    expect(await on('2026-02-04')).toBe(-10_000_00);
    expect(await on('2025-12-01')).toBe(-10_000_00);
    expect((await all())[0]?.day).toBe('2025-11-20');
  });

  test('counts the payments since it began, in its first year', async () => {
    const { of, replay, on } = await standing(-9_700_00, loan);
    const first = {
      originationDay: day('2026-01-05'),
      originationPrincipal: 10_000_00,
      ytdPrincipal: 300_00,
    };
    await aLiability(of, { ...terms, ...first });
    await replay();
    expect(await on('2026-03-04')).toBe(-9_850_00);
    expect(await on('2026-02-04')).toBe(-10_000_00);
  });

  test('is held as it is where the bank gives no figures, even beyond what was borrowed', async () => {
    const { of, replay, on, all } = await standing(-12_000_00, loan);
    await aLiability(of, { ...terms, kind: 'student', ytdPrincipal: 0, originationPrincipal: 10_000_00 });
    await replay();
    expect(await on('2024-03-20')).toBe(-12_000_00);
    expect(await all()).toHaveLength(731);
  });

  test('goes by its transactions as soon as it has any', async () => {
    const { of, replay, on, all } = await standing(-200_000_00, loan);
    await aLiability(of, terms);
    await aTransaction(of, { amount: 700_00, postedDay: day('2026-03-10') });
    await replay();
    expect(await on('2026-03-09')).toBe(-200_700_00);
    expect(await all()).toHaveLength(12);
  });
});

describe('an investment account', () => {
  test('is replayed by what was paid in and out; prices are held still', async () => {
    const { userId, of, replay, on } = await standing(50_000_00, brokerage);
    const cash = { type: 'cash', quantity: decimal('0') };
    await anInvestmentTransaction(of, {
      ...cash,
      subtype: 'contribution',
      amount: 1_000_00,
      day: day('2026-03-10'),
    });
    await anInvestmentTransaction(of, {
      ...cash,
      subtype: 'withdrawal',
      amount: -400_00,
      day: day('2026-03-01'),
    });
    await anInvestmentTransaction(of, {
      ...cash,
      subtype: 'dividend',
      amount: 25_00,
      day: day('2026-03-12'),
    });
    await anInvestmentTransaction(of, { amount: -900_00, day: day('2026-03-11') });
    const moved = { type: 'transfer', subtype: 'transfer', day: day('2026-02-10') };
    const securityId = await aSecurity(userId);
    // The bank's amount says what the shares are worth, their number that they came in.
    await anInvestmentTransaction(of, { ...moved, securityId, quantity: decimal('30'), amount: -3_000_00 });
    await replay();
    expect(await on('2026-03-10')).toBe(50_000_00);
    expect(await on('2026-03-09')).toBe(49_000_00);
    expect(await on('2026-02-28')).toBe(49_400_00);
    expect(await on('2026-02-09')).toBe(46_400_00);
    expect(await on('2024-03-20')).toBe(46_400_00);
    expect(await on('2024-03-19')).toBeUndefined();
  });

  test('does not fall below nothing, since its losses are not known', async () => {
    const { of, replay, on } = await standing(800_00, brokerage);
    const paid = { type: 'cash', subtype: 'deposit', amount: 1_000_00, day: day('2026-03-10') };
    await anInvestmentTransaction(of, { ...paid, quantity: decimal('0') });
    await replay();
    expect(await on('2026-03-09')).toBe(0);
  });
});

test('replaying again changes nothing, reported days stand, and time does not eat the history', async () => {
  const { userId, of, replay, on, all } = await standing(-200_000_00, loan);
  await aLiability(of, {
    kind: 'mortgage',
    lastPaymentDay: day('2026-03-05'),
    ytdPrincipal: 1_500_00,
    originationDay: day('2015-06-01'),
    originationPrincipal: 300_000_00,
  });
  await replay();
  const once = await all();
  await replay();
  expect(await all()).toEqual(once);
  await aBalance(of, '2026-06-20', -198_000_00);
  await replay(day('2026-06-21'));
  expect(await on('2026-03-20')).toBe(-200_000_00);
  expect(await on('2026-06-19')).toBe(-198_000_00);
  expect((await all())[0]?.day).toBe('2024-03-20');
  const span = { first: day('2024-03-20'), last: day('2024-03-20'), step: 1 };
  const [first] = await listBalancesOn(userId, span);
  expect(first).toMatchObject({ balance: -212_000_00, isEstimated: true, isReplayed: true });
});
