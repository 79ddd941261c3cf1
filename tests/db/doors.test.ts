import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { asSystem, asUser } from '@/db/client';
import { accounts } from '@/db/schema';
import { aPerson } from '../support/factories';

const ONE_TO_FIVE = sql`select n from generate_series(1, 5) as n`;

describe('the two doors', () => {
  test('a person sees only their own rows, even when the query forgets to ask', async () => {
    const ann = await aPerson();
    const bob = await aPerson();
    const seen = await asUser(ann.userId, (tx) => tx.select({ id: accounts.id }).from(accounts));
    expect(seen).toEqual([{ id: ann.accountId }]);
    expect(seen).not.toContainEqual({ id: bob.accountId });
  });

  test('a person cannot write a row for somebody else, nor move one to them', async () => {
    const ann = await aPerson();
    const bob = await aPerson();
    const steal = asUser(ann.userId, (tx) =>
      tx.update(accounts).set({ userId: ann.userId }).returning({ id: accounts.id }),
    );
    await expect(steal).resolves.toEqual([{ id: ann.accountId }]);
    const give = asUser(ann.userId, (tx) => tx.update(accounts).set({ userId: bob.userId }));
    await expect(give).rejects.toThrow();
  });

  test('an account cannot point at a stranger’s Item', async () => {
    const ann = await aPerson();
    const bob = await aPerson();
    const point = asSystem((tx) =>
      tx.update(accounts).set({ itemId: bob.itemId }).where(sql`id = ${ann.accountId}`),
    );
    await expect(point).rejects.toThrow();
  });

  test('what belongs to nobody is closed to a person: webhooks and attempts', async () => {
    const { userId } = await aPerson();
    await asSystem((tx) => tx.execute(sql`insert into rate_limits (key) values ('k')`));
    const seen = await asUser(userId, (tx) => tx.execute(sql`select * from rate_limits`));
    expect(seen).toHaveLength(0);
  });

  test('the person is forgotten when the transaction ends', async () => {
    const { userId } = await aPerson();
    await asUser(userId, (tx) => tx.execute(ONE_TO_FIVE));
    const [row] = await asSystem((tx) =>
      tx.execute(
        sql`select current_setting('app.user_id', true) as who, current_user = session_user as owner`,
      ),
    );
    expect(row?.['who'] ?? '').toBe('');
    expect(row?.['owner']).toBe(true);
  });
});

test('each transaction says for itself how long a statement may take, as behind a pooler it must', async () => {
  const { userId } = await aPerson();
  const limits = sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
    current_setting('idle_in_transaction_session_timeout') as idle`;
  const short = { statement: '30s', lock: '20s', idle: '1min' };
  expect([...(await asUser(userId, (tx) => tx.execute(limits)))]).toEqual([short]);
  expect([...(await asSystem((tx) => tx.execute(limits)))]).toEqual([short]);
  const patient = await asUser(userId, (tx) => tx.execute(limits), 'long');
  expect([...patient]).toEqual([{ ...short, statement: '5min' }]);
});

// postgres 3.4.9 answers with holes after a query that failed in mid-result, unless it ran in a transaction.
describe('after a failure the next query is whole', () => {
  const failures = {
    'a query that fails in mid-result': sql`select 10 / (5 - n) from generate_series(1, 9) as n`,
    'a statement timeout': sql`select pg_sleep(n) from generate_series(0, 3) as n`,
  };

  for (const [name, query] of Object.entries(failures)) {
    test(name, async () => {
      // More rounds than there are connections, so that each of them meets the failure.
      for (let round = 0; round < 12; round += 1) {
        const failing = asSystem(async (tx) => {
          await tx.execute(sql`set local statement_timeout = 40`);
          await tx.execute(query);
        });
        await expect(failing).rejects.toThrow();
        const rows = await asSystem((tx) => tx.execute(ONE_TO_FIVE));
        expect(rows.map((row) => row['n'])).toEqual([1, 2, 3, 4, 5]);
      }
    });
  }

  test('a savepoint that failed', async () => {
    const rows = await asSystem(async (tx) => {
      await tx
        .transaction((inner) => inner.execute(sql`select 1 / 0`))
        .catch((error: unknown) => expect(error).toBeDefined());
      return tx.execute(ONE_TO_FIVE);
    });
    expect(rows.map((row) => row['n'])).toEqual([1, 2, 3, 4, 5]);
  });
});
