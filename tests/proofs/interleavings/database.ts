import postgres from 'postgres';
import { migrateDatabase } from '../../../scripts/migrate.mjs';

/**
 * Makes a migrated database of that name and answers its URL. Its tables are nearly empty when the plans of
 * statements are made that are kept for a hundred thousand schedules, so it is told what holds for full ones.
 */
export async function makeDatabase(server: string, name: string): Promise<string> {
  const made = new URL(server);
  made.pathname = `/${name}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  await admin.unsafe(`alter database ${name} set jit = off`);
  await admin.unsafe(`alter database ${name} set enable_seqscan = off`);
  await admin.unsafe(`alter database ${name} set plan_cache_mode = force_generic_plan`);
  await admin.end();
  await migrateDatabase(made.href);
  return made.href;
}
