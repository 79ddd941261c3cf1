import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { copyBinaries, findBinaries } from './postgres-binaries.mjs';
import { isServing } from './postgres-process.mjs';
import { inData, root } from './project.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Where a server lives and who it runs as: `bin` (its programs), `homes` (the folder that holds one
 * folder per server) and `user` (`{uid, gid}`, only when we are root).
 */
export function findPlace() {
  const native = findBinaries();
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), homes: inData(''), user: undefined };
  const shared = rootsOwn('/var/tmp/evenkeel');
  const homes = rootsOwn(join(shared, checkoutName()));
  return { bin: join(copyBinaries(native, shared), 'bin'), homes, user: findUser() };
}

/** A folder below /var/tmp is only trusted when nobody but root could have made it. */
function rootsOwn(path) {
  try {
    mkdirSync(path, { mode: 0o755 });
    chmodSync(path, 0o755);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const found = lstatSync(path);
  if (found.uid === 0 && found.isDirectory()) return path;
  throw new Trouble(
    `${path} does not belong to root. Remove it, or set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

/**
 * One name per checkout, not per path: a fresh clone at an old path has fresh secrets, which could
 * not open what an older database holds.
 */
function checkoutName() {
  const path = inData('checkout');
  const prefix = createHash('sha256').update(root).digest('hex').slice(0, 8);
  if (!existsSync(path)) {
    forgetOlder(prefix);
    writeFileSync(path, `${prefix}-${randomBytes(4).toString('hex')}`, { mode: 0o600 });
  }
  return basename(readFileSync(path, 'utf8').trim());
}

/** Removes what deleted clones of this path left behind, unless a server still runs there. */
function forgetOlder(prefix) {
  const shared = '/var/tmp/evenkeel';
  for (const name of readdirSync(shared).filter((name) => name.startsWith(`${prefix}-`))) {
    const home = join(shared, name);
    const servers = readdirSync(home).map((server) => join(home, server, 'data'));
    if (!servers.some(isServing)) rmSync(home, { recursive: true, force: true });
  }
}

/** PostgreSQL refuses to run as root. Accounts are only looked up, never made. */
function findUser() {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const found = accounts.find(([name]) => name === wanted);
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Trouble(
    'PostgreSQL cannot run as root, and there is no user "postgres" or "nobody". Run this as another user.',
  );
}
