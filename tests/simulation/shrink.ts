/** From a schedule that breaks something to the shortest one found that still breaks the same rule. */
import type { Sql } from 'postgres';
import type { Action } from './actions';
import { play, type Played } from './play';

/** Playing again costs as much as the first time, so there is an end to it. */
const MOST_REPLAYS = 120;

/** Leaves out ever smaller pieces of the schedule for as long as the same rule breaks. */
export async function shrink(db: Sql, broken: Played): Promise<Played> {
  const rule = ruleOf(broken);
  let best = broken;
  let replays = 0;
  for (let size = Math.ceil(best.actions.length / 2); size >= 1 && replays < MOST_REPLAYS; ) {
    let isShorter = false;
    for (let from = 0; from < best.actions.length && replays < MOST_REPLAYS; replays++) {
      const actions = best.actions.toSpliced(from, size);
      const tried = await play(db, { seed: broken.seed, steps: actions.length, actions });
      if (ruleOf(tried) === rule && tried.actions.length < best.actions.length) {
        best = tried;
        isShorter = true;
      } else from += size;
    }
    if (!isShorter || size > best.actions.length) size = Math.floor(size / 2);
  }
  return best;
}

function ruleOf({ violation }: Played): string | undefined {
  return violation?.split(':')[0];
}

/** One line each, to be read by a person. */
export function describe(actions: readonly Action[]): string[] {
  return actions.map((action) => {
    const { do: what, ...rest } = action;
    return `${what} ${JSON.stringify(rest)}`;
  });
}
