import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { asSystem } from '@/db/client';
import { listTransactions, sumTransactions } from '@/db/queries/transactions';
import { day } from '@/lib/core/day';
import { month } from '@/lib/core/month';
import { NO_FILTER } from '@/lib/transactions/filter';
import { aPerson, manyTransactions } from '../support/factories';

const LIMIT = 50;
const ann = await aPerson();

beforeAll(async () => {
  await manyTransactions(ann, 100_000);
  // A neighbour with many rows of their own, so that a plan which reads everyone's shows.
  await manyTransactions(await aPerson(), 20_000);
  await asSystem((tx) => tx.execute(sql`analyze transactions`));
}, 60_000);

/** The best of seven runs, in milliseconds: what is left when nothing else takes the machine's time. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    const start = performance.now();
    await work();
    runs.push(performance.now() - start);
  }
  return Math.min(...runs);
}

it('reads any page of 100,000 rows by its key, not by passing over what comes before', async () => {
  const newest = { limit: LIMIT };
  // Some 99,000 rows back.
  const deep = { after: { day: day('1935-12-01'), id: ann.accountId }, limit: LIMIT };
  expect((await listTransactions(ann.userId, NO_FILTER, deep)).rows).toHaveLength(LIMIT);
  const everything = await time(() => sumTransactions(ann.userId, NO_FILTER));
  const filters = [
    NO_FILTER,
    { ...NO_FILTER, accountId: ann.accountId },
    { ...NO_FILTER, categoryId: 'coffee' },
    { ...NO_FILTER, month: month('1999-05') },
  ];
  const times: number[] = [];
  for (const filter of filters) {
    times.push(await time(() => listTransactions(ann.userId, filter, newest)));
    times.push(await time(() => listTransactions(ann.userId, filter, deep)));
    times.push(await time(() => listTransactions(ann.userId, filter, { before: deep.after, limit: LIMIT })));
  }
  // Reading all rows is the yardstick, so that a slow machine is slow for both.
  expect(Math.max(...times)).toBeLessThan(everything / 3);
}, 60_000);
