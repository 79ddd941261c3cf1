/** Brings a database to the newest schema: `npm run db:migrate`, before a new version goes live. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.mjs';
import { runMain, Trouble } from './trouble.mjs';

// Any number, as long as every version of this file uses the same one.
const lock = 48_151_623;

/**
 * Applies what is missing of `drizzle/` to the database at `url`, one caller at a time. Use the direct
 * address, not a transaction-mode pooler: the lock belongs to a session. Throws `Trouble` on failure.
 */
export async function migrateDatabase(url) {
  const [{ default: postgres }, { drizzle }, { migrate }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
    import('drizzle-orm/postgres-js/migrator'),
  ]);
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 15 });
  try {
    await client`select pg_advisory_lock(${lock})`;
    await migrate(drizzle(client), { migrationsFolder: join(root, 'drizzle') });
  } catch (error) {
    throw new Trouble(explain(error, url));
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Names the database without its password. */
function explain(error, url) {
  const { host, pathname } = new URL(url);
  const cause = error.cause ?? error;
  const reason = [cause.message || cause.code, cause.detail].filter(Boolean).join(' ');
  return `The database ${pathname.slice(1)} at ${host} could not be migrated, and is as it was before. ${reason}`;
}

async function main() {
  const url = process.env.DATABASE_URL_UNPOOLED || process.env.DATABASE_URL;
  if (!url) throw new Trouble('Set DATABASE_URL (or DATABASE_URL_UNPOOLED) to the database to migrate.');
  await migrateDatabase(url);
  console.log('The database is up to date.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await runMain(main);
