/**
 * Processes that can be held, failed and killed at every point where a real one can. A process is any work
 * that was started by `Process.run`; it is carried along by Node itself, so the code that runs knows nothing
 * of it. Gates (`gated-postgres`, `gated-plaid`) ask its keeper at every point what is to happen there.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** What is about to be done: a whole transaction, one statement in it, its commit, or a call to Plaid. */
export type Point = {
  kind: 'transaction' | 'statement' | 'commit' | 'call';
  /** The text of a statement, the path of a call; nothing for the others. */
  name: string;
};

/** Before it is done, or once it is done but before the process hears of it. */
export type When = 'before' | 'after';

/**
 * What happens at a point. `at` counts the statements of a transaction from one and says before which of them
 * it happens; where it has fewer, it happens before the commit. It counts only at points of whole transactions.
 */
export type Verdict =
  | { do: 'proceed' }
  | { do: 'fail'; when: When; error: unknown; at?: number }
  | { do: 'crash'; when: When; at?: number }
  /** For calls: this answer comes instead of the true one, which upstream never (`before`) or also gave. */
  | { do: 'answer'; when: When; status: number; body: string };

export const PROCEED: Verdict = { do: 'proceed' };
const CRASH: Verdict = { do: 'crash', when: 'before' };

/** Decides, at once or later; while it does not answer, that branch of the process stands still. */
export type Keeper = (point: Point, process: Process) => Verdict | Promise<Verdict>;

/** How a process ended; `crashed` leaves behind what a killed one would: open work, and nobody to finish it. */
export type End<T = unknown> =
  | { end: 'done'; value: T }
  | { end: 'failed'; error: unknown }
  | { end: 'crashed' };

const carried = new AsyncLocalStorage<Process>();

/** The process that this code runs in, if it runs in one. */
export function currentProcess(): Process | undefined {
  return carried.getStore();
}

export class Process {
  readonly name: string;
  isDead = false;
  /** Milliseconds by which its own clock is wrong. */
  skew = 0;
  /** Branches that are doing something real, such as a statement at the server, and do not stand at a point. */
  private busy = 0;
  private readonly keeper: Keeper;
  private readonly onCrash: (() => void)[] = [];
  private readonly onIdle: (() => void)[] = [];

  constructor(name: string, keeper: Keeper) {
    this.name = name;
    this.keeper = keeper;
  }

  /** Runs work as this process, to its end or its crash. */
  run<T>(work: () => Promise<T>): Promise<End<T>> {
    return new Promise((resolve) => {
      this.onCrash.push(() => resolve({ end: 'crashed' }));
      carried.run(this, work).then(
        (value) => resolve({ end: 'done', value }),
        (error: unknown) => resolve({ end: 'failed', error }),
      );
    });
  }

  /** What is to happen at this point. Who asks stands still meanwhile; a process that is killed then crashes there. */
  async at(point: Point): Promise<Verdict> {
    if (this.isDead) return CRASH;
    this.leave();
    const death = new Promise<Verdict>((resolve) => this.onCrash.push(() => resolve(CRASH)));
    const verdict = await Promise.race([death, this.keeper(point, this)]);
    this.busy += 1;
    return this.isDead ? CRASH : verdict;
  }

  /** Kills it: all its branches stop at their next point, whatever they are doing. */
  crash(): void {
    this.isDead = true;
    for (const hear of this.onCrash.splice(0)) hear();
  }

  /** Does something with points in it: between those the process is not idle. */
  async doing<T>(work: () => Promise<T>): Promise<T> {
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** For what is done within `doing`: the process crashes there, and nothing of it goes on. */
  end(): Promise<never> {
    this.crash();
    this.leave();
    return new Promise(() => undefined);
  }

  private leave(): void {
    this.busy -= 1;
    if (this.busy === 0) for (const hear of this.onIdle.splice(0)) hear();
  }

  /** Once it stands at gates, at timers or at its end, in all its branches. */
  async idle(): Promise<void> {
    do {
      if (this.busy > 0) await new Promise<void>((resolve) => this.onIdle.push(resolve));
      // All that follows from what has come in runs before this.
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.busy > 0);
  }
}
