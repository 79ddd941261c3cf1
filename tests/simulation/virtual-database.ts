/** A migrated database whose `now()` is what the transaction was given, so that it can follow a virtual clock. */
import postgres from 'postgres';
import { migrateDatabase } from '../../scripts/migrate.mjs';

/**
 * Makes a database of that name on the server at `url` and answers its URL. Its `now()` is the setting
 * `sim.now` where a transaction has it (`gated-postgres` sees to that), else the server's own; it stands before
 * Postgres's in the path, and did so when the columns got their defaults. Timeouts are not in force there: they go
 * by the machine's clock, and a machine that slept for a minute is no fault of the engine.
 */
export async function makeVirtualDatabase(url: string, name: string): Promise<string> {
  const made = new URL(url);
  made.pathname = `/${name}`;
  await withClient(url, async (admin) => {
    await admin.unsafe(`create database ${name}`);
    // Before its first session: behind a pooler that one serves others after us.
    await admin.unsafe(`alter database ${name} set search_path = public, sim, pg_catalog`);
    await admin.unsafe(`alter database ${name} set jit = off`);
  });
  await withClient(made.href, (owner) =>
    owner.unsafe(`
      create schema sim;
      grant usage on schema sim to public;
      create function sim.now() returns timestamptz language sql stable parallel safe as
        $$ select coalesce(nullif(current_setting('sim.now', true), '')::timestamptz, pg_catalog.now()) $$;
      create function sim.set_config(name text, value text, is_local boolean) returns text language sql as
        $$ select case when name like '%timeout' then value else pg_catalog.set_config(name, value, is_local) end $$;`),
  );
  await migrateDatabase(made.href);
  return made.href;
}

/**
 * A client of it for one simulation. Both of its connections are there from the start, and stay: where a process
 * waits for one to be made, it waits by the virtual clock, and for ever.
 */
export async function openVirtualDatabase(url: string, prepare = true): Promise<postgres.Sql> {
  const db = postgres(url, { max: 2, max_lifetime: null, prepare, onnotice: () => undefined });
  await Promise.all([db.unsafe('select pg_sleep(0.1)'), db.unsafe('select pg_sleep(0.1)')]);
  return db;
}

export async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, (admin) => admin.unsafe(`drop database if exists ${name} with (force)`));
}

async function withClient(url: string, work: (client: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  await work(client);
  await client.end();
}
