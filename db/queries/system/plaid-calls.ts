/** Counts of calls and open circuits, shared by all processes (S16). Past row-level security: nothing of anyone. */
import 'server-only';
import { sql } from 'drizzle-orm';
import { asSystem } from '../../client';

/** Where a call counts, and the most that a minute may hold there. */
export type Counter = { key: string; most: number };

/** Why a call has to wait, and for how many seconds. */
export type Hold = { because: 'OWN_BUDGET' | 'CIRCUIT_OPEN'; seconds: number };

class Held extends Error {
  constructor(readonly hold: Hold) {
    super('A call has to wait.');
  }
}

/**
 * Takes one call from each of the counters for the minute of the database's clock, or from none of them: null
 * when the call may be made.
 */
export async function takeCall(endpoint: string, counters: readonly Counter[]): Promise<Hold | null> {
  try {
    await asSystem(async (tx) => {
      // The row of the client is the busiest: it comes last, and is locked for the commit alone.
      const [row] = await tx.execute<{ closed: number | null; spent: boolean; rest: number }>(sql`
        with asked as (
          select * from jsonb_to_recordset(${JSON.stringify(counters)}::jsonb) as x(key text, most int)
        ), taken as (
          insert into plaid_calls as c (key, minute, count)
          select key, date_trunc('minute', now()), 1 from asked
          on conflict (key) do update set
            count = case when c.minute < excluded.minute then 1 else c.count + 1 end,
            minute = greatest(c.minute, excluded.minute)
          returning key, count
        )
        select (select bool_or(count > most) from taken join asked using (key)) as spent,
          extract(epoch from date_trunc('minute', now()) + interval '1 minute' - now())::float8 as rest,
          (select extract(epoch from max(open_until) - now())::float8 from plaid_circuits
            where endpoint in ('*', ${endpoint}) and open_until > now()) as closed`);
      if (row?.closed) throw new Held({ because: 'CIRCUIT_OPEN', seconds: row.closed });
      // Thrown, so that a call that is not made is not counted either.
      if (row?.spent) throw new Held({ because: 'OWN_BUDGET', seconds: row.rest });
    });
    return null;
  } catch (error) {
    if (error instanceof Held) return error.hold;
    throw error;
  }
}

/** Plaid says that this minute is used up, whatever we counted: nothing more is taken from it. */
export async function spendMinute({ key, most }: Counter): Promise<void> {
  await asSystem((tx) =>
    tx.execute(sql`
      insert into plaid_calls as c (key, minute, count) values (${key}, date_trunc('minute', now()), ${most}::int)
      on conflict (key) do update set minute = excluded.minute, count = excluded.count
      where c.minute <= excluded.minute`),
  );
}

/** For some minutes no call is made to this endpoint, or to any (`*`). */
export async function openCircuit(
  endpoint: string,
  of: { code: string; requestId: string | null; seconds: number },
): Promise<void> {
  const { code, requestId, seconds } = of;
  await asSystem((tx) =>
    tx.execute(sql`
      insert into plaid_circuits as c (endpoint, code, request_id, open_until)
      values (${endpoint}, ${code}, ${requestId}, now() + make_interval(secs => ${seconds}))
      on conflict (endpoint) do update set code = excluded.code, request_id = excluded.request_id,
        open_until = excluded.open_until,
        opened_at = case when c.open_until < now() then excluded.opened_at else c.opened_at end`),
  );
}

/** The refusal that keeps calls back now; null when none does. For `/api/health`. */
export async function findOpenCircuit(): Promise<{ endpoint: string; code: string } | null> {
  const [row] = await asSystem((tx) =>
    tx.execute<{ endpoint: string; code: string }>(
      sql`select endpoint, code from plaid_circuits where open_until > now() order by endpoint limit 1`,
    ),
  );
  return row ?? null;
}

/** Counts of minutes that are over, and circuits that have long closed. */
export async function purgeCalls(): Promise<void> {
  await asSystem(async (tx) => {
    await tx.execute(sql`delete from plaid_calls where minute < now() - interval '10 minutes'`);
    await tx.execute(sql`delete from plaid_circuits where open_until < now() - interval '1 day'`);
  });
}
