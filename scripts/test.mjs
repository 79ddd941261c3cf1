/**
 * `npm test`: the whole suite on a fresh clone, browser included. Its last line is `N passed, N failed`.
 * `npm test -- tests/db` or `npm test -- --project database` runs a part of it.
 */
import './node-version.mjs';
import { rmSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { inData } from './project.mjs';
import { programOf, runAloud } from './run.mjs';
import { countTests } from './test-count.mjs';
import { Trouble } from './trouble.mjs';

const { passed, failed } = await runTests(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Trouble ? `\n${error.message}` : error);
  return { passed: 0, failed: 1 };
});
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function runTests(filters) {
  await ensureInstalled();
  if (filters.length === 0) {
    process.env.CHROMIUM_PATH = ensureChromium();
    await ensureBuilt();
  }
  const report = inData('tests.json');
  rmSync(report, { force: true });
  const vitest = [...programOf('vitest/vitest.mjs'), 'run', ...filters];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return countTests(report, await runAloud([...vitest, ...reporters]));
}
