import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** Names the state of these files and folders of the checkout, to tell whether what was made of them is still good. */
export function hashOfSources(names) {
  const hash = createHash('sha256');
  for (const name of names) addToHash(hash, name);
  return hash.digest('hex');
}

function addToHash(hash, name) {
  const path = join(root, name);
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    hash.update(`${name}\0`).update(readFileSync(path)).update('\0');
    return;
  }
  for (const child of readdirSync(path).sort()) addToHash(hash, `${name}/${child}`);
}
