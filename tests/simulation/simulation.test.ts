/** A small run of `npm run simulate`, and the proof that the same seed is the same history. */
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { log } from '@/lib/log';
import { play } from './play';
import { Report } from './report';
import { makeVirtualDatabase, openVirtualDatabase } from './virtual-database';

const SEEDS = 3;
const STEPS = 100;

let db: Sql;

beforeAll(async () => {
  log.level = 'silent';
  const { url, prefix } = inject('databaseServer');
  // There may be a pooler in between, which keeps no plans.
  db = await openVirtualDatabase(await makeVirtualDatabase(url, `${prefix}_simulation`), false);
});

afterAll(() => db.end());

test('the same seed is the same history, to the millisecond of the virtual clock', async () => {
  const first = await play(db, { seed: 4, steps: 40 });
  const second = await play(db, { seed: 4, steps: 40 });
  expect(first.violation).toBeNull();
  expect(second.history).toBe(first.history);
}, 600_000);

test('under faults of every kind no rule is broken, and everything comes right afterwards', async () => {
  const report = new Report();
  for (let seed = 101; seed < 101 + SEEDS; seed++) {
    const played = await play(db, { seed, steps: STEPS });
    expect({ seed, violation: played.violation }).toEqual({ seed, violation: null });
    report.add(played);
  }
  const { seeds, checks, faults } = report.figures('');
  expect(seeds).toBe(SEEDS);
  for (const rule of ['S1', 'S3', 'S6', 'S9', 'S10', 'S14', 'S15', 'S17'])
    expect(checks[rule]).toBeGreaterThan(0);
  expect(Object.keys(faults).length).toBeGreaterThan(20);
}, 600_000);
