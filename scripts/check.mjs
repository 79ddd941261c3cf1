/** `npm run check`: format, lint, types, import rules and the fast tests, in under a minute. */
import './node-version.mjs';
import { ensureInstalled } from './install.mjs';
import { programOf, runQuietly, seconds } from './run.mjs';
import { runMain } from './trouble.mjs';

const steps = [
  ['Format', '@biomejs/biome/bin/biome', 'format', '.'],
  ['Lint', 'oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  ['Types of the routes', 'next/dist/bin/next', 'typegen'],
  ['Types', 'typescript/bin/tsc', '--noEmit'],
  ['Import rules and fast tests', 'vitest/vitest.mjs', 'run', '--project', 'fast'],
];

await runMain(async () => {
  const since = Date.now();
  await ensureInstalled();
  for (const [title, program, ...args] of steps) {
    await runQuietly(title, [...programOf(program), ...args], { log: 'check.log' });
  }
  console.log(`\nAll good after ${seconds(since)}.`);
});
