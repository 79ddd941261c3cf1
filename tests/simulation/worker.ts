/** One process of the simulation, with a database of its own: plays the seeds that it is sent. */
import '../support/environment';
import { log } from '@/lib/log';
import { play, type Played } from './play';
import { shrink } from './shrink';
import { openVirtualDatabase } from './virtual-database';

export type Task = { seeds: number[]; steps: number; isShrinking: boolean };
/** Whole only where a rule was broken; else what the report adds up. */
export type Result = { played: Played[]; shortest: Played | null };

log.level = 'silent';
const db = await openVirtualDatabase(process.env['SIMULATION_DATABASE_URL'] ?? '');

// Of a whole group's interrupt the parent decides what follows.
process.on('SIGINT', () => undefined);
process.on('message', (task: Task) => {
  void work(task).then((result) => process.send?.(result));
});

async function work({ seeds, steps, isShrinking }: Task): Promise<Result> {
  const all: Played[] = [];
  for (const seed of seeds) {
    const played = await play(db, { seed, steps });
    all.push(played.violation === null ? { ...played, actions: [] } : played);
    if (played.violation === null) continue;
    return { played: all, shortest: isShrinking ? await shrink(db, played) : played };
  }
  return { played: all, shortest: null };
}
