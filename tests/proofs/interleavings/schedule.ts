/**
 * What one schedule is made of, as fast-check makes it from the schedule's number: who is at work, and who goes on
 * at each step. The order is a list of choices and not fast-check's own `scheduler`, because a list can be made
 * shorter: a schedule that fails shrinks to the fewest people, changes and interruptions that still fail.
 */
import fc from 'fast-check';

/** `nth`: which of the rows that are there then. */
export type Change = { what: What; nth: number };
export type What = (typeof WHATS)[number];
const WHATS = ['buy', 'hold', 'post', 'postFirst', 'dropHold', 'correct', 'remove', 'balance'] as const;

/** Only one run is to begin with; others come for the same work, or take over as if the first one were gone. */
export type RunKind = 'claim' | 'take-over';

export type Edit = { field: 'category' | 'note' | 'merchant'; nth: number };

export type Schedule = {
  /** Whether the bank refuses to go on with pages after a change, as Plaid may (TXN-12). */
  isStrict: boolean;
  /** Begins the row of chances that the bank cuts its pages by. */
  pages: number;
  /** What the bank has to tell when all begin. */
  news: Change[];
  runs: RunKind[];
  edits: Edit[];
  /** What happens at the bank meanwhile, each with a webhook. */
  changes: Change[];
  isRemoved: boolean;
  /** Step by step who goes on: 0 is who went on last, the others follow in turn. After its end it is always 0. */
  order: number[];
};

const STEPS = 160;

const change = fc.record({ what: fc.constantFrom(...WHATS), nth: fc.nat(9) });
const edit = fc.record({ field: fc.constantFrom('category' as const, 'note', 'merchant'), nth: fc.nat(9) });
const run = fc.constantFrom('claim' as const, 'take-over');
const anyone = fc.nat(11);
const steps = { maxLength: STEPS, size: 'max' } as const;

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  isStrict: fc.boolean(),
  pages: fc.nat(99),
  news: fc.array(change, { minLength: 1, maxLength: 4 }),
  runs: fc.array(run, { minLength: 2, maxLength: 4 }),
  edits: fc.array(edit, { maxLength: 2 }),
  changes: fc.array(change, { maxLength: 2 }),
  isRemoved: fc.oneof(
    { weight: 4, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  // Half of them change at every step, the others seldom: many faults need one interruption at the right moment.
  order: fc.oneof(
    fc.array(anyone, steps),
    fc.array(fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: anyone }), steps),
  ),
});

/** The schedule of that number, the same one on every machine. */
export function scheduleOf(seed: number): Schedule {
  const [made] = fc.sample(schedule, { seed, numRuns: 1, unbiased: true });
  if (!made) throw new Error('fast-check made nothing.');
  return made;
}
