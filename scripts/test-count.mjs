import { existsSync, readFileSync } from 'node:fs';

/**
 * Reads vitest's JSON report into `{passed, failed}`. Whatever did not pass failed: a skipped test, a file
 * that could not be loaded, a run without tests, an error outside every test (`exitCode` tells of it).
 */
export function countTests(report, exitCode) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length;
  const failed = tests.length - passed + broken;
  return { passed, failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed };
}

function isFailed({ status }) {
  return status === 'failed';
}
