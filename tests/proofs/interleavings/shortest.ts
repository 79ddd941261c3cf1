/** From a schedule that ends wrong to the least one that still does: fewer at work, and fewer interruptions. */
import fc from 'fast-check';
import { schedule } from './schedule';
import type { Stage } from './stage';

/** Each try plays a whole schedule. */
const MOST_MS = 60_000;

/** Told for a person to read: who takes part, and who went on when. */
export async function shortest(stage: Stage, seed: number): Promise<string> {
  const told = new Map<string, string[]>();
  const property = fc.asyncProperty(schedule, async (tried) => {
    const [end] = await stage.playAll([tried]);
    if (!end || end.violations.length === 0) return;
    told.set(JSON.stringify(tried), end.order);
    throw new Error(end.violations.join('; '));
  });
  const found = await fc.check(property, {
    seed,
    numRuns: 1,
    unbiased: true,
    interruptAfterTimeLimit: MOST_MS,
  });
  const [least] = found.counterexample ?? [];
  if (!least) return '\n    which did not come about again';
  const order = told.get(JSON.stringify(least)) ?? [];
  return [
    `\n    the least of it: ${JSON.stringify({ ...least, order: undefined })}`,
    ...together(order),
  ].join('\n    ');
}

/** One line for as long as the same one went on. */
function together(order: readonly string[]): string[] {
  const lines: { who: string; what: string[] }[] = [];
  for (const step of order) {
    const [who = '', what = ''] = step.split(': ');
    const last = lines.at(-1);
    if (last?.who === who) last.what.push(what);
    else lines.push({ who, what: [what] });
  }
  return lines.map(({ who, what }) => `${who}: ${what.join(', ')}`);
}
