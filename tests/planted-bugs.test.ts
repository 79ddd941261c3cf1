/** The planted bugs still fit the code they are planted in; whether they are found is told by `npm run planted-bugs`. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'planted-bugs');
const patches = readdirSync(folder).filter((name) => name.endsWith('.patch'));

test('there are thirty of them at least, each of its own', () => {
  const plants = patches.map((name) => readFileSync(join(folder, name), 'utf8').split('\n')[0]);
  expect(new Set(plants).size).toBe(patches.length);
  expect(patches.length).toBeGreaterThanOrEqual(30);
});

test('each can be planted, and changes the engine', () => {
  const unfit = patches.filter((name) => {
    try {
      const told = execFileSync('git', ['apply', '--check', '--numstat', join(folder, name)], {
        stdio: 'pipe',
      });
      return !/^\d+\t\d+\t(lib|db)\//.test(told.toString());
    } catch {
      return true;
    }
  });
  expect(unfit).toEqual([]);
});
