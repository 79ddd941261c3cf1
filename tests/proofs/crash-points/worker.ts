/** One process of the proof: its share of the points of every flow. */
import { openWorld } from '../open-world';
import { myTask, shareOf, tell } from '../shares';
import type { Try } from './all-points';

export type Task = { readonly flow: string; readonly every: number };
export type Told = { readonly flow: string; readonly points: number; readonly bad: readonly string[] };

const { flow: text, every, ...share } = myTask<Task>();
const close = await openWorld();
const { allFlows } = await import('./all-flows');
const { triesOf, tryPoint } = await import('./all-points');

for (const flow of (await allFlows()).filter(({ name }) => name.includes(text))) {
  const tries = shareOf(
    (await triesOf(flow)).filter((_, index) => index % every === 0),
    share,
  );
  const bad: string[] = [];
  let points = 0;
  for (const of of tries) {
    const wrong = await tryPoint(of).catch((error: unknown) => [`it threw ${String(error)}`]);
    if (wrong === null) continue;
    points += 1;
    if (wrong.length > 0) bad.push([placeOf(of), ...wrong].join('\n  '));
  }
  await tell({ flow: flow.name, points, bad } satisfies Told);
}
close();
process.exit(0);

function placeOf({ flow, point, nth, verdict }: Try): string {
  const where = `${verdict.do} ${'when' in verdict ? verdict.when : ''} ${point.kind} ${nth}`;
  return `${flow.name}: ${where}\n  ${point.name.replaceAll(/\s+/g, ' ').slice(0, 120)}`;
}
