/**
 * `tsx --conditions=react-server tests/proofs/crash-points.ts`: every flow is stopped at every statement, commit
 * and call, before and after (R4); another process goes on, and the end must be that of a run nobody stopped.
 * Prints flows, points tried and bad states. `--flow TEXT` takes flows whose name has it, `--every N` each n-th
 * point, `--workers N` processes share them.
 */
import { parseArgs } from 'node:util';
import type { Task, Told } from './crash-points/worker';
import { inShares, WORKERS } from './shares';

const { values } = parseArgs({
  options: {
    flow: { type: 'string', default: '' },
    every: { type: 'string', default: '1' },
    workers: { type: 'string', default: WORKERS },
    json: { type: 'boolean', default: false },
  },
});

const say = values.json ? console.error : console.log;
const workers = Number(values.workers);
const flows = new Map<string, { points: number; shares: number }>();
let bad = 0;

const task: Task = { flow: values.flow, every: Number(values.every) };
await inShares<Told>(new URL('./crash-points/worker.ts', import.meta.url), workers, task, (told) => {
  const { points, shares } = flows.get(told.flow) ?? { points: 0, shares: 0 };
  const sum = { points: points + told.points, shares: shares + 1 };
  flows.set(told.flow, sum);
  bad += told.bad.length;
  for (const place of told.bad) console.error(place);
  if (sum.shares === workers) say(`${told.flow}: ${sum.points} points`);
});

const points = [...flows.values()].reduce((sum, flow) => sum + flow.points, 0);
const figures = { flows: flows.size, points, bad };
console.log(
  values.json ? JSON.stringify(figures) : `${figures.flows} flows, ${points} points tried, ${bad} bad states`,
);
process.exit(bad === 0 && points > 0 ? 0 : 1);
