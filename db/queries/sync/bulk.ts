/** One statement for many rows: a JSON parameter, opened by Postgres itself. Drizzle's `values()` costs four times as much. */
import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import type { Tx } from '../../client';
import type { Tally } from '../../schema';

export type Bulk = {
  table: string;
  /** The unique columns beside `user_id` that say which row is meant. */
  key: readonly string[];
  /** Column → Postgres type, for every column that a row brings; rows use the same names in camel case. */
  columns: Readonly<Record<string, string>>;
  rows: readonly Readonly<Record<string, unknown>>[];
  /** What to read back from rows that were written. */
  returning?: SQL;
  /** Set to `now()` on rows that change. */
  touched?: string;
};

/**
 * Inserts or updates; a row that is the same already is not written at all (`is distinct from`). Answers the
 * written rows as `returning` names them. Keys must not repeat within `rows`.
 */
export async function upsertRows(tx: Tx, userId: UserId, bulk: Bulk): Promise<Record<string, unknown>[]> {
  if (bulk.rows.length === 0) return [];
  const names = Object.keys(bulk.columns);
  const changing = names.filter((name) => !bulk.key.includes(name));
  const set = changing.map((name) => `${name} = excluded.${name}`);
  if (bulk.touched) set.push(`${bulk.touched} = now()`);
  const fields = (prefix: string) => changing.map((name) => `${prefix}.${name}`).join(', ');
  const written = await tx.execute(sql`
    insert into ${sql.raw(bulk.table)} as t (user_id, ${sql.raw(names.join(', '))})
    select ${userId}::uuid, ${sql.raw(names.join(', '))}
    from ${recordset('x', bulk.columns, bulk.rows)}
    on conflict (user_id, ${sql.raw(bulk.key.join(', '))}) do update set ${sql.raw(set.join(', '))}
    where (${sql.raw(fields('t'))}) is distinct from (${sql.raw(fields('excluded'))})
    ${bulk.returning ? sql`returning ${bulk.returning}` : sql`returning 1`}`);
  return [...written];
}

/** Rows as a table to select from, under a name. */
export function recordset(as: string, columns: Bulk['columns'], rows: Bulk['rows']): SQL {
  const record = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return sql`jsonb_to_recordset(${json(rows, Object.keys(columns))}::jsonb) as ${sql.raw(`${as}(${record.join(', ')})`)}`;
}

/** For `returning`: whether the row was not there before. */
export const IS_NEW = sql`xmax = 0 as is_new`;

/** What was written, by `IS_NEW`, and how many rows were deleted beside it. */
export function tallyOf(written: readonly Record<string, unknown>[], removed: number): Tally {
  const added = written.filter((row) => row['is_new'] === true).length;
  return { added, changed: written.length - added, removed };
}

/** A list of texts as a set to look in: `where id in ${oneOf(ids)}`. */
export function oneOf(values: readonly string[]): SQL {
  return sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}

function json(rows: Bulk['rows'], names: readonly string[]): string {
  const keys = names.map((name) => [name, camel(name)] as const);
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(keys.map(([name, key]) => [name, row[key] ?? null]))),
  );
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
