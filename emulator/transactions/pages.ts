/**
 * Pages of `/transactions/sync` as they were written down, so that the same cursor is answered again (TXN-6)
 * without writing five hundred rows anew. A page follows from its key, so nothing here can be out of date.
 */
import type { TransactionsSyncResponse } from 'plaid';
import { WrittenMembers } from '../request';

export type PageRows = Pick<TransactionsSyncResponse, 'added' | 'modified' | 'removed'>;

/** Room for an Item of a hundred thousand rows; beyond it the page goes that was not asked for longest. */
const MOST_BYTES = 192 * 1024 * 1024;

export class Pages {
  readonly #kept = new Map<string, WrittenMembers>();
  #size = 0;

  /** The page of this key; `make` is called when it is not there. */
  of(key: string, make: () => PageRows): WrittenMembers {
    const page = this.#taken(key) ?? new WrittenMembers(make());
    this.#kept.set(key, page);
    this.#size += page.bytes.length;
    this.#makeRoom();
    return page;
  }

  clear(): void {
    this.#kept.clear();
    this.#size = 0;
  }

  /** Taken out, so that putting it back makes it the newest. */
  #taken(key: string): WrittenMembers | undefined {
    const page = this.#kept.get(key);
    if (page && this.#kept.delete(key)) this.#size -= page.bytes.length;
    return page;
  }

  #makeRoom(): void {
    for (const key of this.#kept.keys()) {
      if (this.#size <= MOST_BYTES) return;
      this.#taken(key);
    }
  }
}
