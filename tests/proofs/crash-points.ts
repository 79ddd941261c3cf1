/**
 * `tsx --conditions=react-server tests/proofs/crash-points.ts`: every flow is stopped at every statement, commit
 * and call, before and after (R4); another process goes on, and the end must be that of a run nobody stopped.
 * Prints flows, points tried and bad states. `--flow TEXT` takes flows whose name has it, `--every N` each n-th point.
 */
import { parseArgs } from 'node:util';
import { openWorld } from './open-world';

const { values } = parseArgs({
  options: {
    flow: { type: 'string', default: '' },
    every: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const close = await openWorld();
const { allFlows, triesOf, tryPoint } = await import('./crash-points/all-points');
const flows = (await allFlows()).filter(({ name }) => name.includes(values.flow));
let points = 0;
let bad = 0;
for (const flow of flows) {
  const tries = (await triesOf(flow)).filter((_, index) => index % Number(values.every) === 0);
  for (const of of tries) {
    points += 1;
    const wrong = await tryPoint(of).catch((error: unknown) => [`it threw ${String(error)}`]);
    if (wrong.length === 0) continue;
    bad += 1;
    const { point, nth, verdict } = of;
    const where = `${verdict.do} ${'when' in verdict ? verdict.when : ''} ${point.kind} ${nth}`;
    console.error(
      `${flow.name}: ${where}\n  ${point.name.replaceAll(/\s+/g, ' ').slice(0, 120)}\n  ${wrong.join('\n  ')}`,
    );
  }
  if (!values.json) console.log(`${flow.name}: ${tries.length} points`);
}
const figures = { flows: flows.length, points, bad };
console.log(
  values.json ? JSON.stringify(figures) : `${figures.flows} flows, ${points} points tried, ${bad} bad states`,
);
close();
process.exit(bad === 0 && points > 0 ? 0 : 1);
