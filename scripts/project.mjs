import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that these scripts belong to, wherever they are called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the demo keeps what must survive a restart: git-ignored, readable by its owner only. */
export const dataDir = join(root, '.data');

/** The path of something below `.data/`; the folder itself is made on first use. */
export function inData(name) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return join(dataDir, name);
}
