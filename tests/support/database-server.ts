import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../scripts/migrate.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Any database of the server, for making others, and the prefix of all that this run makes. */
    databaseServer: { url: string; prefix: string };
  }
}

type Server = { url: string; prefix: string; users: number; close: () => Promise<void> };

// Two projects share one server, and each loads this file for itself.
const shared = globalThis as typeof globalThis & { evenkeelTestServer?: Promise<Server> };

/** One server and one migrated template for a whole run, made when the first project asks. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await (shared.evenkeelTestServer ??= openServer());
  server.users += 1;
  project.provide('databaseServer', { url: server.url, prefix: server.prefix });
  return async () => {
    server.users -= 1;
    if (server.users > 0) return;
    delete shared.evenkeelTestServer;
    await server.close();
  };
}

async function openServer(): Promise<Server> {
  const given = process.env['DATABASE_URL'];
  const embedded = given ? undefined : await startPostgres({ ephemeral: true });
  const url = given ?? embedded?.url ?? '';
  // The time in the name lets a later run know what a killed one left behind.
  const prefix = `evenkeel_test_${Math.floor(Date.now() / 1000)}_${randomBytes(4).toString('hex')}`;
  // Behind a pooler, what belongs to a session goes past it, as an operator's migrations do.
  const direct = process.env['DATABASE_URL_UNPOOLED'] ?? url;
  await sweep(direct, (name) => startedAt(name) < Date.now() - 3 * 3_600_000);
  await makeTemplate(direct, `${prefix}_template`);
  const close = async () => {
    if (!embedded) await sweep(direct, (name) => name.startsWith(prefix));
    embedded?.stop();
  };
  return { url, prefix, users: 0, close };
}

async function makeTemplate(url: string, name: string): Promise<void> {
  const admin = postgres(url, { max: 1 });
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  const target = new URL(url);
  target.pathname = `/${name}`;
  await migrateDatabase(target.href);
}

function startedAt(name: string): number {
  return Number(name.split('_')[2]) * 1000;
}

async function sweep(url: string, isOurs: (name: string) => boolean): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  const found = await admin<{ datname: string }[]>`
    select datname from pg_database where datname like ${'evenkeel\\_test\\_%'}`;
  for (const { datname } of found.filter(({ datname }) => isOurs(datname))) {
    await admin.unsafe(`drop database if exists ${datname} with (force)`);
  }
  await admin.end();
}
