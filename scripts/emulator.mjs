/**
 * `npm run emulator -- --port N`: the emulator alone. It is put together into one file of plain JavaScript
 * when its sources changed, because translating two hundred modules at every start takes a second.
 */
import './node-version.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { root } from './project.mjs';
import { hashOfSources } from './source-hash.mjs';
import { runMain } from './trouble.mjs';

const sources = ['emulator', 'lib/core', 'package-lock.json', 'scripts/emulator.mjs', 'tsconfig.json'];
const folder = join(root, 'node_modules', '.cache', 'emulator');
/** Needed at every start, and slow to find piece by piece; all others stay where they are. */
const taken = ['jose', 'plaid', 'zod'];

await runMain(async () => {
  await ensureInstalled();
  const program = join(folder, `${hashOfSources(sources)}.mjs`);
  if (!existsSync(program)) await putTogether(program);
  await import(pathToFileURL(program).href);
});

async function putTogether(program) {
  const { build } = await import('esbuild');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['emulator/serve.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: Object.keys(dependencies).filter((name) => !taken.includes(name)),
    // The client is CommonJS and asks for Node's own modules in its way.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
    write: false,
  });
  mkdirSync(folder, { recursive: true });
  const outdated = readdirSync(folder).filter((name) => name.endsWith('.mjs') && name !== basename(program));
  for (const name of outdated) rmSync(join(folder, name), { force: true });
  // Another start at the same moment finds either nothing or the whole file.
  const draft = `${program}.${process.pid}`;
  writeFileSync(draft, outputFiles[0].contents);
  renameSync(draft, program);
}
