/**
 * `tsx --conditions=react-server tests/proofs/sixty-days.ts`: people live sixty days under random faults (every
 * call, lost and doubled webhooks, log-ins that break, rows that change) and edit their rows; in the end rows,
 * balances and edits must be the bank's and theirs, and no balance was ever called unexplained. `--seeds N`,
 * `--from N` (the first of them), `--days N`, `--households N` (of six). `--calm` goes without faults, so that all
 * that is measured is the proof of balance; `--silent` with them and without any webhook, so that the schedule
 * alone brings everything. Prints a line per seed, or `--json`.
 */
import { parseArgs } from 'node:util';
import '../support/environment';
import { startPostgres } from '../../scripts/postgres.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    from: { type: 'string', default: '1' },
    days: { type: 'string', default: '60' },
    households: { type: 'string', default: '2' },
    calm: { type: 'boolean', default: false },
    silent: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const { url, stop } = await startPostgres({ ephemeral: true });
const { makeMovedDatabase } = await import('../support/moved-time');
process.env['DATABASE_URL'] = await makeMovedDatabase(url, 'sixty_days');
const { log } = await import('@/lib/log');
log.level = 'silent';
const { liveThrough } = await import('./sixty-days/live');
const { PERSONAS } = await import('./sixty-days/world');

const [seeds, from] = [Number(values.seeds), Number(values.from)];
const [days, count] = [Number(values.days), Number(values.households)];
const figures: Record<string, number>[] = [];
for (let seed = from; seed < from + seeds; seed++) {
  // Others each time, so that all of them have their turn.
  const households = Array.from({ length: count }, (_, at) => PERSONAS[(seed - 1 + at) % PERSONAS.length]);
  const outcome = await liveThrough(
    households.filter((of) => of !== undefined),
    { seed, days, isCalm: values.calm, isSilent: values.silent },
  );
  const { edits, banks, ...wrong } = outcome;
  for (const line of Object.values(wrong).flat().slice(0, 20)) console.error(`seed ${seed}:`, line);
  const counts = Object.fromEntries(Object.entries(wrong).map(([name, found]) => [name, found.length]));
  figures.push({ seed, days, banks, edits, ...counts });
  if (!values.json) console.log(figures.at(-1));
}
const sum = (name: string) => figures.reduce((total, of) => total + (of[name] ?? 0), 0);
const wrong = sum('differences') + sum('misplaced') + sum('drift') + sum('notices');
if (values.json)
  console.log(JSON.stringify({ days: sum('days'), edits: sum('edits'), wrong, seeds: figures }));
stop();
process.exit(figures.length > 0 && wrong === 0 ? 0 : 1);
