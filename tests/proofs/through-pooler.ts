/**
 * R9: the whole database suite, engine included, through pgbouncer in transaction mode, where every transaction
 * may meet another session. `--files tests/sync` takes a part of it.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../scripts/postgres.mjs';
import { inData } from '../../scripts/project.mjs';
import { programOf, runAloud } from '../../scripts/run.mjs';
import { countTests } from '../../scripts/test-count.mjs';
import { finish } from './outcome';
import { Pooler } from './pooler';

const { values } = parseArgs({ options: { files: { type: 'string' } } });

const { url } = await startPostgres({ ephemeral: true });
const pooler = await Pooler.open(url);
const report = inData('through-pooler.json');
rmSync(report, { force: true });
const suite = [
  ...programOf('vitest/vitest.mjs'),
  'run',
  '--project',
  'database',
  ...(values.files?.split(',') ?? []),
];
const code = await runAloud(
  [...suite, '--testTimeout=120000', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
  {
    ...process.env,
    DATABASE_URL: pooler.url,
    DATABASE_URL_UNPOOLED: url,
  },
);
const { passed, failed } = countTests(report, code);
finish({
  id: 'R9',
  counted: 'tests through pgbouncer',
  reached: passed + failed,
  floor: 1,
  violations: failed === 0 ? [] : namesOfFailed(),
  figures: { 'failing tests': failed },
  again: `npm run prove -- --only r9${values.files ? ` --files ${values.files}` : ''}`,
});

type Report = { testResults: { assertionResults: { fullName: string; status: string }[] }[] };

/** A file that could not be loaded has no tests to name. */
function namesOfFailed(): string[] {
  if (!existsSync(report)) return ['the suite did not run to its end'];
  const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const names = tests.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName);
  return names.length > 0 ? names : [`${failed} failed outside of every test`];
}
