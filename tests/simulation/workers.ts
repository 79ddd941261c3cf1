/** Spreads seeds over worker processes, each with a database of its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Result, Task } from './worker';

/** So few at once that a violation is heard of soon. */
const AT_ONCE = 5;

export type Work = Task & { isEndingAtFirst: boolean };

/** Plays all seeds, or until the first violation where that is enough; `hear` is told as results come in. */
export async function playAll(
  urls: readonly string[],
  { seeds, isEndingAtFirst, ...task }: Work,
  hear: (result: Result) => void,
): Promise<void> {
  const left = [...seeds];
  let isEnding = false;
  // Who is asked to end says what has been found so far.
  process.once('SIGINT', () => (isEnding = true));
  await Promise.all(
    urls.map(async (url) => {
      const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
        env: { ...process.env, SIMULATION_DATABASE_URL: url },
      });
      while (left.length > 0 && !isEnding) {
        const batch = left.splice(0, AT_ONCE);
        const result = await ask(child, { ...task, seeds: batch });
        left.unshift(...batch.slice(result.played.length));
        hear(result);
        if (result.shortest && isEndingAtFirst) isEnding = true;
      }
      child.kill();
    }),
  );
}

async function ask(child: ChildProcess, task: Task): Promise<Result> {
  const answer = once(child, 'message');
  const end = once(child, 'exit').then(([code]) => {
    throw new Error(`A worker of the simulation ended with ${code}.`);
  });
  child.send(task);
  const [result] = await Promise.race([answer, end]);
  return result as Result;
}
