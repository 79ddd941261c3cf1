/** Weeks with a bank: every balance is explained, and what is planted is found to the cent and the day. */
import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, expect, inject, test } from 'vitest';
import { asSystem } from '@/db/client';
import { listKnownDays, listSuspects } from '@/db/queries/balances';
import { accountBalances, accounts } from '@/db/schema';
import { findCulprits } from '@/lib/accounts/culprits';
import { day } from '@/lib/core/day';
import { differences, liveRows, notices } from '../proofs/sixty-days/compare';
import { catchUp, openPeople } from '../proofs/sixty-days/world';
import { pull } from '../support/engine';
import { makeMovedDatabase } from '../support/moved-time';

const { url, prefix } = inject('databaseServer');
process.env['DATABASE_URL'] = await makeMovedDatabase(url, `${prefix}_${randomBytes(4).toString('hex')}`);

const world = await openPeople([[{ username: 'user_retiree', institutionId: 'ins_109508' }]]);
const ann = world.people[0] ?? expect.unreachable();
afterAll(() => world.time.end());

const steer = (path: string, body: object) => pull(world.emulator, path, body);

const pass = async (days: number) => {
  await world.time.pass({ days });
  await catchUp(world, 1);
};

const reported = async () => (await listKnownDays(ann, day('2000-01-01'))).map((of) => of.day).toSorted();
const firstReported = async () => (await reported())[0] ?? expect.unreachable();
const lastReported = async () => (await reported()).at(-1) ?? expect.unreachable();

test('no balance is unexplained while rows come, post and are corrected', { timeout: 60_000 }, async () => {
  for (let week = 0; week < 3; week++) {
    await pass(3);
    expect(await notices(ann)).toEqual([]);
  }
  expect(await differences(world)).toEqual([]);
});

test('a row that got lost is named by its amount, since the day it was missing; the notice goes when it is back', {
  timeout: 60_000,
}, async () => {
  const first = await firstReported();
  const row = (await liveRows(ann)).find(({ isPending, postedDay }) => !isPending && postedDay >= first);
  if (!row) return expect.unreachable();
  const [account] = await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.id, row.accountId)));
  const before = await lastReported();
  await asSystem((tx) => tx.execute(sql`update transactions set removed_at = now() where id = ${row.id}`));
  for (const days of [1, 2, 2]) await pass(days);
  const days = (await listKnownDays(ann, day('2000-01-01'), row.accountId)).map((of) => of.day);
  const since = days.find((of) => of > before) ?? expect.unreachable();
  expect(await notices(ann)).toEqual([
    { accountId: row.accountId, name: account?.name, amount: row.amount, since },
  ]);
  const suspects = await listSuspects(ann, row.accountId, {
    since: since,
    amount: row.amount,
    currency: row.currency,
  });
  expect(
    findCulprits({ since: since, amount: row.amount }, suspects, {
      currency: row.currency,
      lastFitting: null,
    })[0],
  ).toMatchObject({
    kind: 'removed',
    rows: [{ id: row.id }],
  });
  await asSystem((tx) => tx.execute(sql`update transactions set removed_at = null where id = ${row.id}`));
  await pass(1);
  expect(await notices(ann)).toEqual([]);
});

test('a balance whose rows could not be read that day proves nothing', { timeout: 60_000 }, async () => {
  const fault = { endpoint: '/transactions/sync', error_code: 'INTERNAL_SERVER_ERROR', count: 50 };
  await steer('/faults/add', fault);
  await pass(3);
  await steer('/faults/clear', {});
  const today = await asSystem((tx) =>
    tx
      .select()
      .from(accountBalances)
      .where(
        and(
          eq(accountBalances.userId, ann),
          eq(accountBalances.isEstimated, false),
          sql`day = (select max(day) from account_balances where not is_estimated)`,
        ),
      ),
  );
  expect(today.length).toBeGreaterThan(0);
  expect(today.map(({ booked }) => booked)).toEqual(today.map(() => null));
});
