import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, isProgram, startOf } from './process-identity.mjs';

/** What `postmaster.pid` says about the server of a data directory: `{pid, port, ready}`, or null. */
export function readServer(data) {
  const path = join(data, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** True when the data directory has a server that is alive; a stale file may name another program's process. */
export function isServing(data) {
  const server = readServer(data);
  return server !== null && isAlive(server.pid) && isProgram(server.pid, 'postgres');
}

/** Notes that this process uses the server of `home`, so that nobody else stops it meanwhile. */
export function joinUsers(home) {
  mkdirSync(join(home, 'users'), { recursive: true, mode: 0o700 });
  writeFileSync(join(home, 'users', String(process.pid)), startOf(process.pid));
}

/** Takes this process off the list of users. */
export function leaveUsers(home) {
  rmSync(join(home, 'users', String(process.pid)), { force: true });
}

/** True while another living process uses the server of `home`; the dead are struck off. */
export function hasUsers(home) {
  const users = join(home, 'users');
  if (!existsSync(users)) return false;
  for (const name of readdirSync(users)) {
    const path = join(users, name);
    const isSame = isAlive(Number(name)) && readFileSync(path, 'utf8') === startOf(Number(name));
    if (!isSame) rmSync(path, { force: true });
  }
  return readdirSync(users).length > 0;
}

/** Fast shutdown: running statements are broken off, the data is left whole. Synchronous, for exit handlers. */
export function stopServer(bin, data) {
  if (!isServing(data)) return;
  if (process.platform === 'win32') {
    spawnSync(join(bin, 'pg_ctl'), ['stop', '-m', 'fast', '-D', data], { stdio: 'ignore' });
    return;
  }
  process.kill(readServer(data).pid, 'SIGINT');
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 10_000 && existsSync(join(data, 'postmaster.pid')); waited += 10) {
    Atomics.wait(pause, 0, 0, 10);
  }
}
