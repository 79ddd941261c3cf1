/**
 * `tsx --conditions=react-server tests/proofs/error-cells.ts`: every error code on every call at every page
 * (R5). Prints how many cells were tried and which were taken wrongly. `--only TEXT` takes those whose name has it,
 * `--every N` each n-th.
 */
import { parseArgs } from 'node:util';
import { openWorld } from './open-world';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    every: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const close = await openWorld();
const { allCells, tryCells } = await import('./error-cells/all-cells');
const cells = (await allCells())
  .filter(({ name }) => name.includes(values.only))
  .filter((_, index) => index % Number(values.every) === 0);
let wrong = 0;
for (const cell of cells) {
  for (const { name, complaints } of await tryCells([cell])) {
    wrong += 1;
    console.error(`${name}\n  ${complaints.join('\n  ')}`);
  }
}
const figures = { cells: cells.length, wrong };
console.log(values.json ? JSON.stringify(figures) : `${figures.cells} cells tried, ${figures.wrong} wrong`);
close();
process.exit(wrong === 0 && cells.length > 0 ? 0 : 1);
