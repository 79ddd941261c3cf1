/** A small part of the proof in `tests/proofs/crash-points.ts`: some points of three flows. */
import { beforeAll, expect, test } from 'vitest';
import { allFlows } from '../proofs/crash-points/all-flows';
import { triesOf, tryPoint } from '../proofs/crash-points/all-points';
import type { Flow } from '../proofs/crash-points/flow';
import { sampleOf } from '../proofs/sample';

let flows: Flow[] = [];
beforeAll(async () => {
  flows = await allFlows();
}, 60_000);

test.each(['exchange', 'removal', 'update with rows added, changed, posted and removed'])(
  '%s: stopped anywhere, another process comes to the same end',
  async (name) => {
    const flow = flows.find((of) => of.name === name);
    if (!flow) throw new Error('There is no such flow.');
    for (const of of sampleOf(await triesOf(flow), 2, 20_260_402)) {
      expect([of.point, of.verdict.do, await tryPoint(of)]).toEqual([of.point, of.verdict.do, []]);
    }
  },
  60_000,
);
