/** The store of tests: everything in this process, gone with it. */
import type { Documents } from '../documents';
import type { Collection, ListOptions, Store } from '../store';

export type Snapshot = { readonly [C in Collection]?: Readonly<Record<string, Documents[C]>> };

type Tables = { [C in Collection]: Map<string, Documents[C]> };

export class MemoryStore implements Store {
  #tables: Tables;

  constructor(snapshot: Snapshot = {}) {
    this.#tables = tablesFrom(snapshot);
  }

  async find<C extends Collection>(collection: C, id: string): Promise<Documents[C] | undefined> {
    return this.#tables[collection].get(id);
  }

  async list<C extends Collection>(collection: C, options: ListOptions = {}): Promise<Documents[C][]> {
    const { until = Infinity, limit = Infinity } = options;
    return [...this.#tables[collection]]
      .filter(([, document]) => atOf(document) <= until)
      .sort(([idA, a], [idB, b]) => atOf(a) - atOf(b) || (idA < idB ? -1 : 1))
      .slice(0, limit)
      .map(([, document]) => document);
  }

  async update<C extends Collection, Next extends Documents[C] | undefined>(
    collection: C,
    id: string,
    change: (current: Documents[C] | undefined) => Next,
  ): Promise<Next> {
    const table = this.#tables[collection];
    const next = change(table.get(id));
    if (next === undefined) table.delete(id);
    else table.set(id, next);
    return next;
  }

  async reset(): Promise<void> {
    this.#tables = tablesFrom({});
  }

  async close(): Promise<void> {}

  snapshot(): Snapshot {
    return Object.fromEntries(
      Object.entries(this.#tables).map(([collection, table]) => [collection, Object.fromEntries(table)]),
    );
  }
}

/** The instant that a document is ordered by; 0 for the kinds that have none. */
export function atOf(document: Documents[Collection]): number {
  return 'at' in document ? document.at : 0;
}

function tablesFrom(snapshot: Snapshot): Tables {
  return {
    items: new Map(Object.entries(snapshot.items ?? {})),
    assetReports: new Map(Object.entries(snapshot.assetReports ?? {})),
    auditCopies: new Map(Object.entries(snapshot.auditCopies ?? {})),
    linkTokens: new Map(Object.entries(snapshot.linkTokens ?? {})),
    publicTokens: new Map(Object.entries(snapshot.publicTokens ?? {})),
    accessTokens: new Map(Object.entries(snapshot.accessTokens ?? {})),
    oauthStates: new Map(Object.entries(snapshot.oauthStates ?? {})),
    users: new Map(Object.entries(snapshot.users ?? {})),
    userNames: new Map(Object.entries(snapshot.userNames ?? {})),
    jobs: new Map(Object.entries(snapshot.jobs ?? {})),
    webhooks: new Map(Object.entries(snapshot.webhooks ?? {})),
    webhookKeys: new Map(Object.entries(snapshot.webhookKeys ?? {})),
    settings: new Map(Object.entries(snapshot.settings ?? {})),
    counters: new Map(Object.entries(snapshot.counters ?? {})),
  };
}
