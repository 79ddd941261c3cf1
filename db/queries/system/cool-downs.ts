import 'server-only';
import { sql } from 'drizzle-orm';
import { asSystem } from '../../client';

/**
 * Takes one of `most` turns in a window of `seconds` that begins with the first; shared by all processes. Answers 0,
 * or in how many whole seconds the next window begins.
 */
export async function takeTurn(
  key: string,
  { most, seconds }: { most: number; seconds: number },
): Promise<number> {
  const isOver = sql`r.window_started_at < now() - make_interval(secs => ${seconds})`;
  const [row] = await asSystem((tx) =>
    tx.execute<{ count: number; rest: number }>(sql`
      insert into rate_limits as r (key) values (${key})
      on conflict (key) do update set
        count = case when ${isOver} then 1 else r.count + 1 end,
        window_started_at = case when ${isOver} then now() else r.window_started_at end
      returning count, ceil(extract(epoch from window_started_at - now()) + ${seconds})::int as rest`),
  );
  return row && row.count > most ? Math.max(1, row.rest) : 0;
}
