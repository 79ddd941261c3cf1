/** Everything that is stored, in words that are the same for two ways to the same end: no ids of ours, no instants. */
import { asSystem, type Tx } from '@/db/client';
import type { UserId } from '@/lib/core/id';
import { type SQL, sql } from 'drizzle-orm';

/** What tells how an end was reached, and not what it is. */
const OF_THE_WAY = ['sync_runs', 'sync_jobs', 'link_intents'];
const COLUMNS_OF_THE_WAY = ['epoch', 'looked_at'];

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** One line per row of every table that belongs to somebody, or to this person, in a fixed order. */
export function wholeState(userId?: UserId): Promise<string[]> {
  return linesOf(
    ({ table, columns }) => isOwned(table, columns) || (table === 'users' && !userId),
    ({ column, isInstant }, value) => {
      if (column.endsWith('_sealed') || COLUMNS_OF_THE_WAY.includes(column)) return undefined;
      return isInstant && value !== null ? 'set' : value;
    },
    userId,
  );
}

function isOwned(table: string, columns: readonly Column[]): boolean {
  return columns.some(({ column }) => column === 'user_id') && !OF_THE_WAY.includes(table);
}

export type Column = { readonly column: string; readonly isInstant: boolean };
export type Table = { readonly table: string; readonly columns: readonly Column[] };

/**
 * Rows of the tables that are meant, each as a line, with our ids replaced by what the bank calls the same. `word`
 * says what is told of a column; undefined: nothing. What a row's own id is, is never told.
 */
export function linesOf(
  isMeant: (table: Table) => boolean,
  word: (column: Column, value: unknown) => unknown,
  userId?: UserId,
): Promise<string[]> {
  return asSystem(async (tx) => {
    const names = await namesOfIds(tx);
    const meant = (await tables(tx)).filter(isMeant);
    const columns = new Map(meant.map(({ table, columns }) => [table, columns]));
    const rows = await tx.execute<{ of: string; row: Record<string, unknown> }>(
      sql.join(
        meant.map(selectRows(userId ? sql`where user_id = ${userId}::uuid` : sql``)),
        sql` union all `,
      ),
    );
    const lines = rows.map(({ of, row }) => {
      const told = (columns.get(of) ?? []).map((column) => [column.column, word(column, row[column.column])]);
      const line = `${of} ${JSON.stringify(Object.fromEntries(told))}`;
      return line.replace(UUID, (id) => names.get(id) ?? '(id)');
    });
    return lines.sort();
  });
}

/** Balances are one row per day of years: those of an account are one line, since all of them are told anyway. */
function selectRows(theirs: SQL): (of: Table) => SQL {
  return ({ table }) => {
    const from = sql`from ${sql.raw(table)} t ${theirs}`;
    const of = sql.raw(`select '${table}' as of`);
    if (table !== 'account_balances') return sql`${of}, to_jsonb(t) as row ${from}`;
    return sql`${of}, jsonb_build_object('user_id', user_id, 'account_id', account_id,
      'balance', string_agg((to_jsonb(t) - '{user_id,account_id}'::text[])::text, ' ' order by day)) as row
      ${from} group by user_id, account_id`;
  };
}

let found: Promise<Table[]> | undefined;

/** Looked up once: no proof changes the schema. */
function tables(tx: Tx): Promise<Table[]> {
  found ??= findTables(tx);
  return found;
}

async function findTables(tx: Tx): Promise<Table[]> {
  const rows = await tx.execute<Table>(sql`
    select table_name as table,
      jsonb_agg(jsonb_build_object('column', column_name, 'isInstant', data_type like 'timestamp%'))
        filter (where column_name <> 'id') as columns
    from information_schema.columns where table_schema = 'public' group by 1 order by 1`);
  return [...rows];
}

/** What the bank calls that which our ids stand for. */
async function namesOfIds(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select id, plaid_item_id as name from items
    union all select id, plaid_account_id from accounts
    union all select id, plaid_security_id from securities
    union all select id, plaid_transaction_id from transactions`);
  return new Map(rows.map(({ id, name }) => [id, name]));
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
