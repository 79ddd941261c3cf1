/** The store of the stand-alone program: memory, written to one JSON file after each change. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Documents } from '../documents';
import type { Collection, ListOptions, Store } from '../store';
import { MemoryStore, type Snapshot } from './memory';

export class FileStore implements Store {
  readonly #path: string;
  readonly #memory: MemoryStore;
  #writing: Promise<void> = Promise.resolve();
  /** The write after the one that is going on. */
  #next: Promise<void> | null = null;

  private constructor(path: string, memory: MemoryStore) {
    this.#path = path;
    this.#memory = memory;
  }

  /** Reads the file, or begins an empty one. A file that is not ours throws. */
  static async open(path: string): Promise<FileStore> {
    await mkdir(dirname(path), { recursive: true });
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    });
    // Written by this class alone; a broken file does not parse.
    return new FileStore(path, new MemoryStore(JSON.parse(text) as Snapshot));
  }

  find<C extends Collection>(collection: C, id: string): Promise<Documents[C] | undefined> {
    return this.#memory.find(collection, id);
  }

  list<C extends Collection>(collection: C, options?: ListOptions): Promise<Documents[C][]> {
    return this.#memory.list(collection, options);
  }

  async update<C extends Collection, Next extends Documents[C] | undefined>(
    collection: C,
    id: string,
    change: (current: Documents[C] | undefined) => Next,
  ): Promise<Next> {
    const next = await this.#memory.update(collection, id, change);
    await this.#save();
    return next;
  }

  async reset(): Promise<void> {
    await this.#memory.reset();
    await this.#save();
  }

  async close(): Promise<void> {
    await (this.#next ?? this.#writing);
  }

  /** Changes that come during a write share the one after it, which has all of them; its callers wait for it. */
  #save(): Promise<void> {
    this.#next ??= this.#writeAfter(this.#writing);
    return this.#next;
  }

  async #writeAfter(previous: Promise<void>): Promise<void> {
    // Those who waited for it heard if it failed; this one writes everything anew.
    await previous.catch(() => undefined);
    this.#next = null;
    this.#writing = this.#write();
    await this.#writing;
  }

  async #write(): Promise<void> {
    const next = `${this.#path}.next`;
    await writeFile(next, JSON.stringify(this.#memory.snapshot()), { mode: 0o600 });
    await rename(next, this.#path);
  }
}
