/**
 * R8: a PostgreSQL that is stopped in an instant, and a pooler that is restarted, while a worker syncs through
 * them. After each the database must hold one whole state of the bank, and the same worker must go on by
 * itself. `--stops 200 --seed 1 --waits 6 --lanes 3 --minutes 60`.
 */
import { parseArgs } from 'node:util';
import { figuresOf, runLanes } from './lanes/run-lanes';
import { finish } from './outcome';

const { values } = parseArgs({
  options: {
    stops: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    /** How many wait for the lease in real time; the others move it, as time would. */
    waits: { type: 'string', default: '6' },
    /** How many go on at once, each in a world of its own. */
    lanes: { type: 'string', default: '3' },
    /** After which it tells what it has reached, as it does on Ctrl-C. */
    minutes: { type: 'string', default: '1000' },
  },
});

const { stops, seed, waits, lanes, minutes } = values;
const until = Date.now() + Number(minutes) * 60_000;
const outcome = await runLanes('./stops.ts', Number(lanes), {
  count: Number(stops),
  waits: Number(waits),
  seed,
  until,
});
finish({
  id: 'R8',
  counted: 'immediate stops',
  reached: outcome.reached,
  floor: 200,
  violations: outcome.violations,
  figures: { 'restarts of the pooler': outcome.besides, ...figuresOf(outcome) },
  again: `npm run prove -- --only r8 --stops ${stops} --seed ${seed} --waits ${waits} --lanes ${lanes}`,
});
