/** For proofs that run by themselves: a database server of their own, and the environment of the tests. */
import '../support/environment';
import { migrateDatabase } from '../../scripts/migrate.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';

/** Import nothing of the app before this: it reads its environment once. Answers how to end it. */
export async function openWorld(): Promise<() => void> {
  const { url, stop } = await startPostgres({ ephemeral: true });
  await migrateDatabase(url);
  process.env['DATABASE_URL'] = url;
  return stop;
}
