/** The rules of the house, read from its files. Each failure names the file and what to change. */
import { expect, test } from 'vitest';
import { isOurs, isPureLib, roomOf } from './support/arrows';
import { bareCode, codeFiles, files, importsOf, textOf } from './support/sources';

const isTest = (path: string) => path.startsWith('tests/');
const isProgram = (path: string) => /^(scripts|bench)\//.test(path) || /^[^/]+\.(ts|mjs)$/.test(path);
const production = codeFiles.filter((path) => !isTest(path) && !isProgram(path));
const pure = production.filter((path) => isPureLib(path) || path.startsWith('lib/core/'));

/** Rows of data are read like a table, not like a program, so their length is no burden. */
const dataTables = [
  /^emulator\/(personas\/|documents\.)/,
  /^lib\/categories\/taxonomy\.ts$/,
  /^lib\/core\/currency\.ts$/,
  /^lib\/connections\/situations\.ts$/,
];

test('imports follow the arrows of the house', () => {
  const broken = production.flatMap((path) => {
    const room = roomOf(path);
    if (!room) return [];
    return importsOf(path)
      .filter((target) => isOurs(target) && !room.mayImport(target))
      .map((target) => `${path} is in ${room.name} and must not import ${target}`);
  });
  expect(broken).toEqual([]);
});

test('only queries and the seed use the database client', () => {
  expect(importersOf((target) => target === 'db/client').filter((path) => !path.startsWith('db/'))).toEqual(
    [],
  );
});

test('the emulator is reached only through its door', () => {
  const importers = importersOf((target) => target.startsWith('emulator/') || target === 'emulator');
  expect(importers.filter((path) => !/^(emulator|app\/api\/emulator|db\/seed)/.test(path))).toEqual([]);
});

test('the plaid package stays behind the wall; the emulator takes its vocabulary, not its client', () => {
  const importers = importersOf((target) => target === 'plaid');
  expect(importers.filter((path) => !/^(lib\/plaid|emulator)\//.test(path))).toEqual([]);
  const client = /\b(PlaidApi|Configuration)\b/;
  expect(importers.filter((path) => path.startsWith('emulator/') && client.test(bareCode(path)))).toEqual([]);
});

test('components ask for the way to write by one name, which server and browser answer each for itself', () => {
  const sides = importersOf((target) => /^(lib|components\/ui)\/writing$/.test(target));
  expect(sides.filter((path) => !path.startsWith('app/'))).toEqual([]);
});

test('Recharts is known to the charts only', () => {
  expect(
    importersOf((target) => target === 'recharts').filter((path) => !path.startsWith('components/charts/')),
  ).toEqual([]);
});

test('calculations know no framework, no database, no clock and no chance', () => {
  const outside = /^(next|react|react-dom|postgres|drizzle-orm|plaid|server-only|node:.*)(\/|$)/;
  const broken = pure.filter(
    (path) =>
      importsOf(path).some((target) => outside.test(target)) ||
      /new Date\(\)|Date\.now\(|Math\.random\(/.test(bareCode(path)),
  );
  expect(broken).toEqual([]);
});

test('server code says so in its first import', () => {
  const server = /^(db\/client|db\/queries\/[^/]+|lib\/(env|auth|secrets)|lib\/(plaid|sync)\/.+)\.ts$/;
  const unmarked = production.filter(
    (path) =>
      server.test(path) && !/^(\s*import .*\n)*\s*import 'server-only';/.test(bareCode(path).trimStart()),
  );
  expect(unmarked).toEqual([]);
});

test('the environment is read in one place', () => {
  const allowed = /^(lib\/env|emulator\/serve)\.ts$/;
  expect(production.filter((path) => !allowed.test(path) && /\bprocess\.env\b/.test(bareCode(path)))).toEqual(
    [],
  );
});

test('no check of types or style is switched off', () => {
  const rules = JSON.parse(textOf('.oxlintrc.json')).rules;
  expect(rules).toMatchObject({
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
  });
  // One line may differ from a rule of markup, by name; types and promises are never exempt.
  const off =
    /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|oxlint-disable(?!-next-line (react|jsx-a11y|nextjs)\/)/;
  expect(codeFiles.filter((path) => path !== 'tests/architecture.test.ts' && off.test(textOf(path)))).toEqual(
    [],
  );
});

test('no test is left out', () => {
  const left = /\b(test|it|describe)\.(skip|only|todo)\b/;
  expect(codeFiles.filter((path) => isTest(path) && left.test(bareCode(path)))).toEqual([]);
});

test('files are named in kebab case, after what they hold', () => {
  const fine = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|\([a-z-]+\)|\[(?:\.\.\.)?[a-zA-Z]+\])$/;
  const drawer = /^(utils?|helpers?|misc|common|shared|types?|services?|managers?|index)$/;
  const barrels = ['emulator/index.ts', 'db/schema/index.ts'];
  const misnamed = codeFiles.filter((path) => {
    const parts = path.replace(/(\.test|\.config|\.d)?\.(ts|tsx|mjs)$/, '').split('/');
    return (
      parts.some((part) => !fine.test(part)) || (drawer.test(parts.at(-1) ?? '') && !barrels.includes(path))
    );
  });
  expect(misnamed).toEqual([]);
});

test('no file of code grows beyond 250 lines', () => {
  const long = codeFiles
    .filter((path) => !dataTables.some((table) => table.test(path)))
    .map((path) => `${path}: ${textOf(path).split('\n').length - 1} lines`)
    .filter((line) => Number(/(\d+) lines$/.exec(line)?.[1]) > 250);
  expect(long).toEqual([]);
});

test('what vercel.json names is there, or a deployment would be refused', () => {
  const { functions, crons } = JSON.parse(textOf('vercel.json'));
  const routes = crons.map(({ path }: { path: string }) => `app${path}/route.ts`);
  expect([...Object.keys(functions), ...routes].filter((path) => !codeFiles.includes(path))).toEqual([]);
});

test('every setting that the app reads is explained', () => {
  const names = [...textOf('lib/env.ts').matchAll(/^ {4}([A-Z_]+): /gm)].map(([, name = '']) => name);
  const known = ['NODE_ENV', 'VERCEL', 'EMULATOR_CONTROL'];
  const explained = (name: string) =>
    textOf('README.md').includes(`\`${name}\``) && textOf('.env.example').includes(`${name}=`);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !known.includes(name) && !explained(name))).toEqual([]);
});

test('every dependency has its reason', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(textOf('package.json'));
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const reasons = textOf('docs/dependencies.md');
  expect(names.filter((name) => !name.startsWith('@types/') && !reasons.includes(name))).toEqual([]);
});

test('nothing in the project depends on one machine', () => {
  const registry = process.env['npm_config_registry'];
  const host = registry ? new URL(registry).host : null;
  const home = /(?:^|[\s"'`(=:])\/(?:home|Users|root|work)\/[\w.-]/m;
  const broken = files.filter((path) => {
    if (/\.(png|woff2?|ico)$/.test(path)) return false;
    const text = textOf(path);
    return home.test(text) || (host !== null && text.includes(host));
  });
  expect(broken).toEqual([]);
});

test('the lockfile leaves out where packages came from, so that every registry serves it', () => {
  expect(textOf('package-lock.json')).not.toContain('"resolved"');
});

function importersOf(matches: (target: string) => boolean): string[] {
  return production.filter((path) => importsOf(path).some((target) => matches(target)));
}
