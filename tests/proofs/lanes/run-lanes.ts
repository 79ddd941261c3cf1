/** A proof in several processes at once, each with a database, a bank and a seed of its own. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Share = {
  /** How many blows are counted here, and how many of them wait for a lease in real time. */
  count: number;
  waits: number;
  seed: string;
  /** When to strike no more, however many it were (milliseconds since 1970). */
  until: number;
};

export type LaneOutcome = {
  reached: number;
  /** Blows of a kind that is not counted. */
  besides: number;
  /** Blows that fell while a run held its lease. */
  midRun: number;
  /** Blows after which nothing had recovered when the next one fell. */
  twice: number;
  waited: number;
  /** Seconds. */
  recoveries: number[];
  violations: string[];
};

export async function runLanes(program: string, lanes: number, whole: Share): Promise<LaneOutcome> {
  const outcomes = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      runLane(program, {
        ...whole,
        count: part(whole.count, lane, lanes),
        waits: part(whole.waits, lane, lanes),
        seed: `${whole.seed}-${lane + 1}`,
      }),
    ),
  );
  const sum = (of: (outcome: LaneOutcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
  return {
    reached: sum(({ reached }) => reached),
    besides: sum(({ besides }) => besides),
    midRun: sum(({ midRun }) => midRun),
    twice: sum(({ twice }) => twice),
    waited: sum(({ waited }) => waited),
    recoveries: outcomes.flatMap(({ recoveries }) => recoveries).sort((a, b) => a - b),
    violations: outcomes.flatMap(({ violations }) => violations),
  };
}

/** By the names that they are told by. */
export function figuresOf({
  midRun,
  twice,
  waited,
  recoveries,
}: LaneOutcome): Record<string, number | string> {
  const at = (share: number) => {
    const seconds = recoveries[Math.min(recoveries.length - 1, Math.floor(share * recoveries.length))];
    return (seconds ?? 0).toFixed(1);
  };
  return {
    'in mid-run': midRun,
    'struck again before it recovered': twice,
    'waited for in real time': waited,
    recoveries: recoveries.length,
    'recovery median, s': at(0.5),
    'recovery p99, s': at(0.99),
    'recovery longest, s': at(1),
  };
}

/** The program's own side: what it is to do. It ends when whoever wanted to know is gone, and soon when told so. */
export function ownShare(): Share {
  process.once('disconnect', () => process.exit(1));
  const share: Share = JSON.parse(process.argv[2] ?? '');
  process.once('message', () => {
    share.until = 0;
  });
  return share;
}

/** The program's own side: says what it found, and ends. */
export function handIn(outcome: LaneOutcome): void {
  process.send?.(outcome, () => process.exit(0));
}

/** One that ends without an outcome fails the whole proof. */
function runLane(program: string, share: Share): Promise<LaneOutcome> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const execArgv = ['--conditions=react-server', '--import', 'tsx'];
  // Out of reach of a Ctrl-C, which is answered with what was reached so far.
  const child = fork(file, [JSON.stringify(share)], { execArgv, detached: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.send('enough'));
  return new Promise((resolve, reject) => {
    child.once('message', (outcome: LaneOutcome) => resolve(outcome));
    child.once('exit', (code) => reject(new Error(`The lane of seed ${share.seed} ended with ${code}.`)));
  });
}

/** As even as whole numbers can be. */
function part(whole: number, lane: number, lanes: number): number {
  return Math.floor((whole * (lane + 1)) / lanes) - Math.floor((whole * lane) / lanes);
}
