/** Everything that a person has, in words that are the same for two ways to the same end: no ids of ours, no instants. */
import { asSystem } from '@/db/client';
import type { UserId } from '@/lib/core/id';
import { sql } from 'drizzle-orm';

/** What tells how an end was reached, and not what it is. */
const OF_THE_WAY = ['sync_runs', 'sync_jobs', 'link_intents'];

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** One line per row of every table that belongs to somebody, or to this person, in a fixed order. */
export async function wholeState(userId?: UserId): Promise<string[]> {
  const names = await namesOfIds();
  const lines: string[] = [];
  const theirs = userId ? sql`where t.user_id = ${userId}::uuid` : sql``;
  for (const { table, instants } of await ownedTables()) {
    const rows = await asSystem((tx) =>
      tx.execute<{ row: object }>(sql`select to_jsonb(t) as row from ${sql.raw(table)} t ${theirs}`),
    );
    for (const { row } of rows) {
      const told = Object.entries(row)
        .filter(([column]) => column !== 'id' && !column.endsWith('_sealed') && column !== 'epoch')
        .map(([column, value]) => [column, instants.includes(column) && value !== null ? 'set' : value]);
      const line = `${table} ${JSON.stringify(Object.fromEntries(told))}`;
      lines.push(line.replace(UUID, (id) => names.get(id) ?? '(id)'));
    }
  }
  return lines.sort();
}

type Owned = { table: string; instants: string[] };

async function ownedTables(): Promise<Owned[]> {
  const found = await asSystem((tx) =>
    tx.execute<Owned>(sql`
      select table_name as table,
        array_remove(array_agg(case when data_type like 'timestamp%' then column_name::text end), null) as instants
      from information_schema.columns where table_schema = 'public'
      group by 1 having bool_or(column_name = 'user_id') order by 1`),
  );
  return [...found].filter(({ table }) => !OF_THE_WAY.includes(table));
}

/** What the bank calls that which our ids stand for. */
async function namesOfIds(): Promise<Map<string, string>> {
  const rows = await asSystem((tx) =>
    tx.execute<{ id: string; name: string }>(sql`
      select id, plaid_item_id as name from items
      union all select id, plaid_account_id from accounts
      union all select id, plaid_security_id from securities
      union all select id, plaid_transaction_id from transactions`),
  );
  return new Map([...rows].map(({ id, name }) => [id, name]));
}

/** Lines that only one of the two has, the first few of them. */
export function differences(found: readonly string[], expected: readonly string[]): string[] {
  const [here, there] = [new Set(found), new Set(expected)];
  return [
    ...found.filter((line) => !there.has(line)).map((line) => `too much: ${line}`),
    ...expected.filter((line) => !here.has(line)).map((line) => `missing: ${line}`),
    ...(found.length === expected.length ? [] : [`${found.length} rows instead of ${expected.length}`]),
  ].slice(0, 6);
}
