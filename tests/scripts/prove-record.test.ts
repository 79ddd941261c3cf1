import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { circumstances, keep, listKept, takeOver } from '../../scripts/prove-record.mjs';

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-record-'));
afterAll(() => rmSync(folder, { recursive: true }));

const row = (id: string, form: string, at: string, reached: string) => ({ id, form, at, reached });

test('a proof takes the place of its own row alone, and one in short never that of a floor', () => {
  const path = join(folder, 'own.json');
  keep(row('R7', 'floors', '2026-01-01', '1000 kills'), path);
  keep(row('R8', 'floors', '2026-01-01', '200 stops'), path);
  keep(row('R7', 'short', '2026-01-02', '20 kills'), path);
  keep(row('R8', 'floors', '2026-01-02', '199 stops'), path);
  const reached = listKept(path).map((kept: { reached: string }) => kept.reached);
  expect(reached).toEqual(['1000 kills', '20 kills', '199 stops']);
});

test('what another checkout reached is taken over where it is later', () => {
  const [path, from] = [join(folder, 'here.json'), join(folder, 'there.json')];
  keep(row('R7', 'floors', '2026-01-02', 'here'), path);
  keep(row('R8', 'floors', '2026-01-01', 'here'), path);
  for (const id of ['R7', 'R8']) keep(row(id, 'floors', '2026-01-01T12', 'there'), from);
  takeOver(from, path);
  expect(listKept(path)).toEqual([
    row('R7', 'floors', '2026-01-02', 'here'),
    row('R8', 'floors', '2026-01-01T12', 'there'),
  ]);
  expect(() => takeOver(join(folder, 'none.json'), path)).toThrow('There is no file');
});

test('a run names the code that it proves, and the machine', () => {
  const { commit, machine } = circumstances();
  expect(commit).toMatch(/^([0-9a-f]{7,}\+?|unknown)$/);
  expect(machine).toContain('cores');
});
