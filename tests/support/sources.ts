import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const code = /\.(ts|tsx|mjs)$/;
const generated = /^drizzle\/|^next-env\.d\.ts$/;

/** What the project is made of: tracked files and new ones, without what git ignores. */
export const files: string[] = execFileSync(
  'git',
  ['-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));

/** The code among them, generated files aside. */
export const codeFiles: string[] = files.filter((path) => code.test(path) && !generated.test(path));

const texts = new Map<string, string>();

/** The text of a file, read once. */
export function textOf(path: string): string {
  const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
  texts.set(path, text);
  return text;
}

/** Code without its comments, so that words in them are not mistaken for code. Exact enough for our own style. */
export function bareCode(path: string): string {
  return textOf(path).replace(/\/\*[\s\S]*?\*\/|(?<![:\w'"`])\/\/[^\n]*/g, '');
}

/** What a file imports: paths from the root for our own code (`db/client`), names for packages. */
export function importsOf(path: string): string[] {
  const statements = /(?:^|\n)\s*(?:import|export)\s+(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
  const calls = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  const text = bareCode(path);
  return [statements, calls].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, target = '']) => fromRoot(path, target)),
  );
}

function fromRoot(from: string, target: string): string {
  const bare = target.replace(/\.(ts|tsx|mjs)$/, '');
  if (bare.startsWith('@/')) return bare.slice(2);
  return bare.startsWith('.') ? posix.join(posix.dirname(from), bare) : target;
}
