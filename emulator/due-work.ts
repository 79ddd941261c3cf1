/**
 * Work that becomes due with time: data that is ready, days that begin, webhooks that wait. It is done
 * after each call and by a timer, one run after the other; several processes may do it side by side.
 */
import { realDelay } from './clock';
import { runDueJobs } from './due-jobs';
import type { Collection, Store } from './store';
import { type Deliver, deliverDue } from './webhooks/webhooks';
import type { World } from './world';

/** Timers further away than this are set again later. */
const LONGEST_TIMER_MS = 3_600_000;

/** After a run, calls that changed nothing do not start another one for a while. */
const REST_MS = 250;

const WATCHED: ReadonlySet<Collection> = new Set<Collection>(['jobs', 'webhooks', 'settings']);

type DueWorkOptions = {
  readonly store: Store;
  readonly openWorld: () => Promise<World>;
  readonly deliver: Deliver;
  readonly realTime: () => number;
  readonly timers: boolean;
  readonly log: ((line: string) => void) | undefined;
};

export class DueWork {
  readonly #options: DueWorkOptions;
  #running: Promise<void> = Promise.resolve();
  #isQueued = false;
  #hasNews = true;
  #restsUntil = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DueWorkOptions) {
    this.#options = options;
  }

  /** The same store, whose changes are noticed here. */
  get store(): Store {
    const { store } = this.#options;
    return {
      find: (collection, id) => store.find(collection, id),
      list: (collection, options) => store.list(collection, options),
      update: (collection, id, change) => {
        if (WATCHED.has(collection)) this.#hasNews = true;
        return store.update(collection, id, change);
      },
      reset: () => store.reset(),
      close: () => store.close(),
    };
  }

  /** Does what is due if there may be something; resolves when it is done. */
  async afterCall(): Promise<void> {
    if (this.#hasNews || performance.now() >= this.#restsUntil) await this.run();
  }

  /** Does what is due now. Calls that come before a run begins share it. */
  run(): Promise<void> {
    if (this.#isQueued) return this.#running;
    this.#isQueued = true;
    this.#running = this.#running
      .then(() => this.#once())
      .catch((error: unknown) => this.#options.log?.(`due work failed: ${String(error)}`));
    return this.#running;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    clearTimeout(this.#timer);
  }

  async #once(): Promise<void> {
    this.#isQueued = false;
    this.#hasNews = false;
    const world = await this.#options.openWorld();
    await runDueJobs(world);
    await deliverDue(world, this.#options.deliver);
    this.#restsUntil = performance.now() + REST_MS;
    if (this.#options.timers) await this.#setTimer(world);
  }

  async #setTimer({ settings }: World): Promise<void> {
    const { store, realTime } = this.#options;
    const [job] = await store.list('jobs', { limit: 1 });
    const [webhook] = await store.list('webhooks', { limit: 1 });
    const due = Math.min(job?.at ?? Infinity, webhook?.at ?? Infinity);
    const delay = realDelay(due, realTime(), settings.clock);
    clearTimeout(this.#timer);
    if (delay === null || !Number.isFinite(delay)) return;
    this.#timer = setTimeout(() => void this.run(), Math.min(Math.max(delay, 20), LONGEST_TIMER_MS));
    this.#timer.unref();
  }
}
