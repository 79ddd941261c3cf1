/** One simulated world: two people, their banks upstream, the processes that work for them, and the checks. */
import type { Sql } from 'postgres';
import { createUser } from '@/db/queries/system';
import type { UserId } from '@/lib/core/id';
import { env } from '@/lib/env';
import { fingerprint } from '@/lib/secrets';
import { START, VirtualClock } from './clock';
import { Driver } from './driver';
import { useGatedPlaid } from './gated-plaid';
import { type Committed, useGatedDatabase } from './gated-postgres';
import { Invariants, Violation } from './invariants';
import type { Notice } from './mutations';
import { restartIds, someAccounts } from './new-rows';
import { driftOfTotals, type Field, observe, type Seen } from './observe';
import { Rng } from './rng';
import { Upstream } from './upstream';
import { UpstreamItem } from './upstream-item';

type Opening = { seed: number; areCallsCounted: boolean; trace?: ((line: string) => void) | undefined };

export type Mail = { item: UpstreamItem; notice: Notice };
export type PendingEdit = { id: string; field: Field; value: string };

/** What `observe` and the checks read: writes to other tables change nothing that anybody looks at. */
const WATCHED = new Set([
  'items',
  'sync_jobs',
  'sync_pages',
  'item_products',
  'accounts',
  'transactions',
  'investment_transactions',
  'monthly_totals',
  'webhooks',
  'link_intents',
]);

export class World {
  readonly clock = new VirtualClock(START);
  readonly driver: Driver;
  readonly upstream = new Upstream(() => this.clock.now);
  readonly invariants: Invariants;
  readonly users: readonly UserId[];
  /** Whether the engine counts its calls, as it does outside of tests (S16). */
  readonly areCallsCounted: boolean;
  /** Webhooks that Plaid has sent and nobody has received. */
  mail: Mail[] = [];
  /** What a process is about to write for a person; it counts when it is committed. */
  readonly edits = new Map<string, PendingEdit>();
  violation: Violation | null = null;
  seen: Seen[] = [];
  commits = 0;
  private readonly db: Sql;

  private constructor(
    db: Sql,
    users: readonly UserId[],
    areCallsCounted: boolean,
    trace?: (line: string) => void,
  ) {
    this.db = db;
    this.areCallsCounted = areCallsCounted;
    this.users = users;
    this.driver = new Driver(this.clock, trace);
    this.invariants = new Invariants(this.upstream, users, () => this.clock.now);
    this.upstream.onExchange = (item) => this.checkIntent(item);
  }

  /** A new world in an empty database; the app's doors and its Plaid client lead into it from now on. */
  static async open(db: Sql, { seed, areCallsCounted, trace }: Opening): Promise<World> {
    await empty(db);
    // Nobody else sees to what many worlds leave behind.
    if (seed % 50 === 0) await db.unsafe('vacuum');
    restartIds();
    useGatedDatabase(db, { grain: 'transaction' });
    const users: UserId[] = [];
    for (const name of ['ada', 'bob']) {
      const id = await createUser({
        email: `${name}@example.com`,
        passwordHash: null,
        name,
        timeZone: 'UTC',
      });
      if (id) users.push(id);
    }
    const world = new World(db, users, areCallsCounted, trace);
    world.furnish(new Rng(seed));
    useGatedDatabase(db, {
      grain: 'transaction',
      now: () => world.clock.now,
      prepare: true,
      onCommit: (of) => world.committed(of),
    });
    useGatedPlaid((call) => world.upstream.answer(call), { areCallsCounted });
    world.clock.install();
    return world;
  }

  close(): void {
    this.clock.uninstall();
    env().ENCRYPTION_KEYS.splice(0, env().ENCRYPTION_KEYS.length - 1);
  }

  /** Keeps the first; what follows from a broken state says nothing new. */
  fail(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.violation ??= error instanceof Violation ? error : new Violation('the check itself failed', text);
  }

  async look(): Promise<Seen[]> {
    this.seen = await observe(this.db, this.users, this.clock.now);
    return this.seen;
  }

  /** Asks the database itself, past every gate. */
  async ask(text: string, parameters: string[] = []): Promise<Record<string, string | null>[]> {
    return [...(await this.db.unsafe(text, parameters, { prepare: true }))];
  }

  async checkTotals(): Promise<void> {
    this.invariants.count('S14');
    const drift = await driftOfTotals(this.db, this.users);
    if (drift > 0)
      this.fail(new Violation('S14', `${drift} monthly totals are not what their rows add up to`));
  }

  private furnish(rng: Rng): void {
    const add = (person: number) => {
      const id = `item${this.upstream.items.length + 1}`;
      const item = new UpstreamItem({
        id,
        person,
        bank: `ins_${id}`,
        isStrict: rng.chance(0.7),
        rng: new Rng(rng.int(2 ** 31)),
      });
      item.accounts = someAccounts(id, rng);
      this.upstream.items.push(item);
    };
    add(0);
    if (rng.chance(0.4)) add(0);
    add(1);
  }

  private async committed(of: Committed): Promise<void> {
    const { process } = of;
    const tables = touched(of);
    if (tables.size === 0) return;
    this.commits += 1;
    try {
      const edit = this.edits.get(process.name);
      if (edit && tables.has('transactions')) {
        this.edits.delete(process.name);
        this.invariants.overlays.edited(edit.id, edit.field, edit.value);
      }
      const isRun = this.driver.kindOf(process.name) === 'run';
      this.invariants.check(await this.look(), { process: process.name, isRun });
      if (tables.has('transactions') || tables.has('monthly_totals')) await this.checkTotals();
      await this.checkLinks();
      if (this.areCallsCounted) this.invariants.checkBudget();
    } catch (error) {
      this.fail(error);
    }
  }

  /** S10: before a public token is spent, the intent to spend it is durable. */
  private async checkIntent(item: UpstreamItem): Promise<void> {
    this.invariants.count('S10');
    if (!(await this.findIntent(item)))
      this.fail(new Violation('S10', `${item.id} is exchanged without an intent`));
  }

  /** S10: an Item whose token was given out is here, or its intent still says so. */
  private async checkLinks(): Promise<void> {
    for (const item of this.upstream.items) {
      if (!item.isExchanged || item.isRemoved || this.seen.some(({ plaidItemId }) => plaidItemId === item.id))
        continue;
      const state = await this.findIntent(item);
      if (state === null || state === 'exchanged')
        throw new Violation('S10', `${item.id} is lost: its intent is ${state}`);
    }
  }

  private async findIntent(item: UpstreamItem): Promise<string | null> {
    const [row] = await this.ask('select state from link_intents where public_token_hash = $1', [
      fingerprint(item.publicToken),
    ]);
    return row?.['state'] ?? null;
  }
}

const cached = new Map<string, readonly string[]>();

/** The tables that these statements write to, as far as anybody looks at them. */
function touched({ statements, parameters }: Committed): Set<string> {
  const tables = statements.flatMap((text, nth) => {
    const known = cached.get(text) ?? writtenIn(text);
    cached.set(text, known);
    // Of an Item's products only this one is looked at in every state; the others at the end.
    const isOther = known.includes('item_products') && !parameters[nth]?.includes('transactions');
    return isOther ? known.filter((table) => table !== 'item_products') : known;
  });
  return new Set(tables.filter((table) => WATCHED.has(table)));
}

function writtenIn(text: string): string[] {
  // A lease that is only renewed changes nothing that is looked at, nor do facts about an Item beside these.
  if (/^update "sync_jobs" set "lease_until" = [^,]* where/.test(text)) return [];
  if (text.startsWith('update "items" set ') && !/"(state|epoch|transactions_cursor)" =/.test(text))
    return [];
  const found = text.matchAll(/(?:insert into|delete from|\bupdate)\s+"?([a-z_]+)"?/gi);
  return [...found].map(([, table = '']) => table).filter((table) => table !== 'set');
}

async function empty(db: Sql): Promise<void> {
  for (const table of ['items', 'users', 'webhooks', 'institutions', 'plaid_calls', 'plaid_circuits']) {
    await db.unsafe(`delete from ${table}`, [], { prepare: true });
  }
}
