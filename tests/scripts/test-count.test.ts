import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countTests } from '../../scripts/test-count.mjs';

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-count-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(...testResults: { status: string; assertionResults: { status: string }[] }[]): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

test('counts what passed and what failed', () => {
  const path = report(file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed'));
  expect(countTests(path, 1)).toEqual({ passed: 3, failed: 1 });
});

test('counts a skipped test as failed', () => {
  expect(countTests(report(file('passed', 'passed', 'skipped', 'pending', 'todo')), 0)).toEqual({
    passed: 1,
    failed: 3,
  });
});

test('counts a file that could not be loaded, although it has no tests', () => {
  expect(countTests(report(file('passed', 'passed'), file('failed')), 1)).toEqual({ passed: 1, failed: 1 });
});

test('a run without tests, without a report or with an error outside its tests has failed', () => {
  expect(countTests(report(), 0)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(report(file('passed', 'passed')), 1)).toEqual({ passed: 1, failed: 1 });
});
