/** Every flow, on a database whose every statement has a gate. */
import { gateDatabase } from '../gated-database';
import { keepLog } from '../log-lines';
import { openBank, saveMoment } from '../moment';
import { PLAIN, smallBank } from '../small-bank';
import { changeFlows } from './change-flows';
import type { Flow } from './flow';
import { followFlows } from './follow-flows';
import { householdFlows } from './household-flows';
import { lifeFlows } from './life-flows';
import { syncFlows } from './sync-flows';
import { webhookFlows } from './webhook-flows';

export async function allFlows(): Promise<Flow[]> {
  keepLog();
  gateDatabase();
  const nobody = await saveMoment(openBank('nobody'));
  const full = await smallBank('crash-full');
  await nobody.restore();
  const plain = await smallBank('crash-plain', PLAIN);
  return [
    ...(await syncFlows(full, plain)),
    ...(await lifeFlows(plain)),
    ...(await webhookFlows(plain)),
    ...(await changeFlows(plain)),
    ...(await followFlows(nobody)),
    ...(await householdFlows(nobody)),
  ];
}
