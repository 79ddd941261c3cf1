/** Runs processes one step at a time: each stands at its gates and timers until it is let go on. */
import { createHash } from 'node:crypto';
import { START, type VirtualClock } from './clock';
import { type End, type Point, Process, PROCEED, type Verdict } from './gate';

/** `run`: one that works for the engine; its commits must hold the fence. */
export type Kind = 'run' | 'person';

export type Waiting = { process: string; point: Point };

type Held = { point: Point; go: (verdict: Verdict) => void };
type Live = { process: Process; kind: Kind; held: Held[]; onEnd: (end: End) => void };

export class Driver {
  readonly clock: VirtualClock;
  /** Points and timers that somebody was let go on from. */
  steps = 0;
  /** Everything that happened, for comparing two runs. */
  private readonly history = createHash('sha256');
  private readonly living = new Map<string, Live>();
  private trace: ((line: string) => void) | undefined;

  constructor(clock: VirtualClock, trace?: (line: string) => void) {
    this.clock = clock;
    this.trace = trace;
  }

  get count(): number {
    return this.living.size;
  }

  kindOf(name: string): Kind | undefined {
    return this.living.get(name)?.kind;
  }

  has(name: string): boolean {
    return this.living.has(name);
  }

  names(): string[] {
    return [...this.living.keys()];
  }

  /** Begins a process; it goes on to its first point. `onEnd` hears how it ended. */
  async start(
    name: string,
    kind: Kind,
    work: () => Promise<unknown>,
    onEnd: (end: End) => void = () => undefined,
  ): Promise<void> {
    const held: Held[] = [];
    const keeper = (point: Point) =>
      new Promise<Verdict>((resolve) => {
        const one: Held = { point, go: resolve };
        held.push(one);
      });
    const process = new Process(name, keeper);
    this.living.set(name, { process, kind, held, onEnd });
    void process.run(work).then((end) => this.ended(name, end));
    await process.idle();
  }

  /** Everybody who stands at a point, in the order they came there. */
  waiting(): Waiting[] {
    return [...this.living].flatMap(([process, { held }]) => held.map(({ point }) => ({ process, point })));
  }

  /** Lets one go on from its point with this verdict; false when nobody stands there. */
  async go(name: string, nth: number, decide: (point: Point) => Verdict): Promise<boolean> {
    const live = this.living.get(name);
    const held = live?.held[nth];
    if (!live || !held) return false;
    live.held.splice(nth, 1);
    const verdict = decide(held.point);
    this.note(`${name} ${held.point.kind} ${held.point.name} ${describe(verdict)}`);
    this.steps += 1;
    held.go(verdict);
    await live.process.idle();
    return true;
  }

  /** Lets go on whoever waits for time, the first one; false when nobody does. */
  async wake(): Promise<boolean> {
    const process = this.clock.wake();
    if (!process) return false;
    this.steps += 1;
    this.note(`${process.name} wakes`);
    await process.idle();
    return true;
  }

  async kill(name: string): Promise<boolean> {
    const live = this.living.get(name);
    if (!live) return false;
    this.note(`${name} is killed`);
    live.process.crash();
    await live.process.idle();
    return true;
  }

  skew(name: string, ms: number): boolean {
    const live = this.living.get(name);
    if (live) live.process.skew = ms;
    return live !== undefined;
  }

  note(line: string): void {
    this.history.update(`${this.clock.now} ${line}\n`);
    this.trace?.(`${((this.clock.now - START) / 1000).toFixed(3).padStart(10)} ${line}`);
  }

  /** Of all that happened so far. */
  digest(): string {
    return this.history.copy().digest('hex');
  }

  private ended(name: string, end: End): void {
    const live = this.living.get(name);
    this.living.delete(name);
    const error =
      end.end === 'failed' && end.error instanceof Error
        ? ` ${end.error.name}: ${end.error.message.slice(0, 90)}`
        : '';
    this.note(`${name} ${end.end}${error.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')}`);
    live?.onEnd(end);
  }
}

function describe(verdict: Verdict): string {
  if (verdict === PROCEED) return '';
  if (verdict.do === 'answer')
    return `answer ${verdict.status} ${/"error_code":"(\w+)"/.exec(verdict.body)?.[1] ?? ''}`;
  if (verdict.do === 'fail')
    return `fail ${verdict.when} ${verdict.error instanceof Error ? verdict.error.message : ''}`;
  return verdict.do === 'crash' ? `crash ${verdict.when}` : 'proceed';
}
