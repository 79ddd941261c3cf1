/**
 * `tsx --conditions=react-server tests/proofs/error-cells.ts`: every error code on every call at every page
 * (R5). Prints how many cells were tried and which were taken wrongly. `--only TEXT` takes those whose name has it,
 * `--every N` each n-th, `--workers N` processes share them.
 */
import { parseArgs } from 'node:util';
import type { Task, Told } from './error-cells/worker';
import { inShares, WORKERS } from './shares';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    every: { type: 'string', default: '1' },
    workers: { type: 'string', default: WORKERS },
    json: { type: 'boolean', default: false },
  },
});

const figures = { cells: 0, wrong: 0 };
const task: Task = { only: values.only, every: Number(values.every) };
const worker = new URL('./error-cells/worker.ts', import.meta.url);
await inShares<Told>(worker, Number(values.workers), task, ({ cells, wrong }) => {
  figures.cells += cells;
  figures.wrong += wrong.length;
  for (const cell of wrong) console.error(cell);
  console.error(`${figures.cells} cells, ${figures.wrong} wrong`);
});

console.log(values.json ? JSON.stringify(figures) : `${figures.cells} cells tried, ${figures.wrong} wrong`);
process.exit(figures.wrong === 0 && figures.cells > 0 ? 0 : 1);
