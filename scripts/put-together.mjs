import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.mjs';
import { hashOfSources } from './source-hash.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Puts a program of many TypeScript modules together into one file of plain JavaScript and imports it; again
 * only when its sources changed, because translating them at every start takes a second. `code` is the entry,
 * as a module at the top of the checkout; `taken` are the packages that go into the file, since they are
 * slow to find piece by piece. All others stay where they are. Answers what the entry exports.
 */
export async function importTogether(name, { code, sources, taken }) {
  const folder = join(root, 'node_modules', '.cache', name);
  const made = ['package-lock.json', 'scripts/put-together.mjs', `scripts/${name}.mjs`, 'tsconfig.json'];
  const program = join(folder, `${hashOfSources([...sources, ...made])}.mjs`);
  if (!existsSync(program)) await putTogether(folder, program, { code, taken });
  return import(pathToFileURL(program).href);
}

async function putTogether(folder, program, { code, taken }) {
  const { build } = await import('esbuild').catch(() => {
    throw new Trouble(
      'This program is put together once after each update, which needs the development dependencies: npm ci.',
    );
  });
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Under which server-only modules load outside Next.
    conditions: ['react-server'],
    external: Object.keys(dependencies).filter((name) => !taken.includes(name)),
    // Some packages are CommonJS and ask for Node's own modules in its way.
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
