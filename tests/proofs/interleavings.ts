/**
 * R6: two or three runs of one Item that take over from each other, the person's edits, the bank's changes and
 * its removal, in orders that chance decides at the grain of transactions and calls. `--schedules 100000 --from 1`.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openWorld } from './open-world';
import { finish, sinceStart } from './outcome';

const { values } = parseArgs({
  options: { schedules: { type: 'string', default: '100000' }, from: { type: 'string', default: '1' } },
});

const FLOOR = 100_000;
/** A bank's log grows with each change, so there is a new bank now and then. */
const SCHEDULES_OF_A_BANK = 200;

await openWorld();
const postgres = (await import('postgres')).default;
const { log } = await import('@/lib/log');
const { useGatedDatabase } = await import('../simulation/gated-postgres');
const { openSmallBank } = await import('./interleavings/small-bank');
const { play } = await import('./interleavings/play');

log.level = 'silent';
const real = postgres(process.env['DATABASE_URL'] ?? '', { max: 10, onnotice: () => undefined });
useGatedDatabase(real, { grain: 'transaction', prepare: true });
const orders = new Set<string>();
const violations: string[] = [];
const first = Number(values.from);
const count = Number(values.schedules);
let bank = await openSmallBank();
for (let seed = first; seed < first + count; seed++) {
  if ((seed - first) % SCHEDULES_OF_A_BANK === SCHEDULES_OF_A_BANK - 1) bank = await openSmallBank();
  const played = await play(bank, seed);
  orders.add(createHash('sha256').update(played.order).digest('base64'));
  for (const what of played.violations) {
    violations.push(`schedule ${seed}: ${what}`);
    console.log(`  schedule ${seed}: ${what}`);
  }
  if ((seed - first) % 1000 === 999)
    console.log(`  ${seed - first + 1} schedules, ${violations.length} violations`);
}
finish({
  id: 'R6',
  counted: 'schedules',
  reached: count,
  floor: FLOOR,
  violations,
  figures: { 'distinct orders': orders.size, 'schedules a second': (count / sinceStart()).toFixed(1) },
  again: `npm run prove -- --only r6 --schedules ${count} --from ${values.from}`,
});
