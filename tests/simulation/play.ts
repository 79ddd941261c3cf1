/** One seed from its beginning to its end; or a schedule again, as it was or with parts left out. */
import type { Sql } from 'postgres';
import { type Action, perform } from './actions';
import { calm, type Convergence } from './calm';
import { runUntilQuiet } from './quiet';
import { Rng } from './rng';
import { Schedule } from './schedule';
import { World } from './world';

export type Played = {
  seed: number;
  /** Scheduler decisions under faults, and all of them with what came before and after. */
  steps: number;
  allSteps: number;
  commits: number;
  actions: Action[];
  violation: string | null;
  faults: Record<string, number>;
  checks: Record<string, number>;
  convergence: Convergence;
  history: string;
};

export type Play = {
  seed: number;
  steps: number;
  /** These instead of what the seed would choose. */
  actions?: readonly Action[];
  trace?: (line: string) => void;
};

export async function play(db: Sql, { seed, steps, actions, trace }: Play): Promise<Played> {
  const rng = new Rng(seed);
  const [worldSeed, firstSeed, scheduleSeed, calmSeed] = [
    rng.int(2 ** 31),
    rng.int(2 ** 31),
    rng.int(2 ** 31),
    rng.int(2 ** 31),
  ];
  const chance = new Rng(rng.int(2 ** 31));
  const random = Math.random;
  Math.random = () => chance.next();
  // Counting costs a commit for each call: some worlds do it, and then see a storm of wishes at their end.
  const areCallsCounted = chance.chance(0.05);
  const world = await World.open(db, { seed: worldSeed, areCallsCounted, trace });
  try {
    await begin(world, new Rng(firstSeed));
    const done = actions
      ? await replay(world, actions)
      : await explore(world, new Schedule(new Rng(scheduleSeed)), steps);
    if (!world.violation) trace?.('— the faults end —');
    const convergence = world.violation ? { webhook: [], cron: [] } : await calm(world, new Rng(calmSeed));
    return {
      seed,
      steps: done.length,
      allSteps: world.driver.steps,
      commits: world.commits,
      actions: done,
      violation: world.violation?.message ?? null,
      faults: countFaults(done),
      checks: world.invariants.counts,
      convergence,
      history: world.driver.digest(),
    };
  } finally {
    for (const name of world.driver.names()) await world.driver.kill(name);
    world.close();
    Math.random = random;
  }
}

/** Mostly the banks are linked already, and have something to tell. */
async function begin(world: World, rng: Rng): Promise<void> {
  if (rng.chance(0.3)) return;
  for (const [item] of world.upstream.items.entries()) {
    await perform(world, {
      do: 'start',
      name: `link-${item}`,
      what: 'link',
      item,
      seed: rng.int(2 ** 31),
      // It links, and leaves the first sync to whoever comes next.
      ms: 0,
    });
    await runUntilQuiet(world);
    for (let times = rng.int(3); times > 0; times--) {
      await perform(world, {
        do: 'bank',
        item,
        what: 'history',
        seed: rng.int(2 ** 31),
        isLost: rng.chance(0.3),
      });
    }
    for (let times = rng.int(4); times > 0; times--) {
      await perform(world, {
        do: 'bank',
        item,
        what: 'pending',
        seed: rng.int(2 ** 31),
        isLost: rng.chance(0.5),
      });
    }
  }
  await perform(world, { do: 'start', name: 'first', what: 'cron', item: 0, seed: 0, ms: 600_000 });
  await runUntilQuiet(world);
}

async function explore(world: World, schedule: Schedule, steps: number): Promise<Action[]> {
  const actions: Action[] = [];
  while (actions.length < steps && !world.violation) {
    const action = schedule.next(world);
    actions.push(action);
    await perform(world, action);
  }
  return actions;
}

async function replay(world: World, actions: readonly Action[]): Promise<Action[]> {
  const done: Action[] = [];
  for (const action of actions) {
    if (world.violation) break;
    if (await perform(world, action)) done.push(action);
  }
  return done;
}

function countFaults(actions: readonly Action[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (name: string) => (counts[name] = (counts[name] ?? 0) + 1);
  for (const action of actions) {
    if (action.do === 'go') {
      if (action.fault.name !== 'none') count(action.fault.name);
    } else if (action.do === 'bank' || action.do === 'start') count(`${action.do}: ${action.what}`);
    else count(action.do);
  }
  return counts;
}
