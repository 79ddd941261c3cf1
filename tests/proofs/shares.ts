/** A proof spread over processes, each with a database server of its own: each takes its share of what there is to try. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** As many as there are cores. */
export const WORKERS = String(availableParallelism());

/** Starts the file once for each share, with what it is to do, and hears what they tell; throws when one breaks down. */
export async function inShares<Told extends object>(
  file: URL,
  of: number,
  task: object,
  hear: (told: Told) => void,
): Promise<void> {
  const shares = Array.from({ length: of }, async (_, nth) => {
    const child = fork(fileURLToPath(file), [JSON.stringify({ ...task, nth, of })]);
    child.on('message', (told) => hear(told as Told));
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`A process of the proof ended with ${code}.`);
  });
  await Promise.all(shares);
}

/** What such a process is to do; it ends with the one that started it. */
export function myTask<Task extends object>(): Task & { nth: number; of: number } {
  process.once('disconnect', () => process.exit(1));
  return JSON.parse(process.argv[2] ?? '{}');
}

/** Heard by the one that started it, before this one goes on. */
export function tell(told: object): Promise<void> {
  return new Promise((resolve) => process.send?.(told, () => resolve()));
}

/** Every so-many-th, beginning with the share's own. */
export function shareOf<T>(all: readonly T[], { nth, of }: { nth: number; of: number }): T[] {
  return all.filter((_, index) => index % of === nth);
}
