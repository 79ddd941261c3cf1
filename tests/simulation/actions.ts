/** What a schedule is made of. Each action stands for itself, so that one can be left out and the rest still means something. */
import { createHash, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';
import { type Fault, verdictOf } from './faults';
import { mutate, type Mutation } from './mutations';
import { Rng } from './rng';
import { type Work, WORKS } from './works';
import type { World } from './world';

export type Action =
  /** One transaction or call is let go, with its fault; it takes `ms`. */
  | { do: 'go'; process: string; nth: number; fault: Fault; ms: number }
  /** Whoever waits for the nearest moment goes on; time moves there. */
  | { do: 'wake' }
  | { do: 'pass'; ms: number }
  /** The clock of the machine that a process runs on is wrong by that much. */
  | { do: 'skew'; process: string; ms: number }
  | { do: 'kill'; process: string }
  | { do: 'bank'; item: number; what: Mutation; seed: number; isLost: boolean }
  | { do: 'start'; name: string; what: Work; item: number; seed: number; ms: number }
  | { do: 'lose'; nth: number }
  /** A new first key: what was sealed with the older ones still opens. */
  | { do: 'rotate'; id: string };

/** Lets it happen; false when it does not apply, as when another action that it followed from was left out. */
export async function perform(world: World, action: Action): Promise<boolean> {
  const { driver, clock } = world;
  // No two things happen at the very same moment.
  clock.advance(1);
  switch (action.do) {
    case 'go':
      clock.advance(action.ms);
      return driver.go(action.process, action.nth, (point) => verdictOf(action.fault, point));
    case 'wake':
      return driver.wake();
    case 'pass':
      clock.advance(action.ms);
      driver.note(`${action.ms} ms pass`);
      return true;
    case 'skew':
      return driver.skew(action.process, action.ms);
    case 'kill':
      return driver.kill(action.process);
    case 'bank':
      return happen(world, action);
    case 'lose':
      return world.mail.splice(action.nth, 1).length > 0;
    case 'rotate':
      env().ENCRYPTION_KEYS.unshift({ id: action.id, key: keyOf(action.id) });
      return true;
    case 'start':
      return begin(world, action);
  }
}

function happen(world: World, { item: nth, what, seed, isLost }: Extract<Action, { do: 'bank' }>): boolean {
  const item = world.upstream.items[nth];
  const notice = item && mutate(item, what, new Rng(seed));
  if (!item || !notice) return false;
  world.driver.note(`${item.id}: ${what}${isLost ? ', and the webhook is lost' : ''}`);
  if (!isLost) world.mail.push({ item, notice });
  return true;
}

async function begin(world: World, action: Extract<Action, { do: 'start' }>): Promise<boolean> {
  const { name, what, seed, ms } = action;
  const item = world.upstream.items[action.item];
  if (!item || world.driver.has(name)) return false;
  const work = WORKS[what](world, { name, item, rng: new Rng(seed), ms });
  if (!work) return false;
  world.driver.note(`${name} starts: ${what} ${item.id}`);
  await world.driver.start(name, what === 'edit' ? 'person' : 'run', work);
  return true;
}

/** The same for the same name, so that a schedule can be played again. */
function keyOf(id: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(id).update(salt).digest());
}

const salt = randomBytes(8);
