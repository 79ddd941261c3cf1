import type { ErrorCode } from '@/lib/core/errors';
import type { Bank } from '../moment';

/** Something that a process does, from its first step to its last. */
export type Flow = {
  readonly name: string;
  /** Brings both sides to where the flow begins. */
  readonly begin: () => Promise<Bank>;
  readonly act: (bank: Bank) => Promise<unknown>;
  /** What others do when the so-many-th call of that path is made; it happens once, whatever becomes of the flow. */
  readonly meanwhile?: { path: string; count: number; happens: (bank: Bank) => Promise<unknown> };
  /**
   * Somebody asked for it and waits. Stopped before anything of it is stored, it may have come to nothing, and
   * they ask again; all other flows are taken up without them.
   */
  readonly isAsked?: boolean;
  /** They ask again at once, since later the same would mean something else; then all is as if nothing had happened. */
  readonly asksAtOnce?: boolean;
  /** What they may be told instead of being served, such as that it is done already. */
  readonly refusals?: readonly ErrorCode[];
  /** Stopped in the midst of it, half may be there until they ask again. */
  readonly mayBeHalf?: boolean;
  /** Whether something was lost that nobody could have kept, is told, and nothing else is wrong. */
  readonly isReported?: (ends: Ends) => Promise<boolean>;
  /** One part of it looks again and again whether another is done; how often depends on the machine. */
  readonly isWaiting?: boolean;
  /** Runs are no part of it: time passes without them. */
  readonly isWithoutRuns?: boolean;
  /** What counts of its end, where that is not all that is stored and alive at Plaid. */
  readonly whatCounts?: (bank: Bank) => Promise<string[]>;
};

/** How a flow ends where nothing happens to it, and where it was never begun. */
export type Ends = { readonly clean: string[]; readonly untouched: string[] };
