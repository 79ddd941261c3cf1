/** Change logs of Items, built once and kept while the Item does not change. */
import type { ItemDocument } from '../documents';
import type { Login } from '../login';
import { buildLog, type ChangeLog, logOfAccount } from './change-log';
import { type NetChange, netChanges } from './net-changes';
import { Pages } from './pages';

/** A log together with the runs that are being read from it. */
export type KeptLog = {
  /** Changes whenever the log does. */
  readonly version: string;
  readonly events: ChangeLog;
  readonly accountKeys: ReadonlySet<string>;
  /** Net changes of these accounts; kept, since the pages of one run ask for the same. */
  changesBetween(from: number, to: number, accountKeys: readonly string[]): readonly NetChange[];
};

const KEPT_LOGS = 64;
/** Over all of them, so that many large Items do not fill the memory. */
const KEPT_EVENTS = 1_000_000;
const KEPT_RUNS = 2;

export class Logs {
  readonly pages = new Pages();
  readonly #kept = new Map<string, KeptLog>();

  /** The log of an Item, or of one account of it. */
  of(item: ItemDocument, login: () => Login, accountKey?: string): KeptLog {
    const key = versionOf(item, accountKey);
    const kept = this.#kept.get(key) ?? keptLog(key, this.#build(item, login, accountKey));
    remember(this.#kept, key, kept, KEPT_LOGS);
    this.#makeRoom();
    return kept;
  }

  /** For a store that was emptied: the same ids may come again and mean something else. */
  clear(): void {
    this.#kept.clear();
    this.pages.clear();
  }

  #makeRoom(): void {
    let events = 0;
    for (const log of this.#kept.values()) events += log.events.length;
    for (const [key, log] of this.#kept) {
      if (events <= KEPT_EVENTS || this.#kept.size === 1) return;
      this.#kept.delete(key);
      events -= log.events.length;
    }
  }

  #build(item: ItemDocument, login: () => Login, accountKey?: string): ChangeLog {
    if (accountKey === undefined) return buildLog(login(), item);
    return logOfAccount(this.of(item, login).events, accountKey);
  }
}

function keptLog(version: string, events: ChangeLog): KeptLog {
  const runs = new Map<string, readonly NetChange[]>();
  return {
    version,
    events,
    accountKeys: new Set(events.map(({ accountKey }) => accountKey)),
    changesBetween(from, to, accountKeys) {
      const key = JSON.stringify([from, to, accountKeys]);
      const run = runs.get(key) ?? changesOf(netChanges(events, from, to), accountKeys);
      remember(runs, key, run, KEPT_RUNS);
      return run;
    },
  };
}

function changesOf(changes: NetChange[], accountKeys: readonly string[]): NetChange[] {
  const served = new Set(accountKeys);
  return changes.filter((change) =>
    served.has(change.kind === 'removed' ? change.accountKey : change.row.accountKey),
  );
}

/** Everything that a log depends on and that can change. */
function versionOf(item: ItemDocument, accountKey?: string): string {
  const { itemId, createdAt, shares, changes, daysRequested } = item;
  const lastChange = changes.at(-1)?.at;
  return JSON.stringify([itemId, createdAt, accountKey, shares, changes.length, lastChange, daysRequested]);
}

function remember<T>(kept: Map<string, T>, key: string, value: T, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next().value;
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
