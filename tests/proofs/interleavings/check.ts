/**
 * What must be there in the end, whatever the order was: looked at for many people at once. What the bank has, the
 * person's edits, nothing half done, and of a connection that was removed nothing at all.
 */
import type { Sql } from 'postgres';
import { driftOfTotals, observe, type Seen } from '../../simulation/observe';
import type { Bed } from './bed';

/** Per bed, sentences of what is wrong. */
export async function check(sql: Sql, beds: readonly Bed[]): Promise<string[][]> {
  const ids = beds.map(({ userId }) => userId);
  const seen = new Map((await observe(sql, ids, Date.now())).map((of) => [of.userId, of]));
  const left = await rowsLeft(sql, ids);
  const isDrifting = (await driftOfTotals(sql, ids)) > 0;
  return Promise.all(
    beds.map(async (bed) => {
      const found = seen.get(bed.userId);
      const drift = isDrifting ? await driftOfTotals(sql, [bed.userId]) : 0;
      return [
        ...(bed.bank.item.isRemoved ? ofRemoved(found, left.get(bed.userId)) : ofLiving(bed, found)),
        ...(drift === 0 ? [] : [`${drift} monthly totals differ from a full recount`]),
      ];
    }),
  );
}

function ofLiving({ bank, overlays }: Bed, seen: Seen | undefined): string[] {
  if (!seen) return ['the connection is gone, and nobody removed it'];
  const { item } = bank;
  const length = item.log.length;
  const misplaced = overlays.check(item, length, seen.overlays);
  const facts: [boolean, string][] = [
    [item.reachOf(seen.cursor) === length, 'the cursor is not where the bank is'],
    [bank.reached === length, 'a move of the cursor went by unseen'],
    [seen.rows === item.digestAt(length), 'the rows are not those of the bank'],
    [misplaced === null, `an edit of the person is not where it belongs: ${misplaced}`],
    [seen.pages === 0, `${seen.pages} pages are left in the stage`],
    [seen.want === seen.done, 'something is still wanted'],
    [!seen.isLeased, 'the lease was not given back'],
    [seen.state === 'healthy', `the connection is ${seen.state}`],
  ];
  return facts.flatMap(([holds, otherwise]) => (holds ? [] : [otherwise]));
}

function ofRemoved(seen: Seen | undefined, rows: number | undefined): string[] {
  if (seen) return ['the removed connection is still there'];
  return rows ? [`${rows} rows of a removed connection are left`] : [];
}

/** Rows of these people in all tables together, apart from their own one. */
async function rowsLeft(sql: Sql, ids: readonly string[]): Promise<Map<string, number>> {
  const tables = await ownedTables(sql);
  const each = tables.map((name) => `select user_id from ${name} where user_id in (select id from people)`);
  const rows = await sql.unsafe(
    `with people as (select id::uuid from jsonb_array_elements_text($1::jsonb) as ids(id))
      select user_id, count(*)::int as rows from (${each.join(' union all ')}) all_rows group by 1`,
    [JSON.stringify(ids)],
    { prepare: true },
  );
  return new Map(rows.map((row) => [String(row['user_id']), Number(row['rows'])]));
}

let owned: string[] | undefined;

async function ownedTables(sql: Sql): Promise<string[]> {
  const found = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'user_id' order by 1`;
  return (owned ??= found.map(({ name }) => name));
}
