/** How every proof ends: one readable line, the same as data for `npm run prove`, and an exit code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inData } from '../../scripts/project.mjs';

export type Outcome = {
  /** As in the test plan: R7. */
  id: string;
  /** What was counted: "kills". */
  counted: string;
  reached: number;
  floor: number;
  /** Sentences, each of something that must not be; empty when the proof holds. */
  violations: readonly string[];
  /** Whatever else it found out, with its unit in the name. */
  figures: Readonly<Record<string, number | string>>;
  /** The command that repeats it exactly. */
  again: string;
};

/** Seconds since this process began. */
export function sinceStart(): number {
  return Math.round(performance.now() / 100) / 10;
}

/** Prints, notes and leaves: 0 when there was something to count and nothing was violated. */
export function finish(outcome: Outcome): never {
  const { id, counted, reached, floor, violations, figures, again } = outcome;
  const seconds = sinceStart();
  for (const line of violations.slice(0, 20)) console.log(`  violated: ${line}`);
  const rest = Object.entries(figures).map(([name, value]) => `, ${name} ${value}`);
  console.log(
    `${id}: ${reached} ${counted} (floor ${floor}), ${violations.length} violations${rest.join('')}, ${seconds} s`,
  );
  if (violations.length > 0) console.log(`Again: ${again}`);
  const folder = inData('proofs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id.toLowerCase()}.json`), JSON.stringify({ ...outcome, seconds }, null, 2));
  process.exit(reached > 0 && violations.length === 0 ? 0 : 1);
}
