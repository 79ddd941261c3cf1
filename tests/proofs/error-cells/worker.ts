/** One process of the proof: its share of the cells. */
import { openWorld } from '../open-world';
import { myTask, shareOf, tell } from '../shares';

export type Task = { readonly only: string; readonly every: number };
export type Told = { readonly cells: number; readonly wrong: readonly string[] };

/** So few between two words of it that a wrong one is heard of soon. */
const AT_ONCE = 25;

const { only, every, ...share } = myTask<Task>();
const close = await openWorld();
const { allCells, tryCells } = await import('./all-cells');
const chosen = (await allCells())
  .filter(({ name }) => name.includes(only))
  .filter((_, index) => index % every === 0);
const mine = shareOf(chosen, share);
while (mine.length > 0) {
  const some = mine.splice(0, AT_ONCE);
  const wrong = (await tryCells(some)).map(({ name, complaints }) => [name, ...complaints].join('\n  '));
  await tell({ cells: some.length, wrong } satisfies Told);
}
close();
process.exit(0);
