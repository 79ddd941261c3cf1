/** Keeps the read model of sums by month, account and category equal to the raw rows (S14). */
import 'server-only';
import { sql } from 'drizzle-orm';
import type { AccountId, UserId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import type { Tx } from '../client';

export type AccountMonth = { accountId: AccountId; month: Month };

/**
 * Counts the named months of the named accounts anew, in the caller's transaction. Call it last in there,
 * with every (account, month) that a change has touched, before and after: a row that moved from one month
 * to another touches both. Pairs may repeat.
 */
export async function refreshMonthlyTotals(
  tx: Tx,
  userId: UserId,
  touched: readonly AccountMonth[],
): Promise<void> {
  if (touched.length === 0) return;
  const pairs = sql`(select distinct account_id, month
    from jsonb_to_recordset(${JSON.stringify(touched.map(toRow))}::jsonb) as p(account_id uuid, month text)) pairs`;
  // Two transactions of one person that count the same month would each miss the other's rows; the second
  // waits here, and its statements below then see what the first one committed.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`monthly-totals:${userId}`}, 0))`);
  await tx.execute(sql`
    delete from monthly_totals t using ${pairs}
    where t.user_id = ${userId}::uuid and t.account_id = pairs.account_id and t.month = pairs.month`);
  await tx.execute(sql`
    insert into monthly_totals (user_id, month, account_id, category_id, currency, amount, count)
    select t.user_id, pairs.month, t.account_id, t.category_id, t.currency, sum(t.amount), count(*)
    from ${pairs}
    join transactions t on t.user_id = ${userId}::uuid and t.account_id = pairs.account_id
      and t.day >= (pairs.month || '-01')::date
      and t.day < ((pairs.month || '-01')::date + interval '1 month')::date
    where t.removed_at is null
    group by t.user_id, pairs.month, t.account_id, t.category_id, t.currency`);
}

function toRow({ accountId, month }: AccountMonth) {
  return { account_id: accountId, month };
}
