/**
 * A real PostgreSQL server from npm, in its own process, used over `DATABASE_URL` like any other.
 * It outlives a killed parent without harm: the next start finds it and goes on with it.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, isAnswering } from './port.mjs';
import { createCluster } from './postgres-cluster.mjs';
import { findPlace } from './postgres-place.mjs';
import { hasUsers, isServing, joinUsers, leaveUsers, readServer, stopServer } from './postgres-process.mjs';
import { isAlive } from './process-identity.mjs';
import { Trouble } from './trouble.mjs';

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=64MB',
  'random_page_cost=1.1',
  'log_min_messages=warning',
];
// Lost with the machine's power, and twice as fast: right for tests, whose data lives for seconds.
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/**
 * Starts the embedded server, or joins the one that already runs on the same data.
 * `name` is the folder of its data (below `.data/`; for root below `/var/tmp/evenkeel/`);
 * `ephemeral` gives a fast server whose data is removed when it stops.
 * Answers `{url, stop}`; `stop()` ends the server unless another process still uses it. It also runs
 * when this process ends. Expected trouble is thrown as `Trouble`.
 */
export async function startPostgres({ name = 'postgres', ephemeral = false } = {}) {
  const place = findPlace();
  if (ephemeral) sweepEphemeral(place);
  const home = join(
    place.homes,
    ephemeral ? `ephemeral-${process.pid}-${randomBytes(3).toString('hex')}` : name,
  );
  createCluster(home, place);
  joinUsers(home);
  const stop = onceAtExit(() => {
    leaveUsers(home);
    if (hasUsers(home)) return;
    stopServer(place.bin, join(home, 'data'));
    if (ephemeral) rmSync(home, { recursive: true, force: true });
  });
  const port = (await findRunning(home)) ?? (await launch(home, place, ephemeral ? careless : []));
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  return { url: `postgres://evenkeel:${password}@127.0.0.1:${port}/postgres`, stop };
}

/** Removes the data of the embedded server; `Trouble` while somebody still uses it. */
export function removePostgres({ name = 'postgres' } = {}) {
  const place = findPlace();
  const home = join(place.homes, name);
  if (hasUsers(home))
    throw new Trouble('Another Evenkeel of this folder is running. Stop it first, then reset.');
  stopServer(place.bin, join(home, 'data'));
  rmSync(home, { recursive: true, force: true });
}

/** What a killed test run left behind: its server still runs, with nobody to use it. */
function sweepEphemeral({ bin, homes }) {
  for (const name of readdirSync(homes).filter((name) => name.startsWith('ephemeral-'))) {
    const home = join(homes, name);
    if (isAlive(Number(name.split('-')[1])) || hasUsers(home)) continue;
    stopServer(bin, join(home, 'data'));
    rmSync(home, { recursive: true, force: true });
  }
}

/** The port of the server that already runs on this data, or null. Waits for one that is just starting or stopping. */
async function findRunning(home) {
  const data = join(home, 'data');
  for (let waited = 0; waited < 10_000 && isServing(data); waited += 20) {
    const server = readServer(data);
    if (server?.ready && (await isAnswering(server.port))) return server.port;
    await sleep(20);
  }
  return null;
}

/** Starts the server as a process of its own and answers its port once it takes connections. */
async function launch(home, { bin, user, homes }, extra) {
  const port = await findFreePort();
  const data = join(home, 'data');
  // PostgreSQL itself takes any living process of that id for a server, and would refuse.
  if (readServer(data) && !isServing(data)) rmSync(join(data, 'postmaster.pid'), { force: true });
  const log = openSync(join(home, 'log'), 'w', 0o600);
  const options = [...settings, ...extra].flatMap((setting) => ['-c', setting]);
  // Detached: a Ctrl-C in the terminal must reach the app first, and the database after it.
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    cwd: homes,
    detached: true,
    stdio: ['ignore', log, log],
    ...user,
  });
  closeSync(log);
  server.unref();
  // A program that cannot be run has no id; `exit` never comes.
  server.once('error', () => undefined);
  const isRunning = () => server.pid !== undefined && server.exitCode === null && server.signalCode === null;
  for (let waited = 0; waited < 60_000 && isRunning(); waited += 20) {
    const found = readServer(data);
    if (found?.pid === server.pid && found.ready) return port;
    await sleep(20);
  }
  // Two starts at the same moment: the other one won the race for the data.
  const other = await findRunning(home);
  if (other) return other;
  const lines = readFileSync(join(home, 'log'), 'utf8').trim().split('\n').slice(-5).join('\n');
  throw new Trouble(`The embedded PostgreSQL did not start.\n${lines}`);
}

/** Runs `action` at most once: when called, or at the latest when this process ends. */
function onceAtExit(action) {
  let done = false;
  const run = () => {
    if (done) return;
    done = true;
    process.off('exit', run);
    action();
  };
  process.on('exit', run);
  return run;
}
