/**
 * The store behind the app: one table in a schema of its own, beside the app's tables and unknown to
 * them. Survives restarts and serves several processes: a change holds a lock on its document, present or
 * not, until it is committed. Every statement runs inside a transaction, as the driver demands.
 */
import postgres from 'postgres';
import type { Documents } from '../documents';
import type { Collection, ListOptions, Store } from '../store';
import { atOf } from './memory';

type Row = { readonly body: unknown };

const FOREVER = Number.MAX_SAFE_INTEGER;

export class PostgresStore implements Store {
  readonly #sql: postgres.Sql;
  #prepared: Promise<void> | null = null;

  constructor(databaseUrl: string) {
    this.#sql = postgres(databaseUrl, {
      max: 4,
      idle_timeout: 20,
      // Works behind a transaction-mode pooler as well.
      prepare: false,
      onnotice: () => {},
    });
  }

  async find<C extends Collection>(collection: C, id: string): Promise<Documents[C] | undefined> {
    return this.#transaction(async (sql) => {
      const rows = await sql<Row[]>`
        select body from emulator.documents where collection = ${collection} and id = ${id}`;
      return documentOf<C>(rows[0]);
    });
  }

  async list<C extends Collection>(collection: C, options: ListOptions = {}): Promise<Documents[C][]> {
    const { until = FOREVER, limit = FOREVER } = options;
    return this.#transaction(async (sql) => {
      const rows = await sql<Row[]>`
        select body from emulator.documents where collection = ${collection} and at <= ${until}
        order by at, id collate "C" limit ${limit}`;
      return rows.flatMap((row) => documentOf<C>(row) ?? []);
    });
  }

  async update<C extends Collection, Next extends Documents[C] | undefined>(
    collection: C,
    id: string,
    change: (current: Documents[C] | undefined) => Next,
  ): Promise<Next> {
    return this.#transaction(async (sql) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`emulator/${collection}/${id}`}, 0))`;
      const rows = await sql<Row[]>`
        select body from emulator.documents where collection = ${collection} and id = ${id} for update`;
      const next = change(documentOf<C>(rows[0]));
      if (next === undefined) {
        await sql`delete from emulator.documents where collection = ${collection} and id = ${id}`;
      } else {
        await sql`
          insert into emulator.documents (collection, id, at, body)
          values (${collection}, ${id}, ${atOf(next)}, ${JSON.stringify(next)}::text::jsonb)
          on conflict (collection, id) do update set at = excluded.at, body = excluded.body`;
      }
      return next;
    });
  }

  async reset(): Promise<void> {
    await this.#transaction((sql) => sql`delete from emulator.documents`);
  }

  async close(): Promise<void> {
    await this.#sql.end();
  }

  async #transaction<T>(work: (sql: postgres.TransactionSql) => Promise<T>): Promise<T> {
    this.#prepared ??= this.#prepare().catch((error: unknown) => {
      this.#prepared = null;
      throw error;
    });
    await this.#prepared;
    let result: { readonly value: T } | null = null;
    await this.#sql.begin(async (sql) => {
      result = { value: await work(sql) };
    });
    return outcome<T>(result);
  }

  /** Makes the table on first use; two processes at once wait for each other. */
  async #prepare(): Promise<void> {
    await this.#sql.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('emulator/schema', 0))`;
      // A role that may not make schemas can still use one that is there.
      const [found] = await sql<{ exists: boolean }[]>`
        select to_regclass('emulator.documents') is not null as exists`;
      if (found?.exists) return;
      await sql`create schema if not exists emulator`;
      await sql`
        create table if not exists emulator.documents (
          collection text not null,
          id text not null,
          at bigint not null default 0,
          body jsonb not null,
          primary key (collection, id)
        )`;
      await sql`create index if not exists documents_at on emulator.documents (collection, at, id)`;
    });
  }
}

function documentOf<C extends Collection>(row: Row | undefined): Documents[C] | undefined {
  // Written by this class alone, from a document of this collection.
  return row?.body as Documents[C] | undefined;
}

function outcome<T>(result: { readonly value: T } | null): T {
  if (result === null) throw new Error('The transaction ended without a result.');
  return result.value;
}
