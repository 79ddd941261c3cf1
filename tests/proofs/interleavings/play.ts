/**
 * One schedule: its people and processes, with every transaction and call of theirs in the order that it says, one
 * at a time.
 */
import { type Point, PROCEED, type Verdict } from '../../simulation/gate';
import { Actor, type Bed } from './bed';
import { cast, failureOf } from './cast';
import type { Schedule } from './schedule';

export type Played = {
  /** Who went on, step by step, and with what. */
  order: string[];
  /** How each run ended. */
  ends: string[];
  /** What went wrong in a way that it must not. */
  failures: string[];
};

type Waiting = { actor: Actor; point: Point; go: (verdict: Verdict) => void };

/** `rowIds`: our ids of the rows that are there in the beginning, by the bank's. */
export async function play(
  bed: Bed,
  schedule: Schedule,
  rowIds: ReadonlyMap<string, string>,
): Promise<Played> {
  for (const change of schedule.news) bed.bank.change(change);
  const waiting: Waiting[] = [];
  const actors = cast(bed, schedule, rowIds).map((part) => {
    const actor: Actor = new Actor(part.name, bed, (point) => {
      return new Promise((go) => waiting.push({ actor, point, go }));
    });
    return { part, actor, end: actor.run(part.work) };
  });
  for (const { actor } of actors) await actor.idle();
  const ended = Promise.all(actors.map(({ end }) => end));
  const order = await goOn(waiting, schedule.order, ended);
  const ends = await ended;
  return {
    order,
    ends: ends.flatMap((end) => (end.end === 'done' && typeof end.value === 'string' ? [end.value] : [])),
    failures: actors.flatMap(({ part }, nth) => failureOf(part, ends[nth])),
  };
}

/** Lets one after the other go on, until all have ended. */
async function goOn(
  waiting: Waiting[],
  choices: readonly number[],
  ended: Promise<unknown>,
): Promise<string[]> {
  const order: string[] = [];
  let isOver = false;
  void ended.then(() => (isOver = true));
  let last: Actor | null = null;
  for (;;) {
    const from = waiting.findIndex(({ actor }) => actor === last);
    const chosen = Math.max(0, from) + (choices[order.length] ?? 0);
    const [next] = waiting.splice(chosen % Math.max(1, waiting.length), 1);
    if (next) {
      last = next.actor;
      last.deed = 'taken back';
      next.go(PROCEED);
      await last.idle();
      order.push(`${last.name}: ${next.point.name || last.deed}`);
    } else if (isOver) {
      return order;
    } else {
      // Somebody waits for time to pass, as after a deadlock.
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}
