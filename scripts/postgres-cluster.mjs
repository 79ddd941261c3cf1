import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from './trouble.mjs';

// The builtin locale sorts the same on every machine, whatever its own locales are.
const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
const options = ['-U', 'evenkeel', '-A', 'scram-sha-256', ...locale, '--no-sync', '--no-instructions'];

/** Makes a server's folder with its data and its password. Renamed into place last, so that a broken-off start leaves no half of one. */
export function createCluster(home, { bin, user, homes }) {
  if (existsSync(home)) return;
  const half = `${home}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, 'data'), { recursive: true, mode: 0o755 });
  chmodSync(join(half, 'data'), 0o700);
  writeFileSync(join(half, 'password'), randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user) for (const name of ['data', 'password']) chownSync(join(half, name), user.uid, user.gid);
  const files = ['-D', join(half, 'data'), `--pwfile=${join(half, 'password')}`];
  const made = spawnSync(join(bin, 'initdb'), [...files, ...options], {
    cwd: homes,
    encoding: 'utf8',
    ...user,
  });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Trouble(
      `The embedded PostgreSQL could not prepare its data: ${made.error?.message ?? made.stderr.trim()}`,
    );
  }
  try {
    renameSync(half, home);
  } catch (error) {
    // Another start made it at the same moment.
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}
