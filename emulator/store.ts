/**
 * Where the emulator remembers: a small store of documents by collection and id. Three kinds hold the
 * same promises (memory, one file, Postgres): an `update` sees the newest document and nobody comes in
 * between, and what it wrote is there after a restart.
 */
import type { Documents } from './documents';

export type Collection = keyof Documents;

export type ListOptions = {
  /** Only documents whose `at` is not after this instant. */
  readonly until?: number;
  readonly limit?: number;
};

export interface Store {
  find<C extends Collection>(collection: C, id: string): Promise<Documents[C] | undefined>;
  /** Ascending by `at`, then by id. */
  list<C extends Collection>(collection: C, options?: ListOptions): Promise<Documents[C][]>;
  /**
   * Replaces one document by what `change` makes of it and returns that; `undefined` deletes. When
   * `change` throws, nothing is written. `change` is synchronous and may run again after a collision.
   */
  update<C extends Collection, Next extends Documents[C] | undefined>(
    collection: C,
    id: string,
    change: (current: Documents[C] | undefined) => Next,
  ): Promise<Next>;
  /** Forgets everything. */
  reset(): Promise<void>;
  close(): Promise<void>;
}
