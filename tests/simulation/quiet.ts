/** A world without faults: everybody goes on, and the heartbeat takes up what was left. */
import { perform } from './actions';
import { NONE } from './faults';
import type { World } from './world';

export const BEAT_MS = 15_000;

export async function start(world: World, what: 'cron' | 'webhook'): Promise<void> {
  const name = `${what}-${world.clock.now}`;
  await perform(world, { do: 'start', name, what, item: 0, seed: 0, ms: 600_000 });
}

/** The heartbeat of a server of one's own. */
export async function beat(world: World): Promise<void> {
  world.clock.advance(BEAT_MS);
  await start(world, 'cron');
  await runUntilQuiet(world);
}

/** Everybody goes on, the longest waiting first, until all have ended or wait for later than the next beat. */
export async function runUntilQuiet(world: World): Promise<void> {
  const until = world.clock.now + BEAT_MS;
  while (!world.violation) {
    const [first] = world.driver.waiting();
    if (first) {
      await perform(world, {
        do: 'go',
        process: first.process,
        nth: 0,
        fault: NONE,
        ms: first.point.kind === 'call' ? 80 : 2,
      });
      continue;
    }
    const timer = world.clock.next();
    if (!timer || timer.at > until) return;
    await perform(world, { do: 'wake' });
  }
}
