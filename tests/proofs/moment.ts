/** A moment of both sides to come back to: every row of the database, and all that the bank remembers. */
import { asSystem } from '@/db/client';
import type { Emulator } from '@/emulator';
import { basePath } from '@/lib/plaid/client';
import { MemoryStore } from '@/emulator/stores/memory';
import { sql } from 'drizzle-orm';
import { anEmulator } from '../support/emulator-client';

let saved = 0;

/** The bank with a memory that can be copied; its names derive from the seed, so a copy goes on as the first would. */
export type Bank = {
  readonly emulator: Emulator;
  readonly store: MemoryStore;
  readonly seed: string;
  /** Rows to a page. */
  readonly page: number;
};

/** Little Items have many pages, where nothing else is said. */
export function openBank(seed: string, { page = 2, store = new MemoryStore() } = {}): Bank {
  return { emulator: anEmulator({ store, seed, publicUrl: basePath() }), store, seed, page };
}

export type Moment = { readonly restore: () => Promise<Bank> };

export async function saveMoment({ store, seed, page }: Bank): Promise<Moment> {
  const documents = store.snapshot();
  const back = await saveRows();
  const restore = async () => {
    await statements(back);
    return openBank(seed, { page, store: new MemoryStore(documents) });
  };
  return { restore };
}

/** Copies every table aside; answers the statements that bring all of them back. */
async function saveRows(): Promise<string[]> {
  const tables = await tablesInOrder();
  const aside = `moment_${++saved}`;
  await statements([
    `create schema ${aside}`,
    ...tables.map(({ name }) => `create table ${aside}.${name} as table public.${name}`),
  ]);
  return [
    ...tables.toReversed().map(({ name }) => `delete from public.${name}`),
    ...tables.map(
      ({ name, columns }) =>
        `insert into public.${name} (${columns}) overriding system value select ${columns} from ${aside}.${name}`,
    ),
  ];
}

type Table = { name: string; columns: string };

/** Every table after those that it refers to. */
async function tablesInOrder(): Promise<Table[]> {
  const found = await asSystem((tx) =>
    tx.execute<{ name: string; columns: string; refers: string[] }>(sql`
      select t.relname as name,
        (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
         where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
        array(select distinct f.relname::text from pg_constraint c join pg_class f on f.oid = c.confrelid
         where c.conrelid = t.oid and c.contype = 'f' and f.oid <> t.oid) as refers
      from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' order by 1`),
  );
  const ordered: Table[] = [];
  const done = new Set<string>();
  for (let waiting = [...found]; waiting.length > 0; ) {
    const ready = waiting.filter(({ refers }) => refers.every((name) => done.has(name)));
    if (ready.length === 0) throw new Error('These tables refer to each other in a circle.');
    for (const table of ready) done.add(table.name);
    ordered.push(...ready);
    waiting = waiting.filter(({ name }) => !done.has(name));
  }
  return ordered;
}

async function statements(texts: readonly string[]): Promise<void> {
  await asSystem((tx) => tx.execute(sql.raw(texts.join(';\n'))));
}
