/**
 * Time that moves only when it is told to. Within a `Process`, `Date` and `setTimeout` follow it, each with
 * its process's own error; everybody else keeps the real ones.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { currentProcess, type Process } from './gate';

type Timer = { at: number; process: Process; fire: () => void };

const RealDate = Date;
const realSetTimeout = setTimeout;
const realClearTimeout = clearTimeout;
const realSleep = timers.setTimeout;

export class VirtualClock {
  /** Milliseconds since 1970. */
  now: number;
  private timers: Timer[] = [];

  constructor(now: number) {
    this.now = now;
  }

  /** Puts this clock in place of the machine's, until `uninstall`. */
  install(): void {
    const inProcess = () => {
      const process = currentProcess();
      return process ? this.now + process.skew : RealDate.now();
    };
    globalThis.Date = new Proxy(RealDate, {
      construct: (of, given: unknown[]) => Reflect.construct(of, given.length ? given : [inProcess()]),
      get: (of, name): unknown => (name === 'now' ? inProcess : Reflect.get(of, name)),
    });
    const wait = (fire: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
      const process = currentProcess();
      if (!process) return realSetTimeout(fire, ms, ...given);
      return this.add({ at: this.now + Math.max(0, ms), process, fire: () => fire(...given) });
    };
    globalThis.setTimeout = Object.assign(wait, realSetTimeout) as typeof setTimeout;
    setSleep((ms, value, options) =>
      currentProcess()
        ? new Promise((resolve) => setTimeout(() => resolve(value), ms))
        : realSleep(ms, value, options),
    );
    globalThis.clearTimeout = (timer) => {
      const kept = this.timers.filter((of: object) => of !== timer);
      if (kept.length === this.timers.length) realClearTimeout(timer);
      this.timers = kept;
    };
  }

  uninstall(): void {
    globalThis.Date = RealDate;
    globalThis.setTimeout = realSetTimeout;
    globalThis.clearTimeout = realClearTimeout;
    setSleep(realSleep);
  }

  /** When the next timer of a living process is due, and whose it is; null when nobody waits. */
  next(): { at: number; process: Process } | null {
    this.timers = this.timers.filter(({ process }) => !process.isDead);
    return this.timers.reduce<Timer | null>((first, of) => (first && first.at <= of.at ? first : of), null);
  }

  /** Lets the process go on whose timer is next; time moves there if it is still to come. */
  wake(): Process | null {
    const timer = this.timers.find((of) => of === this.next());
    if (!timer) return null;
    this.timers = this.timers.filter((of) => of !== timer);
    this.now = Math.max(this.now, timer.at);
    timer.fire();
    return timer.process;
  }

  advance(ms: number): void {
    this.now += ms;
  }

  private add(timer: Timer): Timer & { unref(): void; ref(): void } {
    const handle = { ...timer, unref: () => undefined, ref: () => undefined };
    this.timers.push(handle);
    return handle;
  }
}

/** When every simulated world begins. */
export const START = Date.parse('2031-06-01T12:00:00Z');

type Sleep = (ms?: number, value?: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>;

/** For those who have imported it by name, too. */
function setSleep(sleep: Sleep): void {
  Object.assign(timers, { setTimeout: sleep });
  syncBuiltinESMExports();
}
