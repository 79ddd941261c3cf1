import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { lastLines, startNext } from './next-server.mjs';
import { findFreePort } from './port.mjs';
import { removePostgres, startPostgres } from './postgres.mjs';
import { inData, root } from './project.mjs';
import { seconds } from './run.mjs';
import { loadSettings, localSettings } from './settings.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Takes a fresh clone to a running app: `start` as in production, or `dev` with hot reload. Each step is
 * skipped when its result is there, so that a second start takes seconds.
 */
export async function launch(mode) {
  const since = Date.now();
  const cleanup = stopOnSignals();
  loadSettings();
  const wanted = wantedPort();
  await ensureInstalled();
  // npm keeps an option for itself unless `--` goes before it; both spellings are meant.
  if (process.argv.includes('--reset') || process.env.npm_config_reset) resetData();
  if (mode === 'start') await ensureBuilt();

  const databaseUrl = await openDatabase(cleanup);
  const port = await choosePort(wanted);
  const env = localSettings({ port, databaseUrl });
  const log = mode === 'start' ? inData('app.log') : undefined;
  console.log('Starting the app …');
  const server = await startNext(mode, { port, env, log });
  cleanup.unshift(server.stop);
  server.child.once('exit', () => endWith(cleanup, log));
  await seedDemo(env);

  const kept = log ? ' Its log is .data/app.log.' : '';
  console.log(`\nReady after ${seconds(since)}. Ctrl-C stops it, the next start finds the same data.${kept}`);
  console.log(`Open ${env.APP_URL}`);
}

/** Ctrl-C, a closed terminal and `kill` end what was started, newest first. Answers the list of what to end. */
function stopOnSignals() {
  const cleanup = [];
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A second Ctrl-C does not wait: leaving still runs the exit handlers.
      if (cleanup.ending) process.exit(130);
      console.log('\nStopping …');
      void end(cleanup).then(() => process.exit(0));
    });
  }
  return cleanup;
}

async function end(cleanup) {
  cleanup.ending = true;
  for (const stop of cleanup) await stop();
}

async function endWith(cleanup, log) {
  if (cleanup.ending) return;
  if (log) console.error(`\n${lastLines(log)}`);
  console.error('\nThe app ended by itself; stopping the rest.');
  await end(cleanup);
  process.exit(1);
}

function resetData() {
  if (process.env.DATABASE_URL) {
    throw new Trouble(
      'DATABASE_URL is set, and --reset only removes data of the embedded database. Nothing was removed.',
    );
  }
  removePostgres();
  console.log('Removed the data of earlier runs.');
}

/** The address of a migrated database: the one that was given, else the embedded one. */
async function openDatabase(cleanup) {
  const { migrateDatabase } = await import('./migrate.mjs');
  const given = process.env.DATABASE_URL;
  if (given) {
    console.log('Preparing the database of DATABASE_URL …');
    await migrateDatabase(process.env.DATABASE_URL_UNPOOLED || given);
    return given;
  }
  console.log('Preparing the embedded database …');
  const server = await startPostgres();
  cleanup.push(server.stop);
  await migrateDatabase(server.url);
  return server.url;
}

function wantedPort() {
  const wanted = Number(process.env.PORT || 3000);
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= 65_535) return wanted;
  throw new Trouble(`PORT is "${process.env.PORT}", which is not a port from 1 to 65535.`);
}

async function choosePort(wanted) {
  const port = await findFreePort(wanted);
  if (port !== wanted) console.log(`Port ${wanted} is taken, so this uses ${port}.`);
  return port;
}

/** The demo household, made through the running app by `scripts/seed.mjs`. */
async function seedDemo(env) {
  const seed = join(root, 'scripts', 'seed.mjs');
  if (env.PLAID_ENV !== 'emulator' || !existsSync(seed)) return;
  const { seedDemo: run } = await import(pathToFileURL(seed).href);
  await run(env);
}
