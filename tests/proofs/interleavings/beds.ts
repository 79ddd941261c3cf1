/**
 * Where schedules begin: a person whose connection is synced and at rest. One is really synced; the others are its
 * rows again under other people. Every key of ours begins with the person, so their ids may be the same ones, and
 * so may their banks' names for things: whatever forgets the person meets all the others. That a copy is the state
 * that a sync of its own would have left is compared row by row, once in each process (`open`).
 */
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { asSystem } from '@/db/client';
import { items, syncJobs } from '@/db/schema';
import { type Day, dayAt } from '@/lib/core/day';
import type { ItemId, UserId } from '@/lib/core/id';
import { seal } from '@/lib/secrets';
import { aUser } from '../../support/factories';
import { Overlays } from '../../simulation/overlays';
import { differences, wholeState } from '../state';
import { type Bed, syncUntilRest } from './bed';
import { Bank } from './bank';

export class Beds {
  /** Our ids of the rows that everybody begins with, by the bank's. */
  rowIds: ReadonlyMap<string, string> = new Map();
  private copying = '';
  private emptying = '';
  private readonly today: Day = dayAt(new Date(), 'UTC');
  private readonly itemId = randomUUID() as ItemId;
  private readonly sql: Sql;

  private constructor(sql: Sql) {
    this.sql = sql;
  }

  static async open(sql: Sql): Promise<Beds> {
    const beds = new Beds(sql);
    const origin = await beds.synced();
    await beds.prepare(origin);
    await beds.compare();
    return beds;
  }

  /** A person for each bank, at rest, with a wish to be synced. */
  async make(banks: readonly { isStrict: boolean; chances: number }[]): Promise<Bed[]> {
    const made = banks.map(({ isStrict, chances }) => {
      const bed = this.aBed(randomUUID() as UserId, isStrict);
      bed.bank.tellAll(chances);
      bed.bank.reached = bed.bank.item.log.length;
      bed.overlays.moved(bed.bank.item, 0, bed.bank.reached);
      return bed;
    });
    await this.sql.unsafe(this.copying, [idsOf(made)], { prepare: true });
    return made;
  }

  async clear(beds: readonly Bed[]): Promise<void> {
    await this.sql.begin(async (tx) => {
      // All rows of these people go, so that nobody has to look for what referred to them.
      await tx.unsafe('set local session_replication_role = replica');
      await tx.unsafe(this.emptying, [idsOf(beds)], { prepare: true });
    });
  }

  /** Throws when a copy is not what a sync of its own leaves. */
  private async compare(): Promise<void> {
    const [copied] = await this.make([{ isStrict: true, chances: 0 }]);
    const synced = await this.synced();
    if (!copied) throw new Error('There is no copy.');
    const wrong = differences(await wholeState(copied.userId), await wholeState(synced.userId));
    if (wrong.length > 0) throw new Error(`A copy is not as if it had been synced. ${wrong.join('; ')}`);
    await this.clear([copied, synced]);
  }

  private aBed(userId: UserId, isStrict: boolean): Bed {
    return { userId, itemId: this.itemId, bank: new Bank(this.today, isStrict), overlays: new Overlays() };
  }

  /** A person whose connection was linked and synced as any other. */
  private async synced(): Promise<Bed> {
    const bed = this.aBed(await aUser(), true);
    const { userId, itemId } = bed;
    await asSystem(async (tx) => {
      await tx.insert(items).values({
        userId,
        id: itemId,
        plaidItemId: bed.bank.item.id,
        accessTokenSealed: seal(bed.bank.item.accessToken, `items.access_token:${itemId}`),
        institutionName: 'Small Bank',
      });
      await tx.insert(syncJobs).values({ userId, itemId, want: 1, trigger: 'link' });
    });
    await syncUntilRest(this.sql, [bed]);
    return bed;
  }

  /** The statements that copy a person's rows to others, and take others' rows away: one for all tables. */
  private async prepare({ userId }: Bed): Promise<void> {
    const tables = await this.sql<{ name: string; columns: string[] }[]>`
      select table_name as name, array_agg(quote_ident(column_name)) as columns
      from information_schema.columns
      where table_schema = 'public' and is_generated = 'NEVER'
      group by 1 having bool_or(column_name = 'user_id') or table_name = 'users'`;
    this.copying = forPeople(tables.map(({ name, columns }) => copyOf(name, columns, userId)));
    this.emptying = forPeople(
      tables.map(({ name }) => `delete from ${name} where ${ownerIn(name)} in (select id from people)`),
    );
    const rows = await this.sql<{ id: string; plaid: string }[]>`
      select id, plaid_transaction_id as plaid from transactions where user_id = ${userId}`;
    this.rowIds = new Map(rows.map(({ id, plaid }) => [plaid, id]));
  }
}

function copyOf(table: string, columns: readonly string[], from: UserId): string {
  const owner = ownerIn(table);
  const given: Record<string, string> = {
    [owner]: 'people.id',
    email: `people.id || '@example.com'`,
    want: 'o.want + 1',
  };
  const values = columns.map((column) => given[column] ?? `o.${column}`);
  return `insert into ${table} (${columns.join(', ')})
    select ${values.join(', ')} from ${table} o, people where o.${owner} = '${from}'`;
}

function ownerIn(table: string): string {
  return table === 'users' ? 'id' : 'user_id';
}

/** References are looked at when all of it is done, so that the order of tables is no matter. */
function forPeople(writes: readonly string[]): string {
  const people = 'people as (select id::uuid from jsonb_array_elements_text($1::jsonb) as ids(id))';
  return `with ${[people, ...writes.map((write, nth) => `write_${nth} as (${write})`)].join(', ')} select 1`;
}

function idsOf(beds: readonly Bed[]): string {
  return JSON.stringify(beds.map(({ userId }) => userId));
}
