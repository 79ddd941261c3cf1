/**
 * R6: two to four runs of one Item that come for the same work and take over from each other, the person's edits,
 * the bank's changes and the removal, in orders that fast-check makes at the grain of transactions and calls.
 * `--schedules 100000 --from 1`; `--workers N` processes, each with a database of its own; `--minutes N` ends it early.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../scripts/postgres.mjs';
import type { Result, Task } from './interleavings/worker';
import { withoutStandstill } from './interleavings/standstill';
import { finish, sinceStart } from './outcome';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '100000' },
    from: { type: 'string', default: '1' },
    minutes: { type: 'string', default: 'Infinity' },
    workers: { type: 'string', default: String(Math.min(4, availableParallelism())) },
  },
});

const FLOOR = 100_000;
/** So many are made, played and looked at together. */
const BATCH = 100;

const { url, stop } = await startPostgres({ ephemeral: true });
const first = Number(values.from);
const end = first + Number(values.schedules);
const orders = new Set<string>();
const violations: string[] = [];
const ends: Record<string, number> = {};
let next = first;
let reached = 0;
const workers = Math.min(Number(values.workers), Math.ceil((end - first) / BATCH));
await Promise.all(Array.from({ length: workers }, (_, nth) => keepBusy(`interleavings_${nth}`)));
stop();
finish({
  id: 'R6',
  counted: 'schedules',
  reached,
  floor: FLOOR,
  violations,
  figures: {
    'distinct orders': orders.size,
    'runs that came to their end': (ends['done'] ?? 0) + (ends['again'] ?? 0),
    'that lost their lease': ends['lost'] ?? 0,
    'that found it taken': ends['busy'] ?? 0,
    'schedules a second': (reached / sinceStart()).toFixed(1),
  },
  again: `npm run prove -- --only r6 --schedules ${values.schedules} --from ${values.from}`,
});

async function keepBusy(name: string): Promise<void> {
  let worker = startWorker(name);
  while (next < end && sinceStart() < Number(values.minutes) * 60) {
    const task: Task = { from: next, until: Math.min(end, next + BATCH) };
    next = task.until;
    hear(
      await withoutStandstill(async () => {
        if (!worker.connected) worker = startWorker(`${name}_${task.from}`);
        return ask(worker, task);
      }),
    );
  }
  worker.kill();
}

function startWorker(database: string): ChildProcess {
  return fork(fileURLToPath(new URL('./interleavings/worker.ts', import.meta.url)), [url, database]);
}

async function ask(worker: ChildProcess, task: Task): Promise<Result> {
  const over = new AbortController();
  const answer = once(worker, 'message', over).then(([result]) => result as Result);
  const ended = once(worker, 'exit', over).then(([code]): never => {
    throw new Error(`A worker ended with ${code}.`);
  });
  worker.send(task);
  try {
    return await Promise.race([answer, ended]);
  } finally {
    over.abort();
    await Promise.allSettled([answer, ended]);
  }
}

function hear(result: Result): void {
  for (const order of result.orders) orders.add(order);
  for (const [how, count] of Object.entries(result.ends)) ends[how] = (ends[how] ?? 0) + count;
  for (const violation of result.violations) console.log(`  ${violation}`);
  violations.push(...result.violations);
  const before = reached;
  reached += result.orders.length;
  if (Math.floor(reached / 1000) > Math.floor(before / 1000))
    console.log(`  ${reached} schedules, ${violations.length} violations, ${sinceStart()} s`);
}
