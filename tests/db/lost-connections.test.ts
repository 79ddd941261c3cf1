import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem, type Tx } from '@/db/client';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function cut(tx: Tx): Promise<void> {
  const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
  await asSystem((other) => other.execute(sql`select pg_terminate_backend(${row?.['pid']}::int)`));
}

const keys = async () =>
  (await asSystem((tx) => tx.execute<{ key: string }>(sql`select key from rate_limits`))).map(
    ({ key }) => key,
  );

test('a connection that is lost between two statements: nothing of it stays, and nothing of it comes later', async () => {
  let isTold = false;
  const lost = asSystem(async (tx) => {
    await tx.execute(sql`insert into rate_limits (key) values ('before')`);
    await cut(tx);
    await pause(100);
    isTold = true;
    await tx.execute(sql`insert into rate_limits (key) values ('after')`);
  });
  await expect(lost).rejects.toThrow();
  // What it still wanted must not reach a connection that others use now.
  await Promise.all(
    Array.from({ length: 10 }, () => asSystem((tx) => tx.execute(sql`select pg_sleep(0.1)`))),
  );
  expect(isTold).toBe(true);
  expect(await keys()).toEqual([]);
});

test('connections that are lost in mid-statement, many at once: each fails alone, and the next ones are whole', async () => {
  const lost = Array.from({ length: 5 }, () =>
    asSystem(async (tx) => {
      const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
      setTimeout(
        () => void asSystem((other) => other.execute(sql`select pg_terminate_backend(${row?.['pid']}::int)`)),
        20,
      );
      await tx.execute(sql`select pg_sleep(10)`);
    }),
  );
  const ends = await Promise.allSettled(lost);
  expect(ends.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  const rows = await Promise.all(
    Array.from({ length: 20 }, (_, n) => asSystem((tx) => tx.execute(sql`select ${n}::int as n`))),
  );
  expect(rows.map(([row]) => row?.['n'])).toEqual(Array.from({ length: 20 }, (_, n) => n));
});
