import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { runQuietly } from './run.mjs';

/** Installs the locked dependencies, unless exactly they are there already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const command = [...npm, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await runQuietly('Installing dependencies (once, about half a minute)', command, { log: 'install.log' });
}

/**
 * npm notes what it installed; times of files would mislead after a checkout or a copy. What other
 * platforms need is in the lockfile, but not here.
 */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || (!installed[path] && (wanted.optional || wanted.extraneous))) return true;
    return installed[path]?.version === wanted.version;
  });
}

function packagesOf(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : null;
}
