/** Every point of every flow, and what happens there: the process is gone, or its connection is. */
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { asSystem } from '@/db/client';
import { env } from '@/lib/env';
import { type Point, Process, PROCEED, type Verdict } from '../../simulation/gate';
import { networkError } from '../../simulation/gated-plaid';
import { sqlError, useGatedDatabase } from '../../simulation/gated-postgres';
import { endState, looseEnds, timePasses } from '../aftermath';
import { keepLog } from '../log-lines';
import { type Bank, openBank, saveMoment } from '../moment';
import { PLAIN, smallBank } from '../small-bank';
import { differences, wholeState } from '../state';
import { connect } from '../wire';
import type { Flow } from './flow';
import { lifeFlows } from './life-flows';
import { syncFlows } from './sync-flows';

/** How a flow ends where nothing happens to it, and where it was never begun. */
type Ends = { readonly clean: string[]; readonly untouched: string[] };

export type Try = {
  readonly flow: Flow;
  readonly ends: Ends;
  readonly point: Point;
  readonly nth: number;
  readonly verdict: Verdict;
};

/** Flows on a database whose every statement has a gate. */
export async function allFlows(): Promise<Flow[]> {
  keepLog();
  useGatedDatabase(postgres(env().DATABASE_URL, { max: 10, onnotice: () => undefined }), {
    grain: 'statement',
    prepare: true,
  });
  const nobody = await saveMoment(openBank('nobody'));
  const full = await smallBank('crash-full');
  await nobody.restore();
  const plain = await smallBank('crash-plain', PLAIN);
  return [...(await syncFlows(full, plain)), ...(await lifeFlows(plain))];
}

/** After a statement is before the next one, or before the commit: nothing else lies between. */
export async function triesOf(flow: Flow): Promise<Try[]> {
  const ends = await endsOf(flow);
  const points = await pointsOf(flow);
  return points.flatMap((point, index) =>
    verdictsAt(point).map((verdict) => ({ flow, ends, point, nth: index + 1, verdict })),
  );
}

function verdictsAt({ kind }: Point): Verdict[] {
  if (kind === 'statement') return [{ do: 'crash', when: 'before' }];
  const error =
    kind === 'call' ? networkError('ECONNRESET') : sqlError('CONNECTION_CLOSED', 'write CONNECTION_CLOSED');
  return (['before', 'after'] as const).flatMap((when): Verdict[] => [
    { do: 'crash', when },
    { do: 'fail', when, error },
  ]);
}

async function pointsOf(flow: Flow): Promise<Point[]> {
  const points: Point[] = [];
  await begun(flow, (point) => {
    points.push(point);
    return PROCEED;
  });
  return points;
}

/** The flow as one process, and what others do meanwhile; `rest` lets happen what it did not come to. */
async function begun(flow: Flow, keeper: (point: Point) => Verdict) {
  const bank = await flow.begin();
  const { meanwhile } = flow;
  let isToHappen = meanwhile !== undefined;
  const happens = async () => {
    if (!isToHappen) return;
    await meanwhile?.happens(bank);
    isToHappen = false;
  };
  connect(bank, async (path, count) => {
    if (path === meanwhile?.path && count === meanwhile.count) await happens();
  });
  await new Process(flow.name, keeper).run(() => flow.act(bank));
  const rest = async () => {
    await happens();
    await timePasses();
  };
  return { bank, rest };
}

async function endsOf(flow: Flow): Promise<Ends> {
  const { bank, rest } = await begun(flow, () => PROCEED);
  await rest();
  const clean = await endState(bank);
  const before = await flow.begin();
  connect(before);
  await timePasses();
  return { clean, untouched: await endState(before) };
}

/** What was wrong after it; nothing when all was well. */
export async function tryPoint({ flow, ends, nth, verdict }: Try): Promise<string[]> {
  let count = 0;
  const { bank, rest } = await begun(flow, () => {
    count += 1;
    return count === nth ? verdict : PROCEED;
  });
  if (count < nth) return ['the flow did not come to this point'];
  await rest();
  const wrong = [...differences(await endState(bank), ends.clean)];
  const isUntouched = differences(await endState(bank), ends.untouched).length === 0;
  if (flow.isAsked && isUntouched) wrong.length = 0;
  if (flow.isAsked) wrong.push(...(await askedAgain(flow, bank, ends)));
  const isForgiven = flow.mayBeReported === true && (await isReported(ends));
  return [...(isForgiven ? [] : wrong), ...(await looseEnds())];
}

/** Who waited asks once more, and then has what they wanted, once. */
async function askedAgain(flow: Flow, bank: Bank, ends: Ends): Promise<string[]> {
  await flow.act(bank).catch(() => undefined);
  await timePasses();
  return differences(await endState(bank), ends.clean).map((line) => `asked again, ${line}`);
}

/** The token was spent and nobody heard what for: nothing is stored, and the link counts as failed (S10). */
async function isReported({ untouched }: Ends): Promise<boolean> {
  const failed = await asSystem((tx) => tx.execute(sql`select from link_intents where state = 'failed'`));
  const stored = untouched.filter((line) => !line.startsWith('alive at Plaid'));
  return failed.length > 0 && differences(await wholeState(), stored).length === 0;
}
