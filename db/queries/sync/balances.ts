import 'server-only';
import { sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import type { Tx } from '../../client';
import type { AccountType } from '../../schema';
import { oneOf } from './bulk';
import type { Lease } from './jobs';

/** How far back an account without transactions of its own is worked out: what banks give of the others. */
const DAYS_BACK = 730;

/** Money and securities that crossed the edge of an investment account; all else happened inside it. */
const EXTERNAL = ['contribution', 'deposit', 'withdrawal', 'distribution', 'transfer', 'send', 'request'];

const REPLAYED: readonly AccountType[] = ['depository', 'credit', 'loan', 'investment'];

/**
 * Fills the days that no bank reported: the balance of the next reported day, less what moved after the day in
 * question. Reported days are never touched, and estimates always equal what the rows say now (S14), so that
 * it runs in every commit that changes one of its sources; `types` are the accounts that the source speaks of.
 *
 * What moved is, by account:
 * - its booked transactions (pending ones are not in a bank's balance), where it has any;
 * - for an investment account, what was paid or transferred in and out, up to two years back. What markets did
 *   is not known, so prices are held still, and such an account is not let fall below nothing;
 * - for a loan without transactions, the same part of its principal each month on the day of the last payment:
 *   this year's paid principal by this year's number of payments. Up to two years back or to its first day,
 *   and never more than was borrowed. Without these figures it is held as it is, from its first day on.
 */
export async function replayBalances(
  tx: Tx,
  { userId, itemId }: Lease,
  today: Day,
  types: readonly AccountType[] = REPLAYED,
): Promise<void> {
  await tx.execute(sql`
    with mine as (
      select id as account_id, type, currency from accounts
      where user_id = ${userId}::uuid and item_id = ${itemId}::uuid and type in ${oneOf(types)}
    ), starts as (
      select account_id, min(day) as reported_day, min(day) - ${DAYS_BACK}::int as first_day
      from account_balances join mine using (account_id)
      where user_id = ${userId}::uuid and not is_estimated
      group by account_id
    ), booked as (
      select t.account_id, t.posted_day as day, t.amount
      from transactions t join mine a using (account_id)
      where t.user_id = ${userId}::uuid and a.type <> 'investment'
        and t.removed_at is null and not t.is_pending and t.currency = a.currency
    ), invested as (
      select t.account_id, t.day, case
          when coalesce(t.subtype, '') not in ${oneOf(EXTERNAL)} or t.currency <> a.currency then 0
          -- Securities that were moved: their number says which way.
          when t.security_id is not null and t.quantity <> 0 then sign(t.quantity) * abs(t.amount)
          else t.amount
        end as amount
      from investment_transactions t join mine a using (account_id)
      where t.user_id = ${userId}::uuid and a.type = 'investment'
    ), owed as (
      select l.account_id, l.last_payment_day, -l.origination_principal as floor,
        greatest(l.origination_day, s.first_day) as first_day,
        round(l.ytd_principal::numeric / greatest(1, extract(month from l.last_payment_day) - case
          when date_trunc('year', l.origination_day) = date_trunc('year', l.last_payment_day)
          then extract(month from l.origination_day) else 0 end)) as monthly
      from liabilities l join mine a using (account_id) join starts s using (account_id)
      where l.user_id = ${userId}::uuid and a.type = 'loan' and l.currency = a.currency
        and not exists (select from booked b where b.account_id = l.account_id)
    ), repaid as (
      select account_id, (last_payment_day - make_interval(months => k))::date as day, monthly as amount
      from owed cross join generate_series(0, (last_payment_day - first_day) / 28) k
      where monthly > 0 and last_payment_day - make_interval(months => k) > first_day
    ), spans as (
      select account_id, min(day) - 1 as first_day, null::bigint as floor from booked group by account_id
      union all
      select account_id, first_day, 0 from starts where account_id in (select account_id from invested)
      union all
      select account_id, first_day, floor from owed
    ), days as (
      -- Gathered rather than joined: of rows made on the way the planner knows no number, and would try each pair.
      select l.account_id, l.day, s.floor, sum(l.amount) as amount, max(l.reported) as reported,
        max(l.currency) as currency
      from (
        select account_id, d::date as day, 0 as amount, null::bigint as reported, null::text as currency
        from spans, generate_series(first_day::timestamp, ${today}::timestamp, interval '1 day') d
        union all select account_id, day, amount, null, null from booked
        union all select account_id, day, amount, null, null from invested
        union all select account_id, day, amount, null, null from repaid
        union all
        select b.account_id, b.day, 0, b.balance, b.currency from account_balances b join mine using (account_id)
        where b.user_id = ${userId}::uuid and not b.is_estimated
      ) l join spans s on s.account_id = l.account_id and l.day between s.first_day and ${today}::date
      group by l.account_id, l.day, s.floor
    ), marked as (
      select *, count(reported) over (partition by account_id order by day desc) as span from days
    ), replayed as (
      select account_id, day, reported, floor, first_value(reported) over newest_first as anchor,
        coalesce(sum(amount) over (newest_first rows between unbounded preceding and 1 preceding), 0) as since,
        first_value(currency) over newest_first as currency
      from marked where span > 0
      window newest_first as (partition by account_id, span order by day desc)
    ), estimates as (
      -- Where a report itself is beyond the floor, as with interest that was added to a debt, the report holds.
      select account_id, day, currency,
        case when floor is null then anchor - since else greatest(anchor - since, least(anchor, floor)) end as balance
      from replayed where reported is null
    ), gone as (
      delete from account_balances
      where user_id = ${userId}::uuid and is_estimated and account_id in (select account_id from mine)
        and (account_id, day) not in (select account_id, day from estimates)
    )
    insert into account_balances as b (user_id, account_id, day, balance, currency, is_estimated)
    select ${userId}::uuid, account_id, day, balance, currency, true from estimates
    on conflict (user_id, account_id, day) do update set balance = excluded.balance, currency = excluded.currency
    where b.is_estimated and (b.balance, b.currency) is distinct from (excluded.balance, excluded.currency)`);
}

/**
 * Writes beside today's reported balances what the rows add up to in the same moment, booked and pending apart:
 * the proof of balance compares the two over days (decision 9). Only cash and cards: what moves a loan or
 * an investment is not all among its rows. Rows of another currency are not in the account's balance.
 */
export async function noteKnownSums(tx: Tx, { userId, itemId }: Lease, today: Day): Promise<void> {
  await tx.execute(sql`
    update account_balances b set booked = known.booked, pending = known.pending
    from (
      select a.id as account_id,
        coalesce(sum(t.amount) filter (where not t.is_pending), 0)::bigint as booked,
        coalesce(sum(t.amount) filter (where t.is_pending), 0)::bigint as pending
      from accounts a
      left join transactions t on t.user_id = a.user_id and t.account_id = a.id
        and t.removed_at is null and t.currency = a.currency
      where a.user_id = ${userId}::uuid and a.item_id = ${itemId}::uuid and a.type in ('depository', 'credit')
      group by a.id
    ) known
    where b.user_id = ${userId}::uuid and b.account_id = known.account_id and b.day = ${today}::date
      and not b.is_estimated
      and (b.booked, b.pending) is distinct from (known.booked, known.pending)`);
}

/** Begins the proof of balance anew: after a rebuild or under new ids, history may reach elsewhere, which no balance shows. */
export async function forgetKnownSums(tx: Tx, { userId, itemId }: Lease): Promise<void> {
  await tx.execute(sql`
    update account_balances set booked = null, pending = null
    where user_id = ${userId}::uuid and booked is not null
      and account_id in (select id from accounts where user_id = ${userId}::uuid and item_id = ${itemId}::uuid)`);
}
