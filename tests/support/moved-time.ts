/** Days that pass at once: `Date` of this process and `now()` of its database go ahead together. */
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { asSystem } from '@/db/client';
import { makeVirtualDatabase } from '../simulation/virtual-database';

export type MovedTime = { pass(of: { days?: number; hours?: number }): Promise<void>; end(): void };

/** Makes a database of that name at `url` whose `now()` can be moved, and answers its URL. */
export async function makeMovedDatabase(url: string, name: string): Promise<string> {
  const made = await makeVirtualDatabase(url, name);
  const owner = postgres(made, { max: 1, onnotice: () => undefined });
  await owner.unsafe(`
    create table sim.passed (by interval not null);
    insert into sim.passed values ('0');
    grant select on sim.passed to public;
    create or replace function sim.now() returns timestamptz language sql stable parallel safe as
      $$ select pg_catalog.now() + by from sim.passed $$;`);
  await owner.end();
  return made;
}

/** From here on until `end`, this process's clock is the one that `pass` moves; the database must be such a one. */
export function moveTime(): MovedTime {
  const RealDate = Date;
  let passed = 0;
  const now = () => RealDate.now() + passed;
  globalThis.Date = new Proxy(RealDate, {
    construct: (of, given: unknown[]) => Reflect.construct(of, given.length ? given : [now()]),
    get: (of, name): unknown => (name === 'now' ? now : Reflect.get(of, name)),
  });
  return {
    async pass({ days = 0, hours = 0 }) {
      passed += days * 86_400_000 + hours * 3_600_000;
      await asSystem((tx) =>
        tx.execute(sql`update sim.passed set by = make_interval(secs => ${passed / 1000})`),
      );
    },
    end() {
      globalThis.Date = RealDate;
    },
  };
}
