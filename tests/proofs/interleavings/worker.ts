/** One process of the proof, with a database of its own: plays the schedules whose numbers it is sent. */
import '../../support/environment';
import { createHash } from 'node:crypto';
import { log } from '@/lib/log';
import { makeDatabase } from './database';
import { scheduleOf } from './schedule';
import { shortest } from './shortest';
import { Stage } from './stage';

/** From one number until before the other. */
export type Task = { from: number; until: number };
export type Result = {
  /** A fingerprint of each schedule's order. */
  orders: string[];
  /** How often a run ended in which way. */
  ends: Record<string, number>;
  violations: string[];
};

const [server = '', name = ''] = process.argv.slice(2);
/** Making one shorter takes long, and what it shows is mostly what the next ones would show. */
let mostShortened = 2;

log.level = 'silent';
const stage = Stage.open(await makeDatabase(server, name));

// Whoever asked is gone.
process.on('disconnect', () => process.exit());
process.on('message', ({ from, until }: Task) => {
  void work(Array.from({ length: until - from }, (_, nth) => from + nth)).then((result) =>
    process.send?.(result),
  );
});

async function work(seeds: readonly number[]): Promise<Result> {
  const opened = await stage;
  const all = await opened.playAll(seeds.map(scheduleOf));
  const result: Result = { orders: [], ends: {}, violations: [] };
  for (const [nth, { order, ends, violations }] of all.entries()) {
    result.orders.push(createHash('sha256').update(order.join('\n')).digest('base64url').slice(0, 16));
    for (const end of ends) result.ends[end] = (result.ends[end] ?? 0) + 1;
    if (violations.length === 0) continue;
    const seed = seeds[nth] ?? 0;
    const told = mostShortened-- > 0 ? await shortest(opened, seed) : '';
    result.violations.push(`schedule ${seed}: ${violations.join('; ')}${told}`);
  }
  return result;
}
