/** The short form of `tests/proofs/interleavings.ts`: a few dozen schedules, the same ones each time. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { log } from '@/lib/log';
import { makeDatabase } from '../proofs/interleavings/database';
import { scheduleOf } from '../proofs/interleavings/schedule';
import { type Ended, Stage } from '../proofs/interleavings/stage';

const SEEDS = Array.from({ length: 30 }, (_, nth) => nth + 1);

let stage: Stage;
let played: Ended[] = [];

beforeAll(async () => {
  log.level = 'silent';
  const { url, prefix } = inject('databaseServer');
  const made = await makeDatabase(url, `${prefix}_${randomBytes(4).toString('hex')}`);
  // There may be a pooler in between, which hands the next transaction to a session without the statement.
  stage = await Stage.open(`${made}?prepare=false`);
  played = await stage.playAll(SEEDS.map(scheduleOf));
}, 120_000);

afterAll(() => stage.close());

test('in whatever order runs, edits, changes of the bank and a removal go on, they end alike', () => {
  const wrong = played.flatMap(({ violations }, nth) => violations.map((what) => `${SEEDS[nth]}: ${what}`));
  expect(wrong).toEqual([]);
});

test('runs come to their end, find the lease taken, and lose it to others', () => {
  const ends = played.flatMap(({ ends: of }) => of);
  for (const how of ['done', 'busy', 'lost', 'gone']) expect(ends).toContain(how);
  const orders = new Set(played.map(({ order }) => order.join('\n')));
  expect(orders.size).toBeGreaterThan(SEEDS.length / 2);
});

test('the same number is the same order each time', async () => {
  const again = await stage.playAll(SEEDS.slice(0, 10).map(scheduleOf));
  expect(again.map(({ order }) => order)).toEqual(played.slice(0, 10).map(({ order }) => order));
}, 60_000);
