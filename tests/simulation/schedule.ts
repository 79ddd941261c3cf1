/** Chooses what happens next, from the seed and from what there is to choose. */
import type { Action } from './actions';
import type { Waiting } from './driver';
import { aFault, NONE } from './faults';
import { WEIGHTS } from './mutations';
import type { Rng } from './rng';
import type { Work } from './works';
import type { World } from './world';

/** What kind of day it is: how often a step goes wrong, and how much goes on at once. */
export type Mood = { faults: number; processes: number; lost: number; stickiness: number; pauses: number };

export function aMood(rng: Rng): Mood {
  return {
    faults: rng.pick([0, 0.03, 0.08, 0.2]),
    processes: 1 + rng.int(5),
    lost: rng.pick([0, 0.2, 1]),
    stickiness: rng.pick([0.2, 0.7, 0.95]),
    pauses: rng.pick([0, 0, 0.05]),
  };
}

const WORK: readonly (readonly [number, Work])[] = [
  [6, 'webhook'],
  [3, 'edit'],
  [3, 'cron'],
  [2, 'click'],
  [2, 'drain'],
  [2, 'link'],
  [0.5, 'repair'],
  [0.3, 'oddWebhook'],
  [0.25, 'remove'],
];

const LIMITS = [300, 2000, 50_000, 600_000];
/** Each of these is made once in an Item's life, and so much depends on it. */
const RARE_CALLS = ['/item/public_token/exchange', '/item/remove'];

const HOUR = 3_600_000;
const LEASE_MS = 40_000;

export class Schedule {
  private lastGone = '';
  private step = 0;
  /** A page was just asked for: what happens at the bank now happens between two pages. */
  private isPaging = false;
  /** One that stands still until this step, as a function does that its host has frozen: others go on meanwhile. */
  private paused = { process: '', until: 0 };
  private readonly rng: Rng;
  private readonly mood: Mood;

  constructor(rng: Rng) {
    this.rng = rng;
    this.mood = aMood(rng);
  }

  next(world: World): Action {
    this.step += 1;
    if (this.step > this.paused.until && this.rng.chance(this.mood.pauses)) return this.pause();
    const waiting = this.waiting(world);
    const kind = this.rng.weighted([
      [waiting.length > 0 ? 14 : 0, 'go'],
      [world.clock.next() ? 2 : 0, 'wake'],
      [waiting.length === 0 ? 8 : this.isPaging ? 5 : 2.5, 'bank'],
      [world.driver.count < this.mood.processes ? 3 : 0.1, 'start'],
      [0.8, 'pass'],
      [world.driver.count > 0 ? 0.1 + this.mood.faults : 0, 'kill'],
      [world.driver.count > 0 ? 0.1 : 0, 'skew'],
      [world.mail.length > 0 ? this.mood.lost : 0, 'lose'],
      [0.03, 'rotate'],
    ] as const);
    return this.action(kind, world);
  }

  private action(kind: Action['do'], world: World): Action {
    const { rng, mood } = this;
    const item = rng.int(world.upstream.items.length);
    const seed = rng.int(2 ** 31);
    switch (kind) {
      case 'go':
        return this.goOn(world);
      case 'bank':
        return { do: 'bank', item, what: rng.weighted(WEIGHTS), seed, isLost: rng.chance(mood.lost / 2) };
      case 'start':
        return {
          do: 'start',
          name: `p${this.step}`,
          what: rng.weighted(WORK),
          item,
          seed,
          ms: rng.pick(LIMITS),
        };
      case 'pass':
        return { do: 'pass', ms: this.aWhile() };
      case 'kill':
        return { do: 'kill', process: rng.pick(world.driver.names()) };
      case 'skew':
        return { do: 'skew', process: rng.pick(world.driver.names()), ms: rng.pick([-600_000, 600_000]) };
      case 'lose':
        return { do: 'lose', nth: rng.int(world.mail.length) };
      case 'rotate':
        return { do: 'rotate', id: `key-${this.step}` };
      default:
        return { do: 'wake' };
    }
  }

  private pause(): Action {
    this.paused = { process: this.lastGone, until: this.step + 10 + this.rng.int(40) };
    return { do: 'pass', ms: LEASE_MS + 1000 + this.rng.int(1000) };
  }

  private waiting({ driver }: World): Waiting[] {
    const isPaused = this.step <= this.paused.until;
    return driver.waiting().filter(({ process }) => !isPaused || process !== this.paused.process);
  }

  private goOn(world: World): Action {
    const { rng, mood } = this;
    const waiting = this.waiting(world);
    const same = waiting.filter(({ process }) => process === this.lastGone);
    const { process, point } = rng.pick(same.length > 0 && rng.chance(mood.stickiness) ? same : waiting);
    this.lastGone = process;
    const nth = waiting.filter((of) => of.process === process).findIndex((of) => of.point === point);
    this.isPaging = point.name === '/transactions/sync';
    const isRare = RARE_CALLS.includes(point.name);
    const fault = rng.chance(isRare ? 4 * mood.faults : mood.faults) ? aFault(point, rng) : NONE;
    return { do: 'go', process, nth, fault, ms: point.kind === 'call' ? 30 + rng.int(400) : 1 + rng.int(5) };
  }

  /** Seconds mostly; at times longer than a lease, than the schedule's patience, or than a tombstone is kept. */
  private aWhile(): number {
    const { rng } = this;
    return rng.weighted([
      [6, 1000 + rng.int(30_000)],
      [4, 61_000 + rng.int(60_000)],
      [2, HOUR * (1 + rng.int(4))],
      [1, HOUR * 21],
      [0.3, HOUR * 24 * 20],
      [0.2, HOUR * 24 * 31],
    ]);
  }
}
