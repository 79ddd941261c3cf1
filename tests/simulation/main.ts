/**
 * `npm run simulate -- --seeds 10000 --steps 200`: the real engine, the real client and a real Postgres in worlds
 * where everything goes wrong. `--seed N` plays one and tells all of it; `--from N` begins there; `--workers N`;
 * `--until-violation` ends at the first; `--no-shrink` leaves its schedule as long as it was; `--json`.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import '../support/environment';
import { log } from '@/lib/log';
import { startPostgres } from '../../scripts/postgres.mjs';
import { type Played, play } from './play';
import { print, Report } from './report';
import { describe } from './shrink';
import { dropDatabase, makeVirtualDatabase, openVirtualDatabase } from './virtual-database';
import { playAll } from './workers';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    steps: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    workers: { type: 'string', default: '2' },
    'until-violation': { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const given = process.env['SIMULATION_SERVER_URL'];
const server = given ? { url: given, stop: () => undefined } : await startPostgres({ ephemeral: true });
const prefix = `evenkeel_simulation_${process.pid}`;
try {
  process.exitCode = values.seed === undefined ? await simulate() : await tell(Number(values.seed));
} finally {
  server.stop();
}

async function simulate(): Promise<number> {
  const report = new Report();
  const broken: Played[] = [];
  const names = Array.from({ length: Number(values.workers) }, (_, nth) => `${prefix}_${nth}`);
  const urls: string[] = [];
  for (const name of names) urls.push(await makeVirtualDatabase(server.url, name));
  const first = Number(values.from);
  await playAll(
    urls,
    {
      seeds: Array.from({ length: Number(values.seeds) }, (_, nth) => first + nth),
      steps: Number(values.steps),
      isShrinking: !values['no-shrink'],
      isEndingAtFirst: values['until-violation'],
    },
    ({ played, shortest }) => {
      for (const one of played) report.add(one);
      if (shortest) broken.push(shortest);
      if (shortest) process.stderr.write(`seed ${shortest.seed}: ${shortest.violation}\n`);
      if (!values.json) process.stderr.write(`${report.count} seeds, ${broken.length} violations\r`);
    },
  );
  for (const name of given ? names : []) await dropDatabase(server.url, name);
  const figures = report.figures(commit());
  const violations = broken.map(({ seed, violation, actions }) => ({
    seed,
    violation,
    schedule: describe(actions),
  }));
  if (!values.json) print(figures);
  console.log(JSON.stringify({ ...figures, violated: violations }, null, 2));
  // Nothing was tried is as bad as something was found.
  return figures.violations > 0 || figures.seeds === 0 ? 1 : 0;
}

/** One seed, told as it goes. */
async function tell(seed: number): Promise<number> {
  log.level = 'silent';
  const db = await openVirtualDatabase(await makeVirtualDatabase(server.url, prefix));
  const played = await play(db, { seed, steps: Number(values.steps), trace: (line) => console.log(line) });
  await db.end();
  if (given) await dropDatabase(server.url, prefix);
  console.log(
    `\nseed ${seed}, commit ${commit()}: ${played.violation ?? 'no violation'}; history ${played.history}`,
  );
  return played.violation === null ? 0 : 1;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
