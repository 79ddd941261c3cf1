import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asSystem, asUser } from '@/db/client';
import { refreshMonthlyTotals } from '@/db/queries/monthly-totals';
import { transactions } from '@/db/schema';
import { day } from '@/lib/core/day';
import { month } from '@/lib/core/month';
import { anAccount, aPerson, aTransaction } from '../support/factories';

describe('monthly totals', () => {
  it('equal the raw sums of live rows, by month, account, category and currency', async () => {
    const { userId, itemId, accountId } = await aPerson();
    const second = await anAccount({ userId, itemId }, { currency: 'EUR' });
    await aTransaction({ userId, accountId }, { amount: -10_00 });
    await aTransaction({ userId, accountId }, { amount: -5_00 });
    await aTransaction({ userId, accountId }, { amount: 3_00, bankCategoryId: 'groceries' });
    await aTransaction({ userId, accountId }, { amount: -7_00, removedAt: new Date(0) });
    await aTransaction({ userId, accountId: second }, { amount: -1_00, currency: 'EUR' });
    await aTransaction({ userId, accountId }, { amount: -2_00, postedDay: day('2026-04-01') });
    expect(await kept(userId)).toEqual(await raw(userId));
    expect(await kept(userId)).toHaveLength(4);
  });

  it('follow a row that moved to another month when both months are named', async () => {
    const { userId, accountId } = await aPerson();
    const id = await aTransaction({ userId, accountId });
    await asUser(userId, async (tx) => {
      await tx
        .update(transactions)
        .set({ postedDay: day('2026-02-28') })
        .where(sql`id = ${id}::uuid`);
      const touched = ['2026-02', '2026-03', '2026-03'].map((name) => ({ accountId, month: month(name) }));
      await refreshMonthlyTotals(tx, userId, touched);
    });
    expect(await kept(userId)).toEqual(await raw(userId));
    expect(await kept(userId)).toHaveLength(1);
  });

  it('miss nothing when two transactions count the same month at once', async () => {
    const { userId, accountId } = await aPerson();
    await Promise.all([1, 2, 3, 4].map((n) => aTransaction({ userId, accountId }, { amount: -n })));
    expect(await kept(userId)).toEqual(await raw(userId));
  });
});

const columns = sql`month, account_id, category_id, currency`;

async function kept(userId: string) {
  return [
    ...(await asSystem((tx) =>
      tx.execute(sql`select ${columns}, amount::int, count from monthly_totals
        where user_id = ${userId}::uuid order by ${columns}`),
    )),
  ];
}

async function raw(userId: string) {
  return [
    ...(await asSystem((tx) =>
      tx.execute(sql`select ${columns}, sum(amount)::int as amount, count(*)::int as count
        from (select *, to_char(day, 'YYYY-MM') as month from transactions) t
        where user_id = ${userId}::uuid and removed_at is null group by ${columns} order by ${columns}`),
    )),
  ];
}
