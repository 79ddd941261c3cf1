/** The gear itself: what a gate decides is what happens, at the server too. */
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { asSystem } from '@/db/client';
import { users } from '@/db/schema';
import { callPlaid } from '@/lib/plaid/client';
import { VirtualClock } from './clock';
import { type Point, Process, PROCEED, type Verdict } from './gate';
import { networkError, useGatedPlaid } from './gated-plaid';
import { type Grain, sqlError, useGatedDatabase } from './gated-postgres';
import { makeVirtualDatabase } from './virtual-database';

const clock = new VirtualClock(Date.parse('2031-05-06T07:08:09Z'));
const cut = sqlError('CONNECTION_CLOSED', 'the connection was closed');
let client: postgres.Sql;

beforeAll(async () => {
  const { url, prefix } = inject('databaseServer');
  client = postgres(await makeVirtualDatabase(url, `${prefix}_gate`), { max: 4, prepare: false });
});

afterAll(async () => {
  clock.uninstall();
  await client.end();
});

/** Signs somebody up in a process of its own, and says how that ended and how many people there are then. */
async function signUp(grain: Grain, decide: (point: Point, count: number) => Verdict) {
  await client`delete from users`;
  useGatedDatabase(client, { grain, now: () => clock.now });
  const points: string[] = [];
  const process = new Process('p', (point) => decide(point, points.push(point.kind)));
  const end = process.run(() =>
    asSystem(async (tx) => {
      await tx.insert(users).values({ email: 'ada@example.com' });
      return tx.select({ email: users.email, createdAt: users.createdAt }).from(users);
    }),
  );
  const { end: ended } = await end;
  const [row] = await client`select count(*)::int as count from users`;
  return { ended, points, people: row?.['count'] };
}

test('at the grain of transactions it happens before, in the middle, or after the commit', async () => {
  const cases: [Verdict, string, number][] = [
    [PROCEED, 'done', 1],
    [{ do: 'fail', when: 'before', error: cut }, 'failed', 0],
    [{ do: 'fail', when: 'before', error: cut, at: 2 }, 'failed', 0],
    [{ do: 'fail', when: 'before', error: cut, at: 9 }, 'failed', 0],
    [{ do: 'fail', when: 'after', error: cut }, 'failed', 1],
    [{ do: 'crash', when: 'before' }, 'crashed', 0],
    [{ do: 'crash', when: 'before', at: 2 }, 'crashed', 0],
    [{ do: 'crash', when: 'after' }, 'crashed', 1],
  ];
  for (const [verdict, ended, people] of cases) {
    expect(await signUp('transaction', () => verdict)).toEqual({ ended, points: ['transaction'], people });
  }
});

test('at the grain of statements each is asked for, and then the commit', async () => {
  const whole = ['statement', 'statement', 'statement', 'commit'];
  expect(await signUp('statement', () => PROCEED)).toEqual({ ended: 'done', points: whole, people: 1 });
  for (const [count, kind] of whole.entries()) {
    for (const when of ['before', 'after'] as const) {
      const result = await signUp('statement', (_, nth) =>
        nth === count + 1 ? { do: 'crash', when } : PROCEED,
      );
      const people = kind === 'commit' && when === 'after' ? 1 : 0;
      expect(result).toEqual({ ended: 'crashed', points: whole.slice(0, count + 1), people });
    }
  }
});

test('a process that is killed while it is held rolls back, and holds no lock', async () => {
  useGatedDatabase(client, { grain: 'statement' });
  await client`delete from users`;
  const process = new Process('p', ({ kind }) =>
    kind === 'commit' ? new Promise(() => undefined) : PROCEED,
  );
  const end = process.run(() => asSystem((tx) => tx.insert(users).values({ email: 'ada@example.com' })));
  await process.idle();
  process.crash();
  expect(await end).toEqual({ end: 'crashed' });
  await client`insert into users (email) values ('ada@example.com')`;
});

test('inside a process time stands still, at the server too, and timers wait to be woken', async () => {
  clock.install();
  useGatedDatabase(client, { grain: 'transaction', now: () => clock.now });
  await client`delete from users`;
  const process = new Process('p', () => PROCEED);
  process.skew = 60_000;
  const end = process.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const [row] = await asSystem((tx) => tx.insert(users).values({ email: 'a@example.com' }).returning());
    const [now] = await asSystem((tx) => tx.execute<{ at: Date }>(sql`select now()::text as at`));
    return {
      node: new Date().toISOString(),
      column: row?.createdAt.toISOString(),
      server: String(now?.at).slice(0, 19),
    };
  });
  await process.idle();
  expect(clock.wake()).toBe(process);
  expect(await end).toEqual({
    end: 'done',
    value: {
      node: '2031-05-06T07:09:14.000Z',
      column: '2031-05-06T07:08:14.000Z',
      server: '2031-05-06 07:08:14',
    },
  });
  expect(Math.abs(Date.now() - performance.timeOrigin - performance.now())).toBeLessThan(60_000);
  clock.uninstall();
});

test('calls to Plaid fail before, after, or with any text for an answer', async () => {
  const heard: string[] = [];
  useGatedPlaid(({ path }) => ({
    status: 200,
    body: JSON.stringify({ request_id: `r${heard.push(path)}` }),
  }));
  const call = (verdict: Verdict) =>
    new Process('p', () => verdict).run(() =>
      callPlaid((api) => api.itemRemove({ access_token: 'a' })).catch((error: Error) => error.message),
    );
  expect(await call(PROCEED)).toEqual({ end: 'done', value: { request_id: 'r1' } });
  const lost = networkError('ECONNRESET');
  expect(await call({ do: 'fail', when: 'before', error: lost })).toMatchObject({
    value: expect.stringContaining('NETWORK'),
  });
  expect(heard).toHaveLength(1);
  await call({ do: 'fail', when: 'after', error: lost });
  expect(heard).toHaveLength(2);
  const html: Verdict = { do: 'answer', when: 'before', status: 502, body: '<html>' };
  expect(await call(html)).toMatchObject({ value: expect.stringContaining('HTTP_502') });
  expect(await call({ do: 'crash', when: 'after' })).toEqual({ end: 'crashed' });
  expect(heard).toEqual(['/item/remove', '/item/remove', '/item/remove']);
});
