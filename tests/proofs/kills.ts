/**
 * R7: workers that are killed (SIGKILL) while they sync an Item of three pages whose bank goes on meanwhile. After
 * each kill the rows must be one whole state of the bank, and the next worker must bring the newest one within a
 * minute. `--kills 1000 --seed 1 --waits 10 --lanes 3 --minutes 60`.
 */
import { parseArgs } from 'node:util';
import { figuresOf, runLanes } from './lanes/run-lanes';
import { finish } from './outcome';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    /** How many wait for the lease in real time; the others move it, as time would. */
    waits: { type: 'string', default: '10' },
    /** How many go on at once, each in a world of its own. */
    lanes: { type: 'string', default: '3' },
    /** After which it tells what it has reached, as it does on Ctrl-C. */
    minutes: { type: 'string', default: '1000' },
  },
});

const { kills, seed, waits, lanes, minutes } = values;
const until = Date.now() + Number(minutes) * 60_000;
const outcome = await runLanes('./kills.ts', Number(lanes), {
  count: Number(kills),
  waits: Number(waits),
  seed,
  until,
});
finish({
  id: 'R7',
  counted: 'kills',
  reached: outcome.reached,
  floor: 1000,
  violations: outcome.violations,
  figures: figuresOf(outcome),
  again: `npm run prove -- --only r7 --kills ${kills} --seed ${seed} --waits ${waits} --lanes ${lanes}`,
});
