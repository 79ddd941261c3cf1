/** What the schedule looks for across people: each is safe to run twice, or at once (T17). */
import 'server-only';
import { sql } from 'drizzle-orm';
import { type Day, dayAt } from '@/lib/core/day';
import { asSystem, type Tx } from '../../client';
import { users } from '../../schema';
import type { ItemKey } from '../system';

const KEY = sql`user_id as "userId", id as "itemId"`;
/** Looks and repairs of one Item, however often the schedule comes by. */
const HOURS_BETWEEN_LOOKS = 6;
const AT_ONCE = 50;

/**
 * Raises `want` of live Items that were not looked at for long; answers how many. One that waits for the person is
 * probed once a day (S12), one whose bank was in trouble sooner than a healthy one.
 */
export async function raiseStaleJobs(hours: number): Promise<number> {
  const raised = await asSystem((tx) =>
    tx.execute(sql`
      update sync_jobs j set want = want + 1, trigger = 'cron', not_before = null, attempts = 0
      from items i
      where i.user_id = j.user_id and i.id = j.item_id and i.state not in ('ending', 'revoked') and j.want = j.done
        and coalesce(j.last_run_at, '-infinity') < now() - make_interval(hours => case i.state
          when 'needs-repair' then 24 when 'institution-trouble' then least(2, ${hours}::int) else ${hours}::int end)
      returning 1`),
  );
  return raised.length;
}

/**
 * Raises `want` where an open account has no balance of the person's today yet, so that no day of a history is
 * left out (ACC-11); at most once an hour for each Item.
 */
export async function raiseWithoutBalance(): Promise<number> {
  const raised = await asSystem(async (tx) => {
    const days = await todayEverywhere(tx);
    return tx.execute(sql`
      update sync_jobs j set want = want + 1, trigger = 'cron', not_before = null, attempts = 0
      from items i join users u on u.id = i.user_id
        join jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d(zone text, day date) on d.zone = u.time_zone
      where i.user_id = j.user_id and i.id = j.item_id and i.state not in ('ending', 'revoked', 'needs-repair')
        and j.want = j.done and coalesce(j.last_run_at, '-infinity') < now() - interval '1 hour'
        and exists (
          select from accounts a
          where a.user_id = i.user_id and a.item_id = i.id and a.closed_at is null and a.balance is not null
            and not exists (
              select from account_balances b
              where b.user_id = a.user_id and b.account_id = a.id and b.day = d.day and not b.is_estimated))
      returning 1`);
  });
  return raised.length;
}

/** What day it is where people live, by the names of time zones that this program knows. */
async function todayEverywhere(tx: Tx): Promise<{ zone: string; day: Day }[]> {
  const zones = await tx
    .selectDistinct({ zone: users.timeZone, now: sql`now()`.mapWith(users.createdAt) })
    .from(users);
  return zones.map(({ zone, now }) => ({ zone, day: dayAt(now, zone) }));
}

/**
 * Items whose evidence is old or in contradiction: a log-in that is said to be needed although data came since, a
 * healthy one whose bank nobody has reached for days, an end that may have been a mistake, a token that was being
 * renewed when its process stopped.
 */
export async function listItemsInDoubt(): Promise<ItemKey[]> {
  return asSystem(async (tx) => [
    ...(await tx.execute<ItemKey>(sql`
      select ${KEY} from items i
      where coalesce(looked_at, '-infinity') < now() - make_interval(hours => ${HOURS_BETWEEN_LOOKS}) and (
        (state = 'needs-repair' and exists (
          select from item_products p where p.user_id = i.user_id and p.item_id = i.id
            and p.product = 'transactions' and p.succeeded_at > i.state_at))
        or (state in ('healthy', 'repair-soon') and bank_reached_at < now() - interval '3 days')
        or (state = 'revoked' and greatest(looked_at, state_at) < now() - interval '7 days'))
      or (state <> 'ending' and token_rotation_at < now() - interval '2 minutes')
      limit ${AT_ONCE}`)),
  ]);
}

/** Items that tell their news to another address than ours, as after a move of the app (ITM-7). */
export async function listMisdirectedItems(webhookUrl: string): Promise<ItemKey[]> {
  return asSystem(async (tx) => [
    ...(await tx.execute<ItemKey>(sql`
      select ${KEY} from items i
      where state not in ('ending', 'revoked') and webhook_url is distinct from ${webhookUrl}
        and coalesce(looked_at, '-infinity') < now() - interval '1 hour'
        and exists (select from item_products p where p.user_id = i.user_id and p.item_id = i.id
          and p.product = 'accounts' and p.state = 'ready')
      limit ${AT_ONCE}`)),
  ]);
}

/** Every Item that is not being removed, or one of them by our id. */
export async function listLiveItems(itemId?: string): Promise<ItemKey[]> {
  return asSystem(async (tx) => [
    ...(await tx.execute<ItemKey>(sql`
      select ${KEY} from items
      where state <> 'ending' and (${itemId ?? null}::text is null or id::text = ${itemId ?? null})`)),
  ]);
}

/** Items whose token is sealed with another key than the first one of today. */
export async function listSealedByOthers(keyId: string): Promise<ItemKey[]> {
  return asSystem(async (tx) => [
    ...(await tx.execute<ItemKey>(sql`
      select ${KEY} from items where split_part(access_token_sealed, '.', 1) <> ${keyId} limit ${AT_ONCE}`)),
  ]);
}

/** Webhooks that came before their Item was known are worked off once it is (S10); after a week nobody waits for it. */
export async function reviveOrphans(): Promise<number> {
  return asSystem(async (tx) => {
    const revived = await tx.execute(sql`
      update webhooks w set handled_at = null, outcome = null, attempts = 0
      from items i where w.outcome = 'orphan' and i.plaid_item_id = w.plaid_item_id returning 1`);
    await tx.execute(sql`
      update webhooks set outcome = 'expired'
      where outcome = 'orphan' and received_at < now() - interval '7 days'`);
    return revived.length;
  });
}

/**
 * Pages of an update that nobody went on with for a day: a cursor from the middle of an update makes no promise to
 * last so long (TXN-5), so the next run begins at the stored one. A run that was paused all that time must not apply
 * what is left: its fence goes with the pages (S3). Answers how many.
 */
export async function dropOldPages(): Promise<number> {
  const dropped = await asSystem((tx) =>
    tx.execute(sql`
      with dropped as (
        delete from sync_pages p using sync_jobs j
        where j.user_id = p.user_id and j.item_id = p.item_id and coalesce(j.lease_until, '-infinity') < now()
          and not exists (select from sync_pages n where n.user_id = p.user_id and n.item_id = p.item_id
            and n.created_at > now() - interval '1 day')
        returning p.user_id, p.item_id
      ), fenced as (
        update sync_jobs set fence = fence + 1
        where (user_id, item_id) in (select user_id, item_id from dropped)
      )
      select 1 from dropped`),
  );
  return dropped.length;
}

/** Logs of runs whose process has gone say so; answers how many. */
export async function endLostRuns(): Promise<number> {
  const ended = await asSystem((tx) =>
    tx.execute(sql`
      update sync_runs r set outcome = 'superseded', finished_at = now()
      where outcome = 'running' and started_at < now() - interval '10 minutes'
        and not exists (select from sync_jobs j where j.user_id = r.user_id and j.item_id = r.item_id
          and j.fence = r.fence and j.lease_until > now())
      returning 1`),
  );
  return ended.length;
}
