/**
 * `tsx tests/planted-bugs/find.ts`: plants each bug in a copy of the tree and lets the simulation look for it (R3).
 * Prints with which seed it was found and which rule it broke, and how many were. `--only TEXT` takes those whose
 * name has it, `--seeds N` gives up after so many, `--write` keeps the table in `docs/planted-bugs.md`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/project.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';

type Found = { bug: string; plants: string; seed: number; broken: string | null };

const NEEDED = ['lib', 'db', 'drizzle', 'emulator', 'tests', 'scripts', 'tsconfig.json', 'package.json'];

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '1000' },
    steps: { type: 'string', default: '200' },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const folder = join(root, 'tests', 'planted-bugs');
const { url, stop } = await startPostgres({ ephemeral: true });
const patches = readdirSync(folder)
  .filter((name) => name.endsWith('.patch') && name.includes(values.only))
  .sort();
const all: Found[] = [];
for (const patch of patches) {
  const found = hunt(patch);
  all.push(found);
  if (!values.json) console.log(lineOf(found));
}
stop();
const caught = all.filter(({ broken }) => broken !== null);
const median = caught.map(({ seed }) => seed).sort((a, b) => a - b)[Math.floor((caught.length - 1) / 2)] ?? 0;
const summary = `${caught.length} of ${all.length} planted bugs found, median ${median} ${median === 1 ? 'seed' : 'seeds'}`;
if (values.json) console.log(JSON.stringify({ planted: all.length, found: caught.length, median, all }));
else console.log(summary);
if (values.write) writeFileSync(join(root, 'docs', 'planted-bugs.md'), page());
process.exit(all.length > 0 && caught.length === all.length ? 0 : 1);

function hunt(patch: string): Found {
  const tree = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const name of NEEDED) cpSync(join(root, name), join(tree, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    execFileSync('git', ['apply', join(folder, patch)], { cwd: tree });
    const bug = patch.replace('.patch', '');
    return { bug, plants: firstLine(patch), ...playOn(tree, bug) };
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function playOn(tree: string, name: string): { seed: number; broken: string | null } {
  const script = join('tests', 'planted-bugs', 'hunt.ts');
  const flags = ['--conditions=react-server', '--import', 'tsx'];
  const asked = ['--name', name, '--seeds', values.seeds, '--steps', values.steps];
  const env = { ...process.env, DATABASE_URL: url };
  const printed = execFileSync(process.execPath, [...flags, script, ...asked], { cwd: tree, env });
  const { seed, violation }: { seed: number; violation: string | null } = JSON.parse(
    printed.toString().trim().split('\n').at(-1) ?? '',
  );
  return { seed, broken: violation };
}

function firstLine(patch: string): string {
  return readFileSync(join(folder, patch), 'utf8').split('\n')[0] ?? '';
}

function lineOf({ bug, seed, broken }: Found): string {
  return broken === null ? `${bug}: NOT FOUND in ${seed} seeds` : `${bug}: seed ${seed}, ${broken}`;
}

function page(): string {
  const rows = all.map(({ bug, plants, seed, broken }) => {
    const rule = broken?.split(':')[0] ?? '';
    return `| ${bug.slice(0, 2)} | ${plants} | ${broken === null ? 'not found' : seed} | ${rule} |`;
  });
  return `# Planted bugs

Each of these was planted in a copy of the engine, and the simulation looked for it: the number of the first seed
that broke a rule, and the rule. \`npm run planted-bugs -- --write\` writes this page.

${summary}.

| # | what is planted | seed | rule |
| --- | --- | ---: | --- |
${rows.join('\n')}
`;
}
