import type { Bank } from '../moment';
import type { Moments } from '../small-bank';

/** Something that a process does, from its first step to its last. */
export type Flow = {
  readonly name: string;
  /** Whose bank it is about: one with every kind of account, or with one alone. */
  readonly bank: Moments;
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
  /** Its public token may be spent while nobody heard the answer; then the link is reported as failed (S10). */
  readonly mayBeReported?: boolean;
};
