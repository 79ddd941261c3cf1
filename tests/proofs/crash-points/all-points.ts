/** Every point of a flow, and what happens there: the process is gone, or its connection is. */
import { AppError } from '@/lib/core/errors';
import { PlaidFailure } from '@/lib/plaid/errors';
import { type End, type Point, Process, PROCEED, type Verdict } from '../../simulation/gate';
import { networkError } from '../../simulation/gated-plaid';
import { sqlError } from '../../simulation/gated-postgres';
import { endState, looseEnds, timePasses, timePassesWithoutRuns } from '../aftermath';
import type { Bank } from '../moment';
import { differences } from '../state';
import { connect } from '../wire';
import type { Ends, Flow } from './flow';
import { leftBehind } from './left-behind';

export type Try = {
  readonly flow: Flow;
  readonly ends: Ends;
  /**
   * What was wrong after each end that was seen (see `leftBehind`): most points of a transaction leave the same, and
   * what comes after depends on nothing else, so it is played once.
   */
  readonly known: Map<string, readonly string[]>;
  readonly point: Point;
  readonly nth: number;
  readonly verdict: Verdict;
};

/** After a statement is before the next one, or before the commit: nothing else lies between. */
export async function triesOf(flow: Flow): Promise<Try[]> {
  const ends = await endsOf(flow);
  const points = await pointsOf(flow);
  const known = new Map<string, readonly string[]>();
  return points.flatMap((point, index) =>
    verdictsAt(point).map((verdict) => ({ flow, ends, known, point, nth: index + 1, verdict })),
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
  const end = await new Process(flow.name, keeper).run(() => flow.act(bank));
  const rest = async () => {
    await happens();
    await timeGoesOn(flow);
  };
  return { bank, end, rest };
}

function timeGoesOn({ isWithoutRuns }: Flow): Promise<void> {
  return isWithoutRuns ? timePassesWithoutRuns() : timePasses();
}

async function endsOf(flow: Flow): Promise<Ends> {
  const { bank, end, rest } = await begun(flow, () => PROCEED);
  const unexpected = wrongEnd(flow, end, PROCEED);
  if (unexpected.length > 0) throw new Error(`${flow.name}, with nothing in its way: ${unexpected.join()}`);
  await rest();
  const clean = await whatCounts(flow, bank);
  const before = await flow.begin();
  connect(before);
  await timeGoesOn(flow);
  return { clean, untouched: await whatCounts(flow, before) };
}

function whatCounts({ whatCounts = endState }: Flow, bank: Bank): Promise<string[]> {
  return whatCounts(bank);
}

/** What was wrong after it; nothing when all was well. Null where a flow that waits had no need of that look. */
export async function tryPoint({ flow, ends, known, nth, verdict }: Try): Promise<readonly string[] | null> {
  const since = Date.now();
  let count = 0;
  const { bank, end, rest } = await begun(flow, () => {
    count += 1;
    return count === nth ? verdict : PROCEED;
  });
  if (count < nth) return flow.isWaiting ? null : ['the flow did not come to this point'];
  const left = await leftBehind(bank, since);
  const wrong = known.get(left) ?? (await wrongAfter(flow, bank, ends, rest));
  known.set(left, wrong);
  return [...wrongEnd(flow, end, verdict), ...wrong];
}

async function wrongAfter(flow: Flow, bank: Bank, ends: Ends, rest: () => Promise<void>): Promise<string[]> {
  const told = flow.asksAtOnce ? await again(flow, bank) : [];
  await rest();
  const wrong = [...told, ...(await wrongState(flow, bank, ends))];
  const isForgiven = wrong.length > 0 && (await flow.isReported?.(ends));
  return [...(isForgiven ? [] : wrong), ...(await looseEnds({ areRunsMade: !flow.isWithoutRuns }))];
}

async function wrongState(flow: Flow, bank: Bank, ends: Ends): Promise<string[]> {
  const found = await whatCounts(flow, bank);
  if (!flow.isAsked) return differences(found, ends.clean);
  const isToBeAsked = flow.mayBeHalf || differences(found, ends.untouched).length === 0;
  return [...(isToBeAsked ? [] : differences(found, ends.clean)), ...(await askedAgain(flow, bank, ends))];
}

/** Who waited asks once more, and then has what they wanted, once. */
async function askedAgain(flow: Flow, bank: Bank, ends: Ends): Promise<string[]> {
  const told = await again(flow, bank);
  await timeGoesOn(flow);
  const wrong = [...told, ...differences(await whatCounts(flow, bank), ends.clean)];
  return wrong.map((line) => `asked again, ${line}`);
}

async function again(flow: Flow, bank: Bank): Promise<string[]> {
  const end = await new Process(`${flow.name}, again`, () => PROCEED).run(() => flow.act(bank));
  return wrongEnd(flow, end, PROCEED);
}

/** A flow ends in what it was told to meet, or in a sentence for who asked; anything else is a fault of its own. */
function wrongEnd({ refusals = [] }: Flow, end: End, verdict: Verdict): string[] {
  if (end.end !== 'failed') return [];
  const { error } = end;
  if (error instanceof AppError && refusals.includes(error.code)) return [];
  const met = verdict.do === 'fail' ? verdict.error : undefined;
  const isMet = met !== undefined && error instanceof Error && (error === met || error.cause === met);
  return isMet || (met !== undefined && isOfPlaid(error)) ? [] : [`it failed with ${String(error)}`];
}

/** A call that broke off, as the app words it. */
function isOfPlaid(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'provider-unavailable';
  return error instanceof PlaidFailure && error.kind === 'passing';
}
